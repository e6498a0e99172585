import { graphql } from '../../../gql/staff/index.js';

/** Who may be meant: a search that the graph audits. */
export const FindApplicant = graphql(`
  query FindApplicant($search: String!) {
    persons(search: $search, first: 12) {
      totalCount
      nodes {
        id
        reference
        givenName
        familyName
        birthDate
      }
    }
  }
`);

/** Who applies: names are a look that the graph audits, so they are asked for once, whatever day is typed. */
export const Applicant = graphql(`
  query NewApplicationApplicant($id: ID!) {
    person(id: $id) {
      id
      reference
      givenName
      familyName
      age
    }
  }
`);

/** The household of who applies, on the day of the application. */
export const HouseholdOfDay = graphql(`
  query NewApplicationHousehold($id: ID!, $on: Date!) {
    person(id: $id) {
      id
      household(on: $on) {
        id
        reference
        members(on: $on) {
          person {
            id
          }
        }
      }
    }
  }
`);

/** Takes in an application. */
export const SubmitApplication = graphql(`
  mutation SubmitApplication($input: SubmitApplicationInput!) {
    submitApplication(input: $input) {
      application {
        id
        number
        legalGround
        benefitType {
          code
          meansTested
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

/** Declares the means of the household. */
export const DeclareMeans = graphql(`
  mutation DeclareMeans($input: DeclareMeansInput!) {
    declareMeans(input: $input) {
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
