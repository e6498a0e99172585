import { graphql } from '../../gql/staff/index.js';

/** A complaint, a suggestion or thanks as the list shows it. */
export const SubmissionFields = graphql(`
  fragment SubmissionFields on Submission {
    id
    number
    version
    kind
    receivedOn
    sender
    contact
    text
    dueOn
    late
    termCitation
    answeredOn
    answer
    person {
      id
      reference
    }
    about {
      id
      name
    }
    recordedBy {
      id
      name
    }
    answeredBy {
      id
      name
    }
  }
`);

/** Submissions to the town, the first due first. */
export const SubmissionsQuery = graphql(`
  query Submissions($filter: SubmissionFilter, $after: String) {
    submissions(first: 20, after: $after, filter: $filter) {
      totalCount
      nodes {
        id
        ...SubmissionFields
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

/** Records a submission that came. */
export const ReceiveSubmission = graphql(`
  mutation ReceiveSubmission($input: ReceiveSubmissionInput!) {
    receiveSubmission(input: $input) {
      submission {
        id
        number
        dueOn
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

/** Answers a submission. */
export const AnswerSubmission = graphql(`
  mutation AnswerSubmission($input: AnswerSubmissionInput!) {
    answerSubmission(input: $input) {
      submission {
        id
        version
        answeredOn
        answer
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
