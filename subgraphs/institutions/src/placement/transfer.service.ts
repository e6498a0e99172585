import { publishMany } from '@atbalsts/facts';
import { type Context, mutate, type Payload, Refusal } from '@atbalsts/graphql';
import { placeById } from '../facility/facility.loader.js';
import type { FacilityKind } from '../facility/facility-kind.js';
import { endStay } from './discharge.service.js';
import { getFacility, refuseOverlap, refuseUngranted, refuseUnregistered } from './placement.checks.js';
import type { Placement } from './placement.entity.js';
import { placementFact } from './placement.fact.js';
import { givePlace } from './placement.give.js';
import { getPlacement, holdFacility, holdPlacement } from './placement.held.js';
import { accommodationIn } from './placement.rules.js';
import type { TransferInput } from './transfer.input.js';
import { type Basis, basisProblem, destinationIn, moveProblem } from './transfer.rules.js';

/**
 * Moves a person: ends the stay on the day in the one facility and begins another in the other, in one savepoint, so that the person is never without
 * a bed nor in two. Refused or failed half-way, nothing has changed. The new stay continues the old one: its basis, agreed end and, unless told
 * otherwise, funding go on. A move within the house needs no registration: nobody is placed there anew.
 */
export function transfer(context: Context, input: TransferInput): Promise<Payload<'placement', Placement>> {
  return mutate(context, 'placement', async () => {
    const { placementId, version, on } = input;
    const seen = await getPlacement(context, placementId, version, 'placementId');
    const facility = await getFacility(context, input.facilityId);
    const left = await getFacility(context, seen.facilityId);
    if (input.requestId) await refuseUngranted(context, facility, seen.personId, input.requestId);
    const before = await holdPlacement(context, placementId, version);
    await endStay(context, before, on, destinationIn[facility.kind]);
    const accommodation = await refuseWrongMove(context, before, input, facility.kind);
    if (!input.requestId) await refuseWithoutBasis(context, before, facility.kind);
    await holdFacility(context, facility);
    const { personId, until } = before;
    await refuseOverlap(context, { personId, facilityId: facility.id, from: on }, accommodation, 'placementId');
    if (left.id !== facility.id) await refuseUnregistered(context, facility, on, true);
    const ended = placementFact(before, left.kind); // now: a bed that is refused empties the identity map
    const placement = await givePlace(context, facility, {
      personId,
      from: on,
      until: until !== null && until > on ? until : null,
      place: input.place?.trim() || null,
      accommodation,
      funding: input.funding ?? before.funding,
      requestId: input.requestId ?? null,
      emergency: null,
      continuesId: before.id,
    });
    await publishMany(context.em, [ended, placementFact(placement, facility.kind)]);
    for (const [{ id }, fields] of [
      [before, ['destination', 'endedOn']],
      [placement, Object.keys(input).filter((key) => input[key as keyof TransferInput] != null)],
    ] as const) {
      await context.audit.write(context.em, { action: 'placement.transfer', personId, object: `placement:${id}`, fields });
    }
    return placement;
  });
}

/** Whether the person gets a bed there; refuses what cannot be right in the input. */
async function refuseWrongMove(context: Context, before: Placement, input: TransferInput, kind: FacilityKind): Promise<boolean> {
  const toAccommodation = accommodationIn(kind, { from: input.on, place: input.place?.trim() || null });
  if (typeof toAccommodation !== 'boolean') throw new Refusal([toAccommodation]);
  const problem = moveProblem({
    accommodation: before.accommodation,
    toAccommodation,
    sameFacility: before.facilityId === input.facilityId,
    place: before.placeId ? ((await context.load(placeById, before.placeId))?.name ?? null) : null,
    toPlace: input.place?.trim() || null,
  });
  if (problem) throw new Refusal([problem]);
  return toAccommodation;
}

/** Refuses where the basis of the stay, followed back over its transfers, does not hold in a facility of the kind. */
async function refuseWithoutBasis({ em, municipality }: Context, placement: Placement, kind: FacilityKind): Promise<void> {
  const [basis] = await em.execute<Basis[]>(
    `with recursive chain as (
       select p.* from placement p where p.id = ? and p.municipality = ?
       union all
       select p.* from placement p join chain c on p.id = c.continues_id where c.request_id is null and c.emergency is null)
     select f.kind, c.request_id is not null as "byRequest" from chain c join facility f on f.id = c.facility_id
      where c.request_id is not null or c.emergency is not null`,
    [placement.id, municipality],
  );
  const problem = basis && basisProblem(basis, kind);
  if (problem) throw new Refusal([problem]);
}
