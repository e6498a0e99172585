import { graphql } from '../../../gql/staff/index.js';

/** Adds a signed note to an open case. */
export const AddCaseNote = graphql(`
  mutation AddCaseNote($input: AddCaseNoteInput!) {
    addCaseNote(input: $input) {
      problems {
        code
        field
        lv: message
        en: message(language: EN)
      }
    }
  }
`);

/** Hands a case over to another employee. */
export const HandOverCase = graphql(`
  mutation HandOverCase($input: HandOverCaseInput!) {
    handOverCase(input: $input) {
      socialCase {
        id
        version
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

/** Closes a case with the outcome of every goal. */
export const CloseCase = graphql(`
  mutation CloseCase($input: CloseCaseInput!) {
    closeCase(input: $input) {
      socialCase {
        id
        version
        closedOn
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

/** Records a home visit with an opinion. */
export const RecordHomeVisit = graphql(`
  mutation RecordHomeVisit($input: RecordHomeVisitInput!) {
    recordHomeVisit(input: $input) {
      problems {
        code
        field
        lv: message
        en: message(language: EN)
      }
    }
  }
`);

/** Records that a duty of the agreement is fulfilled. */
export const FulfilDuty = graphql(`
  mutation FulfilDuty($input: FulfilDutyInput!) {
    fulfilDuty(input: $input) {
      problems {
        code
        field
        lv: message
        en: message(language: EN)
      }
    }
  }
`);

/** Adds a goal to an open case. */
export const AddCaseGoal = graphql(`
  mutation AddCaseGoal($input: AddCaseGoalInput!) {
    addCaseGoal(input: $input) {
      socialCase {
        id
        version
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
