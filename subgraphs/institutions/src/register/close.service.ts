import { type Context, ProblemCode, Refusal, refuse } from '@atbalsts/graphql';
import type { Facility } from '../facility/facility.entity.js';
import type { CloseFacilityInput } from './facility-change.input.js';
import { changeFacility } from './facility-change.js';
import type { FacilityPayload } from './facility-change.payload.js';
import { dayProblem } from './facility-change.rules.js';
import { holdingFrom } from './in-the-way.js';

/**
 * Closes a facility from a day on: its capacity, beds and registration end with it, and nobody can be admitted to stay beyond. WRONG_STATE, with who is there, while
 * somebody has a place or a reservation on that day or later, and while people wait for one: they must be told first.
 */
export function closeFacility(context: Context, { facilityId, on, reason }: CloseFacilityInput): Promise<FacilityPayload> {
  return changeFacility(context, facilityId, async ({ facility, refuseBecauseOf }) => {
    const wrong = dayProblem(on, context.today, 'on');
    if (wrong) throw new Refusal([wrong]);
    await refuseBeforeOpening(context, facility, on);
    const inside = await holdingFrom(context, facility, on);
    if (inside.length) {
      await refuseBecauseOf(
        inside,
        `Iestādē vēl ir vai ir gaidīti: ${inside.length}. Vispirms pārvietojiet, izrakstiet vai atceliet rezervācijas.`,
        `${inside.length} are still there or have a place reserved. Transfer, discharge or cancel reservations first.`,
        'on',
      );
    }
    await refuseWhileWaiting(context, facility, on);
    await end(context, facility, on);
    facility.closedOn = on;
    facility.closedWhy = reason?.trim() || null;
    await context.em.flush();
    await context.audit.write(context.em, { action: 'facility.change', object: `facility:${facility.id}`, fields: ['closedOn', 'reason'] });
  });
}

async function refuseBeforeOpening({ em, municipality }: Context, facility: Facility, on: string): Promise<void> {
  const opened = await em.execute(
    'select from facility_capacity where facility_id = ? and municipality = ? and from_date < ?::date limit 1',
    [facility.id, municipality, on],
  );
  if (!opened.length) refuse(ProblemCode.INVALID, 'Tad iestāde vēl nebija atvērta.', 'The facility was not open yet by then.', 'on');
}

async function refuseWhileWaiting({ em, municipality }: Context, facility: Facility, on: string): Promise<void> {
  const [row] = await em.execute<{ waiting: number; nights: number }[]>(
    `select (select count(*)::int from facility_waiting_entry where facility_id = ? and municipality = ? and ended_on is null) as waiting,
            (select count(*)::int from night_stay where facility_id = ? and municipality = ? and night >= ?::date) as nights`,
    [facility.id, municipality, facility.id, municipality, on],
  );
  if (row?.nights) {
    refuse(ProblemCode.WRONG_STATE, 'Vēl pēc šīs dienas tur ir nakšņots.', 'Somebody has slept there on that day or later.', 'on');
  }
  if (!row?.waiting) return;
  refuse(
    ProblemCode.WRONG_STATE,
    `Uz vietu gaida ${row.waiting}. Vispirms izņemiet viņus no rindas, pasakot, kas notiks tālāk.`,
    `${row.waiting} wait for a place. Take them off the list first, telling them what follows.`,
    'on',
  );
}

/** Ends capacity, beds and registration on the day; what would only begin then never is. */
async function end({ em, municipality }: Context, facility: Facility, on: string): Promise<void> {
  for (const [table, from, until] of [
    ['facility_capacity', 'from_date', 'until_date'],
    ['facility_place', 'from_date', 'until_date'],
    ['provider_registration', 'valid_from', 'valid_to'],
  ] as const) {
    await em.execute(`delete from ${table} where facility_id = ? and municipality = ? and ${from} >= ?::date`, [
      facility.id,
      municipality,
      on,
    ]);
    await em.execute(
      `update ${table} set ${until} = ? where facility_id = ? and municipality = ? and coalesce(${until}, 'infinity') > ?::date`,
      [on, facility.id, municipality, on],
    );
  }
}
