import { newId } from '@atbalsts/database';
import { type Context, mutate, ProblemCode, Refusal, refuse } from '@atbalsts/graphql';
import type { Facility } from '../facility/facility.entity.js';
import { occupancyOn } from '../facility/facility.loader.js';
import { getFacility, refuseStranger, refuseUnregistered } from '../placement/placement.checks.js';
import { holdFacility, holdPerson } from '../placement/placement.held.js';
import type { RecordNightInput } from './night.input.js';
import type { NightStayPayload } from './night.payload.js';
import { nightProblem } from './night.rules.js';

/**
 * Records a night in the night shelter, once per person and night, held by a unique constraint. Who has an agreement there sleeps in the own bed;
 * anybody else needs a free one that night. A night that is on record already is answered without asking anything else again.
 */
export async function recordNight(context: Context, input: RecordNightInput): Promise<NightStayPayload> {
  const { night, problems } = await mutate(context, 'night', async () => {
    const facility = await getFacility(context, input.facilityId);
    const wrong = nightProblem(facility.kind, input.night, context.today);
    if (wrong) throw new Refusal([wrong]);
    await refuseStranger(context, input.personId);
    await holdPerson(context, input.personId);
    if (await isRecorded(context, input)) return { repeated: true };
    await refuseResident(context, input);
    await refuseUnregistered(context, facility, input.night, true);
    if (!(await hasAgreement(context, input))) await refuseFull(context, facility, input.night);
    return { repeated: !(await write(context, input)) };
  });
  return { recorded: night !== null, repeated: night?.repeated ?? false, problems };
}

/** Whether that night is on record there. Refuses OVERLAP where it is elsewhere: a person sleeps in one place a night. */
async function isRecorded({ em, municipality }: Context, { personId, facilityId, night }: RecordNightInput): Promise<boolean> {
  const [known] = await em.execute<{ here: boolean }[]>(
    'select facility_id = ? as here from night_stay where person_id = ? and night = ? and municipality = ?',
    [facilityId, personId, night, municipality],
  );
  if (known && !known.here) sleepsElsewhere();
  return known !== undefined;
}

/** Refuses OVERLAP where the person lives in another facility that night. */
async function refuseResident({ em, municipality }: Context, { personId, facilityId, night }: RecordNightInput): Promise<void> {
  const found = await em.execute(
    'select from placement where person_id = ? and municipality = ? and facility_id <> ? and accommodation and daterange(from_date, ended_on) @> ?::date',
    [personId, municipality, facilityId, night],
  );
  if (found.length) sleepsElsewhere();
}

function sleepsElsewhere(): never {
  refuse(
    ProblemCode.OVERLAP,
    'Šajā naktī personai ir vieta citā iestādē.',
    'The person has a place in another facility that night.',
    'personId',
  );
}

async function hasAgreement({ em, municipality }: Context, { personId, facilityId, night }: RecordNightInput): Promise<boolean> {
  const found = await em.execute(
    'select from placement where person_id = ? and municipality = ? and facility_id = ? and daterange(from_date, ended_on) @> ?::date',
    [personId, municipality, facilityId, night],
  );
  return found.length > 0;
}

async function refuseFull(context: Context, facility: Facility, night: string): Promise<void> {
  await holdFacility(context, facility);
  const { free } = await context.load(occupancyOn, { facilityId: facility.id, on: night });
  if (free > 0) return;
  refuse(ProblemCode.NO_VACANCY, 'Šajā naktī naktspatversmē nav brīvas vietas.', 'The night shelter is full that night.', 'facilityId');
}

/** Writes the night and its audit entry; false where somebody who took no lock was quicker. */
async function write(context: Context, input: RecordNightInput): Promise<boolean> {
  const { em, municipality } = context;
  const id = newId();
  const written = await em.execute(
    `insert into night_stay (id, municipality, person_id, facility_id, night) values (?, ?, ?, ?, ?)
     on conflict (person_id, night) do nothing returning id`,
    [id, municipality, input.personId, input.facilityId, input.night],
  );
  if (!written.length) {
    if (!(await isRecorded(context, input))) sleepsElsewhere(); // on record in another municipality
    return false;
  }
  await context.audit.write(em, { action: 'night.record', personId: input.personId, object: `night-stay:${id}`, fields: ['night'] });
  return true;
}
