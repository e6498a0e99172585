import { isExclusionViolation, isId, newId } from '@atbalsts/database';
import {
  type BatchLoad,
  type Context,
  groupedInOrder,
  inOrder,
  mutate,
  type Payload,
  ProblemCode,
  Refusal,
  refuse,
  refuseStale,
} from '@atbalsts/graphql';
import type { Placement } from '../placement/placement.entity.js';
import { holdPlacement } from '../placement/placement.held.js';
import { PlacementAbsence } from './absence.entity.js';
import type { ChangeAbsenceInput, RecordAbsenceInput } from './absence.input.js';
import { absenceProblems, changeProblems, keptAtMost } from './absence.rules.js';

/** Absences by placement, in their order. */
export const absencesOf: BatchLoad<string, PlacementAbsence[]> = async ({ em }, ids) =>
  groupedInOrder(
    ids,
    await em.find(PlacementAbsence, { placementId: { $in: [...ids] } }, { orderBy: { from: 'asc', id: 'asc' } }),
    (a) => a.placementId,
  );

/** A placement on a day. */
export interface PlacementDay {
  placementId: string;
  on: string;
}

/** The absence on a day by placement; null for who is there. */
export const absenceOn: BatchLoad<PlacementDay, PlacementAbsence | null> = async (context, days) => {
  const ids = [...new Set(days.map(({ placementId }) => placementId))];
  const found = await context.em.find(PlacementAbsence, { placementId: { $in: ids } });
  return days.map(
    ({ placementId, on }) =>
      found.find((a) => a.placementId === placementId && a.from <= on && (a.endedOn === null || on < a.endedOn)) ?? null,
  );
};

/** Who is away past the day until which the place is kept, by facility; the longest over first. */
export const overdueAbsencesOf: BatchLoad<string, PlacementAbsence[]> = async ({ em, municipality, today }, ids) => {
  const rows: { facility: string; id: string }[] = await em.execute(
    `select p.facility_id as facility, a.id from placement_absence a join placement p on p.id = a.placement_id
      where p.facility_id in (select jsonb_array_elements_text(?::jsonb)::uuid) and a.municipality = ? and a.ended_on is null and a.kept_until <= ?::date
      order by a.kept_until, a.id`,
    [JSON.stringify(ids), municipality, today],
  );
  const absences = inOrder(
    rows.map(({ id }) => id),
    await em.find(PlacementAbsence, { id: { $in: rows.map(({ id }) => id) } }),
    (a) => a.id,
  );
  const pairs = rows.flatMap(({ facility }, n) => (absences[n] ? [{ facility, absence: absences[n] }] : []));
  return groupedInOrder(ids, pairs, (pair) => pair.facility).map((found) => found.map(({ absence }) => absence));
};

/** Records that somebody goes away and the place is kept. OVERLAP where that is on record for those days already. */
export function recordAbsence(context: Context, input: RecordAbsenceInput): Promise<Payload<'placement', Placement>> {
  return mutate(context, 'placement', async () => {
    const { em, municipality, today } = context;
    const placement = await holdPlacement(context, input.placementId, null);
    const keptUntil = input.keptUntil ?? keptAtMost(input.from, input.reason);
    const problems = absenceProblems({ ...input, keptUntil }, placement, today);
    if (problems.length) throw new Refusal(problems);
    const { from, reason } = input;
    em.create(PlacementAbsence, {
      id: newId(),
      municipality,
      placementId: placement.id,
      reason,
      from,
      keptUntil,
      endedOn: null,
      version: 1,
    });
    try {
      await em.flush();
    } catch (error) {
      if (!isExclusionViolation(error)) throw error;
      refuse(ProblemCode.OVERLAP, 'Prombūtne šajā laikā jau ir ierakstīta.', 'An absence is on record for that time already.', 'from');
    }
    await context.audit.write(em, {
      action: 'placement.record',
      personId: placement.personId,
      object: `placement:${placement.id}`,
      fields: ['absence', 'from', 'keptUntil', 'reason'],
    });
    return placement;
  });
}

/** Records the return of somebody who was away, or a longer term. STALE where somebody else changed it meanwhile, WRONG_STATE where it has ended. */
export function changeAbsence(context: Context, input: ChangeAbsenceInput): Promise<Payload<'placement', Placement>> {
  return mutate(context, 'placement', async () => {
    const { em, municipality, today } = context;
    const seen = isId(input.id) ? await em.findOne(PlacementAbsence, { id: input.id, municipality }) : null;
    if (!seen) refuse(ProblemCode.NOT_FOUND, 'Tādas prombūtnes nav.', 'There is no such absence.', 'id');
    const placement = await holdPlacement(context, seen.placementId, null, 'id');
    const absence = await em.refresh(seen);
    if (absence?.version !== input.version) refuseStale();
    const problems = changeProblems(absence, input, today);
    if (problems.length) throw new Refusal(problems);
    if (input.returnedOn) absence.endedOn = input.returnedOn;
    if (input.keptUntil) absence.keptUntil = input.keptUntil;
    await em.flush();
    await context.audit.write(em, {
      action: 'placement.record',
      personId: placement.personId,
      object: `placement-absence:${absence.id}`,
      fields: [input.returnedOn ? 'endedOn' : 'keptUntil'],
    });
    return placement;
  });
}
