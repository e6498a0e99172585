import { type Context, ProblemCode, Refusal, refuse } from '@atbalsts/graphql';
import type { Facility } from '../facility/facility.entity.js';
import { facilityById } from '../facility/facility.loader.js';
import { type AskedRequest, requestProblem } from './placement.rules.js';

/** A facility of the municipality. Refuses NOT_FOUND. */
export async function getFacility(context: Context, id: string): Promise<Facility> {
  const facility = await context.load(facilityById, id);
  if (!facility) refuse(ProblemCode.NOT_FOUND, 'Tādas iestādes nav.', 'There is no such facility.', 'facilityId');
  return facility;
}

/** Refuses where the person lives somewhere from that day on, or has a place in this facility already. */
export async function refuseOverlap(
  { em, municipality }: Context,
  { personId, facilityId, from }: { personId: string; facilityId: string; from: string },
  accommodation: boolean,
  field = 'personId',
): Promise<void> {
  const held = await em.execute(
    `select from placement where person_id = ? and municipality = ? and (facility_id = ? or (accommodation and ?))
      and daterange(from_date, ended_on) && daterange(?::date, null) limit 1`,
    [personId, municipality, facilityId, accommodation, from],
  );
  if (held.length) overlap(field);
}

/** The refusal of a second place at the same time. */
export function overlap(field: string): never {
  refuse(
    ProblemCode.OVERLAP,
    'Personai šajā laikā jau ir vieta. Vispirms izrakstiet vai pārvietojiet.',
    'The person has a place at that time already. Discharge or transfer first.',
    field,
  );
}

/** Refuses where no registration holds on the day. `held`: keeps it from being changed until the transaction ends. */
export async function refuseUnregistered({ em, municipality }: Context, facility: Facility, on: string, held: boolean): Promise<void> {
  const found = await em.execute(
    `select id from provider_registration where facility_id = ? and municipality = ? and daterange(valid_from, valid_to) @> ?::date ${held ? 'for share' : ''}`,
    [facility.id, municipality, on],
  );
  if (found.length) return;
  refuse(
    ProblemCode.NOT_REGISTERED,
    'Iestāde šajā dienā nav sociālo pakalpojumu sniedzēju reģistrā. Pagariniet reģistrāciju.',
    'The facility is not in the register of providers on that day. Renew the registration.',
    'facilityId',
  );
}

/** The person must be one of the town's: the registry is asked; no answer refuses. */
export async function refuseStranger(context: Context, personId: string): Promise<void> {
  const { person } = await context.ask<{ person: { id: string } | null }>('registry', 'query($id: ID!) { person(id: $id) { id } }', {
    id: personId,
  });
  if (!person)
    refuse(ProblemCode.NOT_FOUND, 'Tādas personas jūsu pašvaldībā nav.', 'There is no such person in your municipality.', 'personId');
}

/** The request must be granted to this person, for the service of the facility: services is asked; no answer refuses. */
export async function refuseUngranted(context: Context, facility: Facility, personId: string, requestId: string): Promise<void> {
  const asked = await context.ask<{ serviceRequest: AskedRequest }>(
    'services',
    'query($id: ID!) { serviceRequest(id: $id) { state person { id } serviceType { code } } }',
    { id: requestId },
  );
  const problem = requestProblem(asked.serviceRequest, personId, facility.kind);
  if (problem) throw new Refusal([problem]);
}
