import { graphql } from '../../gql/staff/index.js';

/** A report of violence as the list shows it. */
export const ViolenceFields = graphql(`
  fragment ViolenceFields on ViolenceReport {
    id
    number
    version
    receivedOn
    happenedOn
    reporter
    reporterContact
    victim
    victimDescribed
    kinds
    place
    account
    danger
    dueOn
    late
    outcome
    findings
    examinedOn
    person {
      id
      reference
    }
    recordedBy {
      id
      name
    }
    examinedBy {
      id
      name
    }
    followUps {
      id
      kind
      note
      on
      addedBy {
        id
        name
      }
    }
  }
`);

/** Reports that nobody has examined yet, the first due first. */
export const UnexaminedQuery = graphql(`
  query UnexaminedViolence($after: String) {
    unexaminedViolenceReports(first: 20, after: $after) {
      totalCount
      nodes {
        id
        ...ViolenceFields
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

/** Reports that were examined, the latest first. */
export const ExaminedQuery = graphql(`
  query ExaminedViolence($after: String) {
    violenceReports(first: 20, after: $after, filter: { examined: true }) {
      totalCount
      nodes {
        id
        ...ViolenceFields
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

/** Records what was told; number and term come also to who may not read the report. */
export const ReportViolence = graphql(`
  mutation ReportViolence($input: ReportViolenceInput!) {
    reportViolence(input: $input) {
      number
      dueOn
      problems {
        code
        field
        lv: message
        en: message(language: EN)
      }
    }
  }
`);

/** Writes down what the examination found. */
export const ExamineViolence = graphql(`
  mutation ExamineViolence($input: ExamineViolenceInput!) {
    examineViolence(input: $input) {
      violenceReport {
        id
        version
        outcome
        examinedOn
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

/** Adds what followed. */
export const AddViolenceFollowUp = graphql(`
  mutation AddViolenceFollowUp($input: AddViolenceFollowUpInput!) {
    addViolenceFollowUp(input: $input) {
      violenceReport {
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

/** Cases, referrals and stays of the person, one of which may have followed the report. */
export const RecordsOfVictim = graphql(`
  query RecordsOfVictim($id: ID!) {
    person(id: $id) {
      id
      cases {
        id
        number
        openedOn
      }
      referrals {
        id
        purpose
        organisation {
          id
          name
        }
      }
      currentPlacement {
        id
        from
        facility {
          id
          name
        }
      }
    }
  }
`);
