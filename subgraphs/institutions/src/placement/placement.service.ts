import { publish } from '@atbalsts/facts';
import { type Context, mutate, type Payload, Refusal } from '@atbalsts/graphql';
import { getFacility, refuseOverlap, refuseStranger, refuseUngranted, refuseUnregistered } from './placement.checks.js';
import type { Placement } from './placement.entity.js';
import { placementFact } from './placement.fact.js';
import { givePlace } from './placement.give.js';
import { holdFacility, holdPerson } from './placement.held.js';
import type { AdmitInput } from './placement.input.js';
import { accommodationIn, admissionProblems } from './placement.rules.js';

/**
 * Admits a person to a facility: OVERLAP (asked first), NOT_REGISTERED, then the basis (a granted request or an emergency) and the person, NO_VACANCY.
 * Other domains are asked before any lock is taken. Then the person and the facility are locked, in this order, and everything of our own is asked
 * again: admissions of one person or to one facility go one after another, and the database's exclusion constraints decide whatever comes by other ways.
 */
export function admit(context: Context, input: AdmitInput): Promise<Payload<'placement', Placement>> {
  return mutate(context, 'placement', async () => {
    const problems = admissionProblems(input);
    if (problems.length) throw new Refusal(problems);
    const facility = await getFacility(context, input.facilityId);
    const accommodation = accommodationIn(facility.kind, input);
    if (typeof accommodation !== 'boolean') throw new Refusal([accommodation]);
    await refuseOverlap(context, input, accommodation);
    await refuseUnregistered(context, facility, input.from, false);
    await refuseStranger(context, input.personId);
    if (input.requestId) await refuseUngranted(context, facility, input.personId, input.requestId);
    await holdPerson(context, input.personId);
    await holdFacility(context, facility);
    await refuseOverlap(context, input, accommodation);
    await refuseUnregistered(context, facility, input.from, true);
    const placement = await givePlace(context, facility, {
      personId: input.personId,
      from: input.from,
      until: input.until ?? null,
      place: input.place?.trim() || null,
      accommodation,
      funding: input.funding,
      requestId: input.requestId ?? null,
      emergency: input.emergency?.trim() || null,
      continuesId: null,
    });
    await publish(context.em, placementFact(placement, facility.kind));
    await context.audit.write(context.em, {
      action: 'placement.admit',
      personId: placement.personId,
      object: `placement:${placement.id}`,
      fields: Object.keys(input).filter((key) => input[key as keyof AdmitInput] != null),
    });
    return placement;
  });
}
