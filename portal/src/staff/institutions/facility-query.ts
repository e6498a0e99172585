import type { ResultOf } from '@graphql-typed-document-node/core';
import { graphql } from '../../gql/staff/index.js';

/** A facility on a day: its beds, how full it is, and the weeks to come. */
export const facilityQuery = graphql(`
  query Facility($id: ID!, $on: Date!) {
    facility(id: $id) {
      id
      name
      kind
      address
      closedOn
      registration {
        number
        validTo
        serviceType {
          code
        }
      }
      occupancy(on: $on) {
        capacity
        occupied
        absent
        reserved
        free
      }
      board(on: $on) {
        name
        room
        placement {
          id
          version
          from
          until
          funding
          emergency
          confirmedOn
          confirmationDue
          person {
            id
            reference
          }
        }
        absence {
          id
          version
          reason
          from
          keptUntil
        }
      }
      forecast {
        on
        capacity
        occupied
        reserved
        leaving
        free
        expectedFree
      }
      waitingList {
        id
        position
        urgency
        since
        person {
          id
          reference
        }
      }
    }
  }
`);

/** A facility as it is shown. */
export type FacilityData = NonNullable<ResultOf<typeof facilityQuery>['facility']>;

/** A bed of the board. */
export type Bed = FacilityData['board'][number];

/** A bed that somebody holds. */
export type HeldBed = Bed & { placement: NonNullable<Bed['placement']> };

/** Whether somebody holds a bed. */
export const isHeld = (bed: Bed): bed is HeldBed => Boolean(bed.placement);
