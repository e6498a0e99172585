import { graphql } from '../../gql/staff/index.js';

/** Who is signed in as an employee, and how many cases they have. */
export const MyCaseload = graphql(`
  query MyCaseload {
    viewer {
      employee {
        id
        name
        caseload {
          open
          highRisk
          norm
          over
        }
      }
    }
  }
`);

/** What is due of the person's own cases, to be shown in their lines. */
export const MyDue = graphql(`
  query MyDueCases {
    myDay {
      on
      overdue {
        number
        dueOn
      }
      thisWeek {
        number
        dueOn
      }
    }
  }
`);

/** Open cases by responsible employee, group and risk. */
export const OpenCases = graphql(`
  query OpenCases($filter: SocialCaseFilter, $after: String) {
    socialCases(first: 50, after: $after, filter: $filter) {
      totalCount
      nodes {
        id
        number
        targetGroup
        risk
        openedOn
        workDueOn
        person {
          id
          reference
        }
        responsible {
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

/** A case with everything that belongs to it; notes and risks for who may read them. */
export const CasePage = graphql(`
  query CasePage($id: ID!, $notes: Boolean!, $risks: Boolean!) {
    socialCase(id: $id) {
      id
      number
      version
      targetGroup
      risk
      openedOn
      closedOn
      workDueOn
      riskDueOn @include(if: $risks)
      person {
        id
        reference
        age
        homeVisits {
          id
          on
          opinions {
            findings
            employee {
              id
              name
            }
          }
        }
        participationAgreement {
          id
          agreedOn
          state
          parties {
            id
            name
          }
          duties {
            id
            text
            domain
            dueOn
            fulfilledOn
          }
        }
        serviceRequests {
          id
          number
          state
          requestedOn
          dueOn
          serviceType {
            code
            lv: label
            en: label(language: EN)
          }
        }
      }
      household {
        id
        reference
      }
      responsible {
        id
        name
      }
      goals {
        id
        text
        activities
        dueOn
        outcome
      }
      handovers {
        on
        reason
        from {
          id
          name
        }
        to {
          id
          name
        }
      }
      riskAssessments @include(if: $risks) {
        id
        on
        score
        level
        nextDueOn
        findings
        assessedBy {
          id
          name
        }
      }
      notes(first: 20) @include(if: $notes) {
        totalCount
        nodes {
          id
          at
          text
          author {
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
  }
`);

/** Employees to choose from. */
export const ColleaguesQuery = graphql(`
  query Colleagues($after: String) {
    employees(first: 200, after: $after) {
      nodes {
        id
        name
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);
