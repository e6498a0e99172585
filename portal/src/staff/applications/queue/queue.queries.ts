import { graphql } from '../../../gql/staff/index.js';

/** What a row of the queue shows. Not who it is: a queue is not a reason to read names. */
export const QueueRow = graphql(`
  fragment QueueRow on Application {
    id
    number
    state
    legalGround
    submittedOn
    dueOn
    benefitType {
      code
      label(language: $language)
    }
    applicant {
      id
      reference
    }
    changes {
      id
    }
    decisions {
      id
      state
      outcome
      monthlyAmount
      amount
      months
      proposedBy {
        id
        name
      }
    }
  }
`);

/** Everything that waits: what has a term, and what has none because papers are missing. */
export const OpenApplications = graphql(`
  query OpenApplications($language: Language!, $dueAfter: String, $newAfter: String, $withDue: Boolean!, $withNew: Boolean!) {
    due: applications(first: 100, after: $dueAfter, filter: { dueBefore: "9999-12-31" }) @include(if: $withDue) {
      totalCount
      nodes {
        ...QueueRow
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
    fresh: applications(first: 100, after: $newAfter, filter: { state: SUBMITTED }) @include(if: $withNew) {
      totalCount
      nodes {
        ...QueueRow
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

/** What is decided or withdrawn, the latest first. */
export const ClosedApplications = graphql(`
  query ClosedApplications($language: Language!, $state: ApplicationState!, $benefit: ID, $after: String) {
    applications(first: 40, after: $after, filter: { state: $state, benefitType: $benefit }) {
      totalCount
      nodes {
        ...QueueRow
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

/** The benefits that can be asked for in the town. */
export const BenefitTypes = graphql(`
  query ApplicationBenefitTypes($language: Language!, $municipality: ID!) {
    benefitTypes(municipality: $municipality) {
      code
      label(language: $language)
      meansTested
      legalBasis
    }
  }
`);
