import { addDays } from '@atbalsts/database';
import { type BatchLoad, type Connection, type Context, decodeCursor, type PageArgs, page } from '@atbalsts/graphql';
import { confirmedWithin } from './confirmation.rules.js';
import { Placement } from './placement.entity.js';

/** A page of who has a place in a facility on a day. */
interface PlacementPage {
  facilityId: string;
  on: string;
  first: number;
  afterFrom: string | null;
  afterId: string | null;
}

const holds = 'p.facility_id = k."facilityId" and daterange(p.from_date, p.ended_on) @> k.on_date';
const pagesAs = 'jsonb_to_recordset(?::jsonb) as k(n int, "facilityId" uuid, on_date date, first int, "afterFrom" date, "afterId" uuid)';

const pagesOf: BatchLoad<PlacementPage, Placement[]> = async ({ em, municipality }, pages) => {
  const found: { n: number; id: string }[] = await em.execute(
    `select k.n, p.id from ${pagesAs} cross join lateral (
       select p.id, p.from_date from placement p
        where ${holds} and p.municipality = ? and (k."afterFrom" is null or (p.from_date, p.id) < (k."afterFrom", k."afterId"))
        order by p.from_date desc, p.id desc limit k.first + 1) p
     order by k.n, p.from_date desc, p.id desc`,
    [numbered(pages), municipality],
  );
  const placements = new Map((await em.find(Placement, { id: { $in: [...new Set(found.map((row) => row.id))] } })).map((p) => [p.id, p]));
  return pages.map((_, n) => found.filter((row) => row.n === n).flatMap((row) => placements.get(row.id) ?? []));
};

const countsOf: BatchLoad<Pick<PlacementPage, 'facilityId' | 'on'>, number> = async ({ em, municipality }, days) => {
  const counts: { n: number; count: number }[] = await em.execute(
    `select k.n, count(*)::int as count from ${pagesAs} join placement p on ${holds} and p.municipality = ? group by k.n`,
    [numbered(days), municipality],
  );
  return days.map((_, n) => counts.find((row) => row.n === n)?.count ?? 0);
};

const numbered = (keys: readonly Pick<PlacementPage, 'facilityId' | 'on'>[]): string =>
  JSON.stringify(keys.map(({ on, ...key }, n) => ({ ...key, on_date: on, n })));

/** Who has a place in a facility on a day, the latest placed first. The pages of all facilities of an operation are read together. */
export async function findPlacements(context: Context, facilityId: string, on: string, args: PageArgs): Promise<Connection<Placement>> {
  const after = cursorOf(args);
  const rows = await context.load(pagesOf, {
    facilityId,
    on,
    first: args.first,
    afterFrom: after?.[0] ?? null,
    afterId: after?.[1] ?? null,
  });
  return page(
    rows,
    args,
    (row) => [row.from, row.id],
    () => context.load(countsOf, { facilityId, on }),
  );
}

/** Emergency placements that nobody has confirmed, the longest waiting first; only those past their day where it is asked so. */
export async function findPlacementsToConfirm(
  { em, municipality, today }: Context,
  args: PageArgs & { overdue: boolean },
): Promise<Connection<Placement>> {
  const late = args.overdue ? { $and: [{ admittedOn: { $lt: addDays(today, -confirmedWithin) } }] } : {};
  const waiting = { municipality, emergency: { $ne: null }, confirmedBy: null, ...late };
  const [admittedOn, id] = cursorOf(args) ?? [];
  const later = admittedOn ? { $or: [{ admittedOn: { $gt: admittedOn } }, { admittedOn, id: { $gt: id } }] } : {};
  const rows = await em.find(Placement, { ...waiting, ...later }, { orderBy: { admittedOn: 'asc', id: 'asc' }, limit: args.first + 1 });
  return page(
    rows,
    args,
    (row) => [row.admittedOn, row.id],
    () => em.count(Placement, waiting),
  );
}

/** A day and an id: after which entry to go on. */
const cursorOf = (args: PageArgs) => decodeCursor(args.after, ['date', 'uuid']);
