import { type Counts, different, euro, grouped, type Records } from './records.js';

const lastDay = (year: number) => `${year}-12-31`;
const kinds: Record<string, string> = {
  'senior-social-workers': 'SENIOR_SOCIAL_WORKER',
  'social-workers': 'SOCIAL_WORKER',
  'social-carers': 'SOCIAL_CARER',
  'social-rehabilitators': 'SOCIAL_REHABILITATOR',
  'assistance-organisers': 'SOCIAL_ASSISTANCE_ORGANISER',
};

/** Who is employed, and what posts there are, on the last day of the year. */
function onLastDay(records: Records, table: 'employment' | 'post', year: number) {
  return records[table].filter(
    ({ from_date, until_date }) => from_date <= lastDay(year) && (until_date === null || until_date > lastDay(year)),
  );
}

/** Social work specialists by occupation. */
export function socialWorkSpecialists(records: Records, year: number): Counts {
  const employed = onLastDay(records, 'employment', year);
  const of = (wanted: readonly string[]) =>
    different(employed.filter(({ kind }) => wanted.includes(kind)).map(({ employee_id }) => employee_id));
  const rows = Object.entries(kinds).map(([row, kind]) => [row, of([kind])] as const);
  return { total: of(Object.values(kinds)), ...Object.fromEntries(rows) };
}

/** Number of staff. */
export function headcount(records: Records, year: number): Counts {
  return {
    'staff-posts': euro(onLastDay(records, 'post', year).map(({ fte_hundredths }) => fte_hundredths)),
    'core-staff': different(onLastDay(records, 'employment', year).map(({ employee_id }) => employee_id)),
    'social-work-specialists': socialWorkSpecialists(records, year).total ?? 0,
  };
}

/** Municipal funding by purpose, and in all. */
export function fundingSources(records: Records, year: number): Counts {
  const spent = records.budget_entry.filter((entry) => entry.year === year && entry.kind === 'EXECUTED' && entry.source === 'MUNICIPAL');
  const rows = [...grouped(spent, 'row_key')];
  return {
    ...Object.fromEntries(rows.map(([row, entries]) => [row, euro(entries.map(({ amount }) => amount))])),
    total: euro(spent.map(({ amount }) => amount)),
  };
}
