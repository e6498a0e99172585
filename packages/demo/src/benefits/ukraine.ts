import { daugavpils, publishedFigure } from '@atbalsts/reference';
import type { Random } from '../random.js';
import { amountsFor } from './calibrate.js';
import { type Desk, firstOf } from './desk.js';
import type { Home } from './homes.js';
import { publishedCents } from './published.js';

const year = 2022;
const families = 1000;
const purposes = [
  { row: 'housing', types: ['housing-allowance'], months: 3, weight: 15_000 },
  { row: 'emergency-guardianship', types: ['emergency-guardianship'], months: 1, weight: 50_000 },
  { row: 'crisis', types: ['crisis'], months: 1, weight: 40_000 },
  { row: 'other', types: ['health-care', 'school-supplies', 'identity-document'], months: 1, weight: 15_000 },
] as const;

/** Support of Ukrainian civilians in 2022, outside the means test: the printed number of applications by purpose, and the printed sum. */
export function planUkraine(desk: Desk): void {
  const { random, homes, ledger, means } = desk;
  const arrived = Array.from({ length: families }, () => ({ home: family(desk), month: random.int(3, 6) }));
  const at = (n: number) => arrived[n % families] as (typeof arrived)[number];
  for (const { home, month } of arrived)
    for (const person of home.members)
      homes.circumstance(person, 'UKRAINIAN_CIVILIAN', `${year}-0${month}-0${person.sex === 'MALE' ? 7 : 6}`);
  let left = publishedCents('ukraine-support', year);
  for (let n = 0; n < applications('gmi'); n++) {
    const { home, month } = at(n);
    const asked = month + Math.floor(n / families) * 2; // two months later again
    const months = random.chance(0.3) ? 2 : 1;
    const amount = means.sum('GMI', home, firstOf(year, asked));
    left -= amount * months;
    ledger.add({
      home,
      type: 'gmi',
      ground: 'UKRAINE_SUPPORT',
      submittedOn: dayOf(random, asked),
      monthly: { amount, months, from: firstOf(year, asked + 1) },
    });
  }
  const grants = purposes.flatMap(({ row, types, months, weight }) =>
    Array.from({ length: applications(row) }, (_, n) => ({
      ...at(n * 3 + row.length),
      type: random.pick(types),
      months,
      weight: weight * (0.8 + 0.4 * random.next()),
    })),
  );
  const amounts = amountsFor(
    left,
    grants.map(({ months, weight }) => ({ times: months, weight, min: 1000, max: 200_000 })),
  );
  for (const [index, { home, month, type, months }] of grants.entries()) {
    const amount = amounts[index] as number;
    const submittedOn = dayOf(random, month);
    if (months === 1) ledger.add({ home, type, ground: 'UKRAINE_SUPPORT', submittedOn, once: amount });
    else ledger.add({ home, type, ground: 'UKRAINE_SUPPORT', submittedOn, monthly: { amount, months, from: firstOf(year, month + 1) } });
  }
}

/** A day of a month from the 8th on: the law is in force since 2022-03-05. */
const dayOf = (random: Random, month: number): string => `${firstOf(year, month).slice(0, 8)}${random.pick(['08', '09', '10'])}`;

const applications = (row: string): number => {
  const count = publishedFigure(daugavpils, 'ukraine-applications', row, year);
  if (count === null) throw new Error(`ukraine-applications prints no ${row}`);
  return count;
};

/** A mother, grandmother or single person with children, without a declared residence. */
function family({ homes, random }: Desk): Home {
  const kind = random.next();
  const woman = { sex: 'FEMALE' as const, bornFrom: '1970-01-01', bornUntil: '1998-12-31', residence: false };
  const old = { bornFrom: '1938-01-01', bornUntil: '1955-12-31', residence: false };
  const child = { bornFrom: '2008-01-01', bornUntil: '2019-12-31', residence: false };
  if (kind < 0.3) return homes.make([[woman, 'HEAD']]);
  if (kind < 0.4) return homes.make([[old, 'HEAD']]);
  if (kind < 0.7)
    return homes.make([
      [woman, 'HEAD'],
      [child, 'CHILD'],
    ]);
  if (kind < 0.88)
    return homes.make([
      [woman, 'HEAD'],
      [child, 'CHILD'],
      [child, 'CHILD'],
    ]);
  return homes.make([
    [woman, 'HEAD'],
    [old, 'PARENT'],
    [child, 'CHILD'],
  ]);
}
