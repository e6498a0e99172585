import { type DomainName, withClient } from '@atbalsts/database';
import { daugavpils } from '@atbalsts/reference';
import type { Federation } from '../../support/federation.js';

/** A record as it stands in its table; days are text. */
// biome-ignore lint/suspicious/noExplicitAny: records of every table
export type Row = Record<string, any>;

const tables = {
  registry: ['person', 'circumstance', 'household_member'],
  benefits: ['application', 'decision', 'decision_person', 'payment', 'benefit_type'],
  services: [
    'service_request',
    'delivery',
    'invoice',
    'receipt',
    'assistant_contract',
    'assistant_report',
    'programme',
    'programme_session',
    'session_attendance',
  ],
  institutions: ['facility', 'facility_place', 'placement', 'placement_extension', 'placement_activity', 'night_stay'],
  workforce: ['employment', 'post'],
  strategy: ['budget_entry'],
} as const satisfies Record<DomainName, readonly string[]>;

/** Name of a table that is read. */
export type Table = { [D in keyof typeof tables]: (typeof tables)[D][number] }[keyof typeof tables];

/** All records of Daugavpils of the tables above, read past every rule: no fact, no view, no function. */
export type Records = Record<Table, Row[]>;

/** Reads the records of all domains. */
export async function readRecords(graph: Federation): Promise<Records> {
  const found: Partial<Records> = {};
  for (const [domain, names] of Object.entries(tables)) {
    await withClient(graph.databases[domain as DomainName].superUrl, async (client) => {
      for (const name of names) {
        const { rows } = await client.query(`select to_jsonb(t) as row from ${name} t`);
        found[name as Table] = rows.map(({ row }) => row as Row).filter(({ municipality }) => (municipality ?? daugavpils) === daugavpils);
      }
    });
  }
  return found as Records;
}

/** Counts of one table by row. */
export type Counts = Record<string, number>;

/** Whether a day lies in a year. */
export const inYear = (day: string | null, year: number): boolean => day?.slice(0, 4) === String(year);

/** Whether a half-open period has a day in a year; without an end it goes on. */
export const touches = (from: string, until: string | null, year: number): boolean =>
  from <= `${year}-12-31` && (until === null || until > `${year}-01-01`);

/** How many different values. */
export const different = (values: Iterable<unknown>): number => new Set(values).size;

/** Sum of whole cents, in Euro. */
export const euro = (cents: readonly number[]): number => cents.reduce((sum, one) => sum + Number(one), 0) / 100;

/** Records by a column. */
export const by = (rows: readonly Row[], column = 'id'): Map<string, Row> => new Map(rows.map((row) => [row[column], row]));

/** Records by a column that many share. */
export function grouped<R extends object>(rows: readonly R[], column: keyof R & string): Map<string, R[]> {
  const found = new Map<string, R[]>();
  for (const row of rows) {
    const key = row[column] as string;
    const same = found.get(key);
    if (same) same.push(row);
    else found.set(key, [row]);
  }
  return found;
}
