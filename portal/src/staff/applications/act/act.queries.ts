import { graphql } from '../../../gql/staff/index.js';

/** Proposes a decision; the amount is the graph's. */
export const ProposeDecision = graphql(`
  mutation ProposeDecision($input: ProposeDecisionInput!) {
    proposeDecision(input: $input) {
      decision {
        id
        application {
          id
          version
          state
        }
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

/** Withdraws an application by the client's wish. */
export const WithdrawApplication = graphql(`
  mutation WithdrawApplication($id: ID!, $version: Int!, $on: Date!) {
    withdrawApplication(id: $id, version: $version, on: $on) {
      application {
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

/** Records that a decision was notified. */
export const NotifyDecision = graphql(`
  mutation NotifyDecision($id: ID!, $on: Date!) {
    notifyDecision(id: $id, on: $on) {
      decision {
        id
        version
        state
        notifiedOn
        challengeUntil
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
