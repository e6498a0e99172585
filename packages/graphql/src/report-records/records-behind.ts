import type { EntityManager } from '@mikro-orm/postgresql';
import { decodeCursor, type PageArgs } from '../paging.js';
import { ofYear } from '../report-figures.js';
import type { CountedRecords } from './counted-records.js';

/** A record behind a figure. */
export interface RecordBehind {
  key: string;
  kind: string;
  id: string | null;
  person: string | null;
  household: string | null;
  day: string | null;
  number: string | null;
  amount: number | null;
}

/** Where a record without a day stands in the order. */
const noDay = '0001-01-01';

/** Sort values of a record: its day, then its key. */
export const orderOf = ({ day, key }: RecordBehind): [string, string] => [day ?? noDay, key];

const behind = ({ sql, once }: CountedRecords, municipality: string, year: number): string => `
  select ${once ? 'distinct on (r.key)' : ''} r.key, r.kind, r.id, r.person, r.household, r.day, r.number, r.amount
    from jsonb_to_recordset(coalesce((${ofYear(sql, municipality, year)}), '[]')) as
         r(key text, kind text, id text, person text, household text, day date, number text, amount double precision)
   where r.key is not null ${once ? 'order by r.key, r.day, r.id' : ''}`;

/**
 * One more than a page of the records of a rule in a town and a year, by day and key.
 * @throws BadInput for a cursor that is none
 */
export function recordsAfter(
  em: EntityManager,
  records: CountedRecords,
  of: { municipality: string; year: number },
  { first, after }: PageArgs,
): Promise<RecordBehind[]> {
  const [day, key] = decodeCursor(after, ['date', 'text']) ?? [null, null];
  return em.execute(
    `select b.key, b.kind, b.id, b.person, b.household, b.day::text as day, b.number, b.amount from (${behind(records, of.municipality, of.year)}) b
      where (?::text is null or (coalesce(b.day, date '${noDay}'), b.key collate "C") > (?::date, ?::text collate "C"))
      order by coalesce(b.day, date '${noDay}'), b.key collate "C" limit ?`,
    [day, day, key, first + 1],
  );
}

/** How many records a rule counts in a town and a year. */
export async function numberOfRecords(
  em: EntityManager,
  records: CountedRecords,
  of: { municipality: string; year: number },
): Promise<number> {
  const [row]: { n: number }[] = await em.execute(`select count(*)::int as n from (${behind(records, of.municipality, of.year)}) b`);
  return row?.n ?? 0;
}
