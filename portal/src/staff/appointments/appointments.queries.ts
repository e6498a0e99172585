import { graphql } from '../../gql/staff/index.js';

/** Who is signed in, as an employee who receives. */
export const MySelf = graphql(`
  query AppointmentsSelf {
    viewer {
      employee {
        id
        name
      }
    }
  }
`);

/** An appointment as it is shown. */
export const AppointmentFields = graphql(`
  fragment AppointmentFields on Appointment {
    id
    version
    startsAt
    endsAt
    purpose
    state
    cancelReason
    person {
      id
      reference
    }
    employee {
      id
      name
    }
  }
`);

/** Appointments of a day, or of a person. */
export const AppointmentsQuery = graphql(`
  query Appointments($filter: AppointmentFilter!, $after: String) {
    appointments(first: 50, after: $after, filter: $filter) {
      totalCount
      nodes {
        id
        ...AppointmentFields
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

/** When an employee is free on a day. */
export const FreeTimes = graphql(`
  query FreeTimes($employeeId: ID!, $on: Date!) {
    freeTimes(employeeId: $employeeId, on: $on) {
      startsAt
      endsAt
      room
    }
  }
`);

/** Books a free time. */
export const BookAppointment = graphql(`
  mutation BookAppointment($input: BookAppointmentInput!) {
    bookAppointment(input: $input) {
      appointment {
        id
        startsAt
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

/** Writes down what came of an appointment. */
export const SettleAppointment = graphql(`
  mutation SettleAppointment($input: SettleAppointmentInput!) {
    settleAppointment(input: $input) {
      appointment {
        id
        version
        state
        cancelReason
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

/** Says when an employee receives. */
export const OpenReceptionHours = graphql(`
  mutation OpenReceptionHours($input: OpenReceptionHoursInput!) {
    openReceptionHours(input: $input) {
      receptionHours {
        id
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
