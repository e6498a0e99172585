import { graphql } from '../../gql/staff/index.js';

/** Prolongations of the town, the newest first. */
export const ProlongationsQuery = graphql(`
  query Prolongations($after: String) {
    prolongations(first: 20, after: $after) {
      totalCount
      nodes {
        id
        number
        version
        legalBasis
        endingFrom
        endingUntil
        statuses
        until
        withBenefits
        state
        total
        done
        proposedOn
        approvedOn
        proposedBy {
          id
          name
        }
        approvedBy {
          id
          name
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

/** One decision that a prolongation touches, with its days before and after. */
export const TouchedFields = graphql(`
  fragment TouchedFields on ProlongedDecision {
    status
    statusUntilBefore
    statusUntilAfter
    benefitUntilBefore
    benefitUntilAfter
    skipped
    decision {
      id
      number
      application {
        id
      }
    }
    household {
      id
      reference
    }
  }
`);

/** Whom a prolongation would touch; nothing is changed. */
export const ProlongationPreview = graphql(`
  query ProlongationPreview($scope: ProlongationScope!) {
    prolongationPreview(scope: $scope, first: 5) {
      totalCount
      nodes {
        ...TouchedFields
      }
    }
  }
`);

/** Whom a prolongation touches. */
export const ProlongationTouched = graphql(`
  query ProlongationTouched($id: ID!, $after: String) {
    prolongation(id: $id) {
      id
      touched(first: 20, after: $after) {
        totalCount
        nodes {
          ...TouchedFields
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
  }
`);

/** Prolongs statuses, and with them benefits, where that is wanted. */
export const ProlongStatuses = graphql(`
  mutation ProlongStatuses($input: ProlongStatusesInput!) {
    prolongStatuses(input: $input) {
      prolongation {
        id
        number
        total
        state
      }
      problems {
        code
        field
        lv: message
        en: message(language: EN)
      }
    }
  }
`);

/** Approves a prolongation with benefits. */
export const ApproveProlongation = graphql(`
  mutation ApproveProlongation($id: ID!, $version: Int!) {
    approveProlongation(id: $id, version: $version) {
      prolongation {
        id
        version
        state
        done
      }
      problems {
        code
        field
        lv: message
        en: message(language: EN)
      }
    }
  }
`);
