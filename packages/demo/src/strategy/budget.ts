import { centsOf, daugavpils, publishedFigure, reportTable } from '@atbalsts/reference';
import type { Random } from '../random.js';
import type { World } from '../world.js';

const rows = reportTable('funding-sources')
  .rows.map((row) => row.key)
  .filter((key) => key !== 'total');
const publishedYears = [2020, 2021, 2022];

/** Assumed sums in Euro for the years of which nothing is published; the present year is booked as far as it has come. */
const laterYears: readonly { year: number; sums: Readonly<Record<string, number>> }[] = [
  {
    year: 2023,
    sums: { benefits: 4_310_000, 'service-provision': 1_240_000, 'social-service-office': 1_720_000, 'health-insurance': 27_000 },
  },
  {
    year: 2024,
    sums: { benefits: 4_420_000, 'service-provision': 1_330_000, 'social-service-office': 1_850_000, 'health-insurance': 29_000 },
  },
  {
    year: 2025,
    sums: { benefits: 4_500_000, 'service-provision': 1_410_000, 'social-service-office': 1_980_000, 'health-insurance': 31_000 },
  },
  {
    year: 2026,
    sums: { benefits: 4_600_000, 'service-provision': 1_500_000, 'social-service-office': 2_090_000, 'health-insurance': 33_000 },
  },
];
/** What the state paid for benefits, assumed: it is no municipal money and must not be counted as such. */
const stateGrants: Readonly<Record<number, number>> = { 2021: 120_000, 2022: 1_650_000, 2023: 900_000, 2024: 450_000, 2025: 300_000 };
/** Rows that are booked project claim by project claim; the others monthly. */
const claims = new Set(['youth-summer-employment', 'di-project-prefinancing', 'professional-social-work-project', 'interreg-lli-550']);

/** Bookings of Daugavpils: 2020 to 2022 sum exactly to the printed funding, later years are thin and assumed. A purpose without a printed figure has none. */
export function addBudget(world: World, random: Random): void {
  for (const year of publishedYears) {
    for (const row of rows) {
      const printed = publishedFigure(daugavpils, 'funding-sources', row, year);
      if (printed !== null) book(world, random, year, row, 'MUNICIPAL', centsOf(printed));
    }
  }
  for (const { year, sums } of laterYears)
    for (const [row, sum] of Object.entries(sums)) book(world, random, year, row, 'MUNICIPAL', centsOf(sum));
  for (const [year, sum] of Object.entries(stateGrants)) book(world, random, Number(year), 'benefits', 'STATE', centsOf(sum));
}

function book(world: World, random: Random, year: number, row: string, source: string, cents: number): void {
  const add = (kind: string, amount: number, bookedOn: string, key: string, note: string | null) =>
    world.add('strategy', 'budget_entry', {
      id: world.id('budget-entry', `${year} ${row} ${source} ${kind} ${key}`),
      municipality: daugavpils,
      year,
      row_key: row,
      kind,
      source,
      amount,
      booked_on: bookedOn,
      note,
    });
  const planned = Math.round((cents * random.int(92, 106)) / 100 / 100_000) * 100_000;
  if (planned > 0) add('PLANNED', planned, `${year}-01-31`, 'plan', null);
  const bookings = claims.has(row) ? 4 : 12;
  random.split(cents, bookings).forEach((amount, at) => {
    const month = claims.has(row) ? at * 3 + 3 : at + 1;
    const bookedOn = `${year}-${String(month).padStart(2, '0')}-28`;
    if (bookedOn < world.today) add('EXECUTED', amount, bookedOn, String(at), claims.has(row) ? `${at + 1}. pieprasījums` : null);
  });
}
