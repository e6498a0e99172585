import { graphql } from '../../../gql/staff/index.js';

/** Records a change of income or household inside a granted period. */
export const DeclareChange = graphql(`
  mutation DeclareChange($input: DeclareChangeInput!) {
    declareChange(input: $input) {
      application {
        id
        number
        effectiveFrom
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

/** The applications of a client with what they change: what came of a change that was declared. */
export const ChangesOfApplicant = graphql(`
  query ChangesOfApplicant($id: ID!) {
    person(id: $id) {
      id
      applications(first: 20) {
        nodes {
          id
          number
          state
          effectiveFrom
          changes {
            id
          }
        }
      }
    }
  }
`);

/** The household that the client belongs to on the day of a change. */
export const HouseholdOnChange = graphql(`
  query HouseholdOnChange($id: ID!, $on: Date!) {
    person(id: $id) {
      id
      household(on: $on) {
        id
        reference
        members(on: $on) {
          person {
            id
            reference
            age(on: $on)
          }
        }
      }
    }
  }
`);
