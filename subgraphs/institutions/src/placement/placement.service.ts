import { constraintOf, isExclusionViolation, newId } from '@atbalsts/database';
import { publish } from '@atbalsts/facts';
import { type Context, mutate, type Payload, ProblemCode, Refusal, refuse } from '@atbalsts/graphql';
import type { Facility } from '../facility/facility.entity.js';
import { facilityById } from '../facility/facility.loader.js';
import { dayKinds } from '../facility/facility-kind.js';
import { findFreeBeds, hasCapacity, hasPlace, takeFirst } from './placement.beds.js';
import { Placement } from './placement.entity.js';
import type { AdmitInput } from './placement.input.js';
import { type AskedRequest, accommodationIn, admissionProblems, requestProblem } from './placement.rules.js';

/**
 * Admits a person to a facility: OVERLAP (asked first), NOT_REGISTERED, then the basis (a granted request or an emergency) and the person, NO_VACANCY.
 * Other domains are asked before any lock is taken. Then the person and the facility are locked, in this order, and everything of our own is asked
 * again: admissions of one person or to one facility go one after another, and the database's exclusion constraints decide whatever comes by other ways.
 */
export function admit(context: Context, input: AdmitInput): Promise<Payload<'placement', Placement>> {
  return mutate(context, 'placement', async () => {
    const problems = admissionProblems(input, context.today);
    if (problems.length) throw new Refusal(problems);
    const facility = await context.load(facilityById, input.facilityId);
    if (!facility) refuse(ProblemCode.NOT_FOUND, 'Tādas iestādes nav.', 'There is no such facility.', 'facilityId');
    const accommodation = accommodationIn(facility.kind, input);
    if (typeof accommodation !== 'boolean') throw new Refusal([accommodation]);
    await refuseOverlap(context, input, accommodation);
    await refuseUnregistered(context, facility, input.from, false);
    await refuseWithoutBasis(context, facility, input);
    await lock(context, facility, input.personId);
    await refuseOverlap(context, input, accommodation);
    await refuseUnregistered(context, facility, input.from, true);
    const placement = await place(context, facility, input, accommodation);
    await publish(context.em, {
      kind: 'placement',
      key: placement.id,
      municipality: placement.municipality,
      body: {
        placementId: placement.id,
        personId: placement.personId,
        facilityId: facility.id,
        kind: facility.kind,
        from: placement.from,
        endedOn: null,
      },
    });
    await context.audit.write(context.em, {
      action: 'placement.admit',
      personId: placement.personId,
      object: `placement:${placement.id}`,
      fields: Object.keys(input).filter((key) => input[key as keyof AdmitInput] != null),
    });
    return placement;
  });
}

/** Refuses where the person lives somewhere from that day on, or has a place in this facility already. */
async function refuseOverlap({ em, municipality }: Context, input: AdmitInput, accommodation: boolean): Promise<void> {
  const held = await em.execute(
    `select from placement where person_id = ? and municipality = ? and (facility_id = ? or (accommodation and ?))
      and daterange(from_date, ended_on) && daterange(?::date, null) limit 1`,
    [input.personId, municipality, input.facilityId, accommodation, input.from],
  );
  if (held.length) overlap();
}

function overlap(): never {
  refuse(
    ProblemCode.OVERLAP,
    'Personai šajā laikā jau ir vieta. Vispirms izrakstiet vai pārvietojiet.',
    'The person has a place at that time already. Discharge or transfer first.',
    'personId',
  );
}

/** Refuses where no registration holds on the day. `held`: keeps it from being changed until the transaction ends. */
async function refuseUnregistered({ em, municipality }: Context, facility: Facility, on: string, held: boolean): Promise<void> {
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

/** The person must be one of the town's; the request, where one is named, must be granted to that person. Both owners are asked; no answer refuses. */
async function refuseWithoutBasis(context: Context, facility: Facility, { personId, requestId }: AdmitInput): Promise<void> {
  const { person } = await context.ask<{ person: { id: string } | null }>('registry', 'query($id: ID!) { person(id: $id) { id } }', {
    id: personId,
  });
  if (!person)
    refuse(ProblemCode.NOT_FOUND, 'Tādas personas jūsu pašvaldībā nav.', 'There is no such person in your municipality.', 'personId');
  if (!requestId) return;
  const asked = await context.ask<{ serviceRequest: AskedRequest }>(
    'services',
    'query($id: ID!) { serviceRequest(id: $id) { state person { id } serviceType { code } } }',
    { id: requestId },
  );
  const problem = requestProblem(asked.serviceRequest, personId, facility.kind);
  if (problem) throw new Refusal([problem]);
}

/** Admissions of one person, and to one facility, go one after another until the transaction ends. */
async function lock({ em, municipality }: Context, facility: Facility, personId: string): Promise<void> {
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`placement of ${personId}`]);
  await em.execute('select id from facility where id = ? and municipality = ? for no key update', [facility.id, municipality]);
}

async function place(context: Context, facility: Facility, input: AdmitInput, accommodation: boolean): Promise<Placement> {
  const name = input.place?.trim() || null;
  if (name && !(await hasPlace(context, facility.id, name, input.from))) {
    refuse(ProblemCode.NOT_FOUND, `Vietas “${name}” šajā iestādē nav.`, `The facility has no place “${name}”.`, 'place');
  }
  const counted = accommodation || dayKinds.includes(facility.kind); // help of a crisis centre without a bed takes nobody's place
  if (counted && !(await hasCapacity(context, facility.id, input.from, accommodation))) noVacancy(null);
  try {
    if (!accommodation) return await write(context, facility, input, null);
    const beds = await findFreeBeds(context, facility.id, input.from, input.until ?? null, name);
    return (await takeFirst(context, beds, (bed) => write(context, facility, input, bed.id))) ?? noVacancy(name);
  } catch (error) {
    if (isExclusionViolation(error) && constraintOf(error) !== 'placement_bed_holds_one') overlap();
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

async function write(
  { em, municipality, principal }: Context,
  facility: Facility,
  input: AdmitInput,
  placeId: string | null,
): Promise<Placement> {
  const placement = em.create(Placement, {
    id: newId(),
    municipality,
    personId: input.personId,
    facilityId: facility.id,
    placeId,
    accommodation: placeId !== null,
    from: input.from,
    until: input.until ?? null,
    endedOn: null,
    destination: null,
    funding: input.funding,
    requestId: input.requestId ?? null,
    emergency: input.emergency?.trim() || null,
    admittedBy: principal.subject,
  } as never);
  await em.flush();
  return placement;
}
