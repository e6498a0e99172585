import { amountsFor } from './calibrate.js';
import { counterDay, type Desk, firstOf } from './desk.js';
import type { StatusHome } from './means-tested.js';
import { publishedCents } from './published.js';

/** Numbers of homes that get a benefit in a calibrated year, chosen so that the sums are plausible: about 100 euro each time. */
const homesWith: Readonly<Record<number, { meals: number; largeFamilies: number; months: number }>> = {
  2021: { meals: 900, largeFamilies: 150, months: 2 },
  2022: { meals: 420, largeFamilies: 40, months: 1 },
};

/** Benefits that rest on a status found already in the year: meals, large families, school. No means are tested again. */
export function planStatusBased(desk: Desk, year: number, held: readonly StatusHome[]): void {
  const { random, homes, ledger } = desk;
  const numbers = homesWith[year];
  if (!numbers) throw new Error(`no plan for ${year}`);
  const early = random.shuffle(held.filter(({ month }) => month <= 9));
  const eaters = early.filter(({ home, status }) => homes.hasChild(home, `${year}-12-31`) || status === 'NEEDY').slice(0, numbers.meals);
  const meals = eaters.map((one, at) => ({ ...one, months: at === 0 ? 1 : 2 }));
  const mealAmounts = amountsFor(
    publishedCents('meals-benefits', year),
    meals.map(({ home, months }) => ({ times: months, weight: home.members.length * (0.7 + 0.6 * random.next()), min: 500, max: 60_000 })),
  );
  for (const [at, { home, month, months }] of meals.entries()) {
    const type = homes.hasChild(home, `${year}-12-31`) ? 'child-meals' : 'adult-meals';
    ledger.add({
      home,
      type,
      submittedOn: counterDay(random, year, month),
      monthly: { amount: mealAmounts[at] as number, months, from: firstOf(year, month + 1) },
    });
  }
  const large = early.filter(({ home }) => home.members.length >= 5).slice(0, numbers.largeFamilies);
  const grants = large.map((one, at) => ({ ...one, months: at === 0 ? 1 : numbers.months }));
  const amounts = amountsFor(
    publishedCents('large-family-support', year),
    grants.map(({ months }) => ({ times: months, weight: 0.8 + 0.4 * random.next(), min: 500, max: 80_000 })),
  );
  for (const [at, { home, month, months }] of grants.entries()) {
    ledger.add({
      home,
      type: 'large-family',
      submittedOn: counterDay(random, year, month),
      monthly: { amount: amounts[at] as number, months, from: firstOf(year, month + 1) },
    });
  }
  const pupils = held.filter(({ home, month }) => month >= 6 && month <= 8 && homes.hasChild(home, `${year}-09-01`)).slice(0, 60);
  for (const { home, month } of pupils)
    ledger.add({ home, type: 'school-supplies', submittedOn: counterDay(random, year, month), once: 5000, claimedCosts: 6200 });
}
