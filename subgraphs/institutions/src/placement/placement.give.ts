import { constraintOf, isExclusionViolation, newId } from '@atbalsts/database';
import { type Context, type FundingSource, ProblemCode, refuse } from '@atbalsts/graphql';
import type { Facility } from '../facility/facility.entity.js';
import { dayKinds } from '../facility/facility-kind.js';
import { findFreeBeds, hasCapacity, hasPlace, takeFirst } from './placement.beds.js';
import { overlap } from './placement.checks.js';
import { Placement } from './placement.entity.js';

/** A place to be given to a person. */
export interface NewPlacement {
  personId: string;
  from: string;
  until: string | null;
  /** The place by its name; null for any. */
  place: string | null;
  accommodation: boolean;
  funding: FundingSource;
  requestId: string | null;
  emergency: string | null;
  /** The stay that it continues. */
  continuesId: string | null;
}

/**
 * Gives a place in a facility that the caller holds: the one named, or any free one. Refuses NO_VACANCY where capacity or beds do not allow it. The
 * database's exclusion constraints have the last word, also against who took no lock.
 */
export async function givePlace(context: Context, facility: Facility, given: NewPlacement): Promise<Placement> {
  const { place: name, accommodation, from } = given;
  if (name && !(await hasPlace(context, facility.id, name, from))) {
    refuse(ProblemCode.NOT_FOUND, `Vietas “${name}” šajā iestādē nav.`, `The facility has no place “${name}”.`, 'place');
  }
  const counted = accommodation || dayKinds.includes(facility.kind); // help of a crisis centre without a bed takes nobody's place
  if (counted && !(await hasCapacity(context, facility.id, given.personId, from, accommodation))) noVacancy(null);
  try {
    if (!accommodation) return await write(context, facility, given, null);
    const beds = await findFreeBeds(context, facility.id, from, given.until, name);
    return (await takeFirst(context, beds, (bed) => write(context, facility, given, bed.id))) ?? noVacancy(name);
  } catch (error) {
    if (isExclusionViolation(error) && constraintOf(error) !== 'placement_bed_holds_one')
      overlap(given.continuesId ? 'placementId' : 'personId');
    throw error;
  }
}

function noVacancy(name: string | null): never {
  if (name) refuse(ProblemCode.NO_VACANCY, `Vieta “${name}” nav brīva.`, `The place “${name}” is not free.`, 'place');
  refuse(
    ProblemCode.NO_VACANCY,
    'Iestādē no šīs dienas nav brīvas vietas.',
    'The facility has no free place from that day on.',
    'facilityId',
  );
}

async function write(context: Context, facility: Facility, given: NewPlacement, placeId: string | null): Promise<Placement> {
  const { em, municipality, principal, today } = context;
  const placement = em.create(Placement, {
    id: newId(),
    municipality,
    personId: given.personId,
    facilityId: facility.id,
    placeId,
    accommodation: placeId !== null,
    from: given.from,
    until: given.until,
    endedOn: null,
    destination: null,
    funding: given.funding,
    requestId: given.requestId,
    emergency: given.emergency,
    admittedBy: principal.subject,
    admittedOn: today,
    confirmedBy: null,
    confirmedOn: null,
    continuesId: given.continuesId,
  } as never);
  await em.flush();
  // who gets a place there no longer waits for one
  await em.execute(
    `update facility_waiting_entry set ended_on = greatest(since_date, ?::date), ended_why = 'PLACED', version = version + 1
      where facility_id = ? and person_id = ? and municipality = ? and ended_on is null`,
    [today, facility.id, given.personId, municipality],
  );
  return placement;
}
