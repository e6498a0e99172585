import { graphql } from '../../gql/staff/index.js';

/** Batches of payments, the latest first. */
export const Batches = graphql(`
  query PaymentBatches($after: String) {
    paymentBatches(first: 30, after: $after) {
      totalCount
      nodes {
        id
        number
        month
        state
        version
        count
        total
        deducted
        payOn
        preparedBy {
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

/** Puts every due payment of a month into a batch. */
export const PrepareBatch = graphql(`
  mutation PreparePaymentBatch($month: Date!) {
    preparePaymentBatch(month: $month) {
      batch {
        id
        number
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

/** Approves a batch; never by who prepared it. */
export const ApproveBatch = graphql(`
  mutation ApprovePaymentBatch($id: ID!, $version: Int!) {
    approvePaymentBatch(id: $id, version: $version) {
      batch {
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

/** Gives the order to the bank. */
export const ExportBatch = graphql(`
  mutation ExportPaymentBatch($id: ID!, $version: Int!, $payOn: Date) {
    exportPaymentBatch(id: $id, version: $version, payOn: $payOn) {
      batch {
        id
        version
        state
      }
      file
      leftOut {
        id
        payable
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

/** Takes the bank's own answer to a batch. */
export const ApplyAnswer = graphql(`
  mutation ApplyBankAnswer($input: ApplyBankAnswerInput!) {
    applyBankAnswer(input: $input) {
      batch {
        id
        version
        state
      }
      paid
      rejected
      takenBefore
      problems {
        code
        field
        lv: message
        en: message(language: EN)
      }
    }
  }
`);

/** Overpayments that are got back, the newest first, with what was kept back of which payment. */
export const RecoveriesList = graphql(`
  query PaymentRecoveries($state: RecoveryState, $after: String) {
    recoveries(first: 50, after: $after, state: $state) {
      totalCount
      nodes {
        id
        amount
        balance
        state
        establishedOn
        person {
          id
          reference
        }
        decision {
          id
          number
          application {
            id
            number
          }
        }
        months {
          month
          amount
        }
        deductions {
          amount
          deductedOn
          releasedOn
          payment {
            id
            month
            batch {
              id
              number
            }
          }
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);
