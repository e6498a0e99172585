import { type BatchLoad, inOrder } from '@atbalsts/graphql';
import { norms } from '@atbalsts/reference';
import type { StaffCount } from './staffing.rules.js';

/** A municipality and a day. */
export interface TownDay {
  municipality: string;
  on: string;
}

interface Counted {
  municipality: string;
  on: string;
  fte: number | null;
  employees: number;
  specialists: number;
  vacant: number | null;
}

const keyOf = (town: string, on: string | number): string => `${town} ${on}`;
const holds = (table: string): string => `${table}.from_date <= k.day and (${table}.until_date is null or ${table}.until_date > k.day)`;

/** Staff of the principal's municipality as counted from the records of the day; null where there are none. */
export const liveStaffOf: BatchLoad<TownDay, StaffCount | null> = async ({ em }, keys) => {
  const specialists = norms.specialistsPerThousand.kinds.map((kind) => `'${kind}'`).join(', ');
  const rows: Counted[] = await em.execute(
    `select k.municipality, k.day::text as on, posts.fte, posts.vacant, staff.employees, staff.specialists
       from (select r.municipality, r."on" as day from jsonb_to_recordset(?::jsonb) as r(municipality text, "on" date)) k,
       lateral (select sum(p.fte_hundredths)::int as fte,
                       sum(p.fte_hundredths) filter (where not exists (select from post_assignment a where a.post_id = p.id and ${holds('a')}))::int as vacant
                  from post p where p.municipality = k.municipality and ${holds('p')}) posts,
       lateral (select count(distinct m.employee_id)::int as employees, (count(distinct m.employee_id) filter (where m.kind in (${specialists})))::int as specialists
                  from employment m where m.municipality = k.municipality and ${holds('m')}) staff`,
    [JSON.stringify(keys)],
  );
  const byKey = inOrder(
    keys.map((key) => keyOf(key.municipality, key.on)),
    rows,
    (row) => keyOf(row.municipality, row.on),
  );
  return byKey.map((row) => {
    if (!row || (row.fte === null && row.employees === 0)) return null;
    return { fte: (row.fte ?? 0) / 100, employees: row.employees, specialists: row.specialists, vacantFte: (row.vacant ?? 0) / 100 };
  });
};

/** Staff of municipalities as they have published it for the year of the day; null where a town has published nothing. */
export const publishedStaffOf: BatchLoad<TownDay, StaffCount | null> = async ({ em }, keys) => {
  const rows: { municipality: string; year: number; fte: number; employees: number; specialists: number; vacant: number }[] =
    await em.execute(
      `select municipality, year, fte::double precision as fte, employees, specialists, vacant_fte::double precision as vacant
       from published_staffing_fact where municipality in (select jsonb_array_elements_text(?::jsonb))`,
      [JSON.stringify([...new Set(keys.map((key) => key.municipality))])],
    );
  return inOrder(
    keys.map((key) => keyOf(key.municipality, key.on.slice(0, 4))),
    rows,
    (row) => keyOf(row.municipality, row.year),
  ).map((row) => row && { fte: row.fte, employees: row.employees, specialists: row.specialists, vacantFte: row.vacant });
};
