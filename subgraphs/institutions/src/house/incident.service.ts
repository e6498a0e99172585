import { isId, newId } from '@atbalsts/database';
import {
  type BatchLoad,
  type Connection,
  type Context,
  decodeCursor,
  groupedInOrder,
  mutate,
  type PageArgs,
  type Payload,
  ProblemCode,
  page,
  problem,
  Refusal,
  refuse,
  refuseStale,
} from '@atbalsts/graphql';
import { LockMode } from '@mikro-orm/core';
import { getFacility } from '../placement/placement.checks.js';
import { FacilityIncident, IncidentPerson } from './incident.entity.js';
import type { ConcludeIncidentInput, RecordIncidentInput } from './incident.input.js';
import { conclusionProblems, incidentProblems } from './record.rules.js';

/** Who was involved, by incident. */
export const personsOf: BatchLoad<string, IncidentPerson[]> = async ({ em }, ids) =>
  groupedInOrder(
    ids,
    await em.find(IncidentPerson, { incidentId: { $in: [...ids] } }, { orderBy: { personId: 'asc' } }),
    (p) => p.incidentId,
  );

interface IncidentPage {
  facilityId: string;
  openOnly: boolean;
  first: number;
  afterOn: string | null;
  afterId: string | null;
}

const keysAs = 'jsonb_to_recordset(?::jsonb) as k(n int, "facilityId" uuid, "openOnly" boolean, first int, "afterOn" date, "afterId" uuid)';
const matches = 'i.facility_id = k."facilityId" and i.municipality = ? and (not k."openOnly" or i.concluded_on is null)';

const pagesOf: BatchLoad<IncidentPage, FacilityIncident[]> = async ({ em, municipality }, pages) => {
  const found: { n: number; id: string }[] = await em.execute(
    `select k.n, i.id from ${keysAs} cross join lateral (
       select i.id, i.on_date from facility_incident i
        where ${matches} and (k."afterOn" is null or (i.on_date, i.id) < (k."afterOn", k."afterId"))
        order by i.on_date desc, i.id desc limit k.first + 1) i
     order by k.n, i.on_date desc, i.id desc`,
    [JSON.stringify(pages.map((key, n) => ({ ...key, n }))), municipality],
  );
  const incidents = new Map((await em.find(FacilityIncident, { id: { $in: found.map(({ id }) => id) } })).map((i) => [i.id, i]));
  return pages.map((_, n) => found.filter((row) => row.n === n).flatMap((row) => incidents.get(row.id) ?? []));
};

const countsOf: BatchLoad<Pick<IncidentPage, 'facilityId' | 'openOnly'>, number> = async ({ em, municipality }, keys) => {
  const rows: { n: number; count: number }[] = await em.execute(
    `select k.n, count(*)::int as count from ${keysAs} join facility_incident i on ${matches} group by k.n`,
    [JSON.stringify(keys.map((key, n) => ({ ...key, n }))), municipality],
  );
  return keys.map((_, n) => rows.find((row) => row.n === n)?.count ?? 0);
};

/** Incidents of a facility, the latest first; only those of which something is still to follow, where it is asked so. */
export async function findIncidents(
  context: Context,
  facilityId: string,
  args: PageArgs & { open: boolean },
): Promise<Connection<FacilityIncident>> {
  const after = decodeCursor(args.after, ['date', 'uuid']);
  const of = { facilityId, openOnly: args.open };
  const rows = await context.load(pagesOf, { ...of, first: args.first, afterOn: after?.[0] ?? null, afterId: after?.[1] ?? null });
  return page(
    rows,
    args,
    (row) => [row.on, row.id],
    () => context.load(countsOf, of),
  );
}

/** Records an incident, once: the same text of the same kind and day is DUPLICATE and shows the one on record. */
export function recordIncident(context: Context, input: RecordIncidentInput): Promise<Payload<'incident', FacilityIncident>> {
  return mutate(context, 'incident', async () => {
    const { em, municipality, principal, today } = context;
    const facility = await getFacility(context, input.facilityId);
    const problems = incidentProblems({ ...input, persons: input.personIds }, await whoWasThere(context, input), today);
    if (problems.length) throw new Refusal(problems);
    const { on, kind, informed } = input;
    const what = input.what.trim();
    const same = { facilityId: facility.id, on, kind, what };
    await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`incidents of ${facility.id}`]);
    const twin = await em.findOne(FacilityIncident, same);
    if (twin) throw new Refusal([enteredAlready()], twin);
    const incident = em.create(FacilityIncident, {
      id: newId(),
      municipality,
      ...same,
      informed,
      recordedBy: principal.subject,
      concludedOn: null,
      outcome: null,
      version: 1,
    });
    await em.flush();
    for (const personId of input.personIds) em.create(IncidentPerson, { id: newId(), municipality, incidentId: incident.id, personId });
    await em.flush();
    const act = {
      action: 'incident.record',
      object: `facility-incident:${incident.id}`,
      fields: ['on', 'kind', 'what', 'informed', 'personIds'],
    };
    await context.audit.write(em, act);
    for (const personId of input.personIds) await context.audit.write(em, { ...act, personId });
    return incident;
  });
}

/** Records what followed. STALE where somebody else did so meanwhile; WRONG_STATE where it is concluded. */
export function concludeIncident(context: Context, input: ConcludeIncidentInput): Promise<Payload<'incident', FacilityIncident>> {
  return mutate(context, 'incident', async () => {
    const { em, municipality, today } = context;
    const where = { id: input.id, municipality };
    const incident = isId(input.id) ? await em.findOne(FacilityIncident, where, { lockMode: LockMode.PESSIMISTIC_WRITE }) : null;
    if (!incident) refuse(ProblemCode.NOT_FOUND, 'Tāda starpgadījuma nav.', 'There is no such incident.', 'id');
    if (incident.version !== input.version) refuseStale();
    const problems = conclusionProblems(incident, input, today);
    if (problems.length) throw new Refusal(problems);
    incident.concludedOn = input.on;
    incident.outcome = input.outcome.trim();
    await em.flush();
    await context.audit.write(em, {
      action: 'incident.record',
      object: `facility-incident:${incident.id}`,
      fields: ['concludedOn', 'outcome'],
    });
    return incident;
  });
}

/** Which of the named persons had a place in the facility on the day, its last included, or slept there. */
async function whoWasThere({ em, municipality }: Context, { facilityId, on, personIds }: RecordIncidentInput): Promise<string[]> {
  const rows: { id: string }[] = await em.execute(
    `select k.id from (select jsonb_array_elements_text(?::jsonb)::uuid as id) k
      where exists (select from placement p where p.person_id = k.id and p.facility_id = ? and p.municipality = ?
                      and p.from_date <= ?::date and coalesce(p.ended_on, 'infinity') >= ?::date)
         or exists (select from night_stay s where s.person_id = k.id and s.facility_id = ? and s.municipality = ? and s.night between ?::date - 1 and ?::date)`,
    [JSON.stringify(personIds), facilityId, municipality, on, on, facilityId, municipality, on, on],
  );
  return rows.map(({ id }) => id);
}

const enteredAlready = () =>
  problem(ProblemCode.DUPLICATE, 'Šis starpgadījums jau ir ierakstīts.', 'This incident was recorded already.', 'what');
