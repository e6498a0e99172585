import { graphql } from '../../../gql/staff/index.js';

/** Earlier applications of the applicant with what was decided, the latest first. */
export const EarlierApplications = graphql(`
  query EarlierApplications($applicant: ID!, $language: Language!) {
    person(id: $applicant) {
      id
      applications(first: 20) {
        totalCount
        nodes {
          id
          number
          state
          submittedOn
          benefitType {
            code
            label(language: $language)
          }
          decisions {
            ...DecisionFields
          }
        }
      }
    }
  }
`);

/** The means behind an earlier decision, to put them beside those of today. */
export const EarlierMeans = graphql(`
  query EarlierMeans($id: ID!) {
    application(id: $id) {
      id
      household {
        id
      }
      submittedOn
      means {
        status
        income
        gmiBenefit
        housingAllowance
      }
      incomes {
        source
        monthly
        evidence
        person {
          id
          reference
        }
      }
    }
  }
`);

/** What lay before whoever proposed a decision, and was passed over, with why. */
export const PassedOver = graphql(`
  query DecisionPassedOver($id: ID!, $language: Language!) {
    decision(id: $id) {
      id
      differencesExplained
      incomeDifferences {
        ...IncomeDifferenceFields
      }
      recordDifferences {
        ...RecordDifferenceFields
      }
    }
  }
`);

/** Approves a proposal. */
export const ApproveDecision = graphql(`
  mutation ApproveDecision($id: ID!, $version: Int!) {
    approveDecision(id: $id, version: $version) {
      decision {
        id
        version
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

/** Returns a proposal to who made it. */
export const ReturnDecision = graphql(`
  mutation ReturnDecision($id: ID!, $version: Int!, $reason: String!) {
    returnDecision(id: $id, version: $version, reason: $reason) {
      decision {
        id
        version
        state
        returnReason
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
