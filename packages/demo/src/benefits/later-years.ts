import { addDays, addMonths } from '@atbalsts/database';
import { bauska } from '@atbalsts/reference';
import type { Case } from './course.js';
import { counterDay, type Desk, firstOf, incomeFor, withStatus } from './desk.js';
import type { Home } from './homes.js';

/** Homes a year that ask for something after the calibrated years: enough to be alive, and no more. */
const homesAYear = 260;
const bauskaHomes = 45;

/** Goes on from 2023 to today with homes that were there before; amounts by the rules of each day. */
export function planLaterYears(desk: Desk, known: { needy: readonly Home[]; lowIncome: readonly Home[] }): void {
  const { random, world } = desk;
  const last = Number(world.today.slice(0, 4));
  for (let year = 2023; year <= last; year++) {
    const needy = random.shuffle(known.needy).slice(0, Math.floor(homesAYear * 0.55));
    const low = random.shuffle(known.lowIncome).slice(0, Math.ceil(homesAYear * 0.45));
    for (const home of needy) visit(desk, home, year, 'NEEDY');
    for (const home of low) visit(desk, home, year, 'LOW_INCOME');
  }
}

/** The smaller town: some dozens of homes, from 2022 on. */
export function planBauska(desk: Desk): void {
  const { homes, random, world } = desk;
  const settled = Array.from({ length: bauskaHomes }, () => homes.invent(random.pick([1, 1, 1, 2, 2, 3, 4]), bauska));
  for (let year = 2022; year <= Number(world.today.slice(0, 4)); year++) {
    for (const home of settled) if (random.chance(0.7)) visit(desk, home, year, random.chance(0.5) ? 'NEEDY' : 'LOW_INCOME');
  }
}

/** One application of a home in a year; what would not be decided by today is left to the open ones. */
function visit(desk: Desk, home: Home, year: number, status: 'NEEDY' | 'LOW_INCOME'): void {
  const { random, ledger, world } = desk;
  const month = random.int(1, 12);
  const submittedOn = counterDay(random, year, month);
  if (submittedOn > addDays(world.today, -16)) return;
  const from = firstOf(year, month + 1);
  if (ledger.statusUntil(home) > from) return;
  const kind = random.next();
  if (kind < 0.06) ledger.add(refusal(desk, home, submittedOn));
  else if (status === 'NEEDY' && kind < 0.75) ledger.add(grantedGmi(desk, home, submittedOn, from));
  else if (kind < 0.8) ledger.add(grantedHousing(desk, home, status, submittedOn, from));
  else {
    const income = incomeFor(desk, home, status, submittedOn);
    const once = random.int(40, 220) * 100;
    ledger.add({
      ...withStatus(desk, home, { type: 'health-care', status, submittedOn, from, income }),
      once,
      claimedCosts: Math.round(once / 0.75),
    });
  }
}

/** A GMI benefit by the rules of the day of submission, of 35 to 100 % of the most the home can get. */
export function grantedGmi(desk: Desk, home: Home, submittedOn: string, from: string): Case {
  const { means, random } = desk;
  const most = means.sum('GMI', home, submittedOn);
  const amount = random.chance(0.4) ? most : Math.round(most * (0.35 + 0.65 * random.next()));
  const one = withStatus(desk, home, { type: 'gmi', status: 'NEEDY', submittedOn, from, income: most - amount });
  return { ...one, monthly: { amount, months: means.months(home, submittedOn), from } };
}

/** A housing allowance by the rules of the day of submission. */
export function grantedHousing(desk: Desk, home: Home, status: 'NEEDY' | 'LOW_INCOME', submittedOn: string, from: string): Case {
  const { means, random } = desk;
  const amount = random.int(4000, 14_000);
  const income = incomeFor(desk, home, status, submittedOn);
  const housingCosts = means.costsFor(amount, home, submittedOn, income, status === 'NEEDY');
  const one = withStatus(desk, home, { type: 'housing-allowance', status, submittedOn, from, income, housingCosts });
  return { ...one, monthly: { amount, months: means.months(home, submittedOn), from } };
}

/** A refusal: the income lies above the threshold of a low-income household. */
export function refusal({ means, random }: Desk, home: Home, submittedOn: string): Case {
  const income = means.sum('LOW_INCOME', home, submittedOn) + random.int(100, 20_000);
  return {
    home,
    type: random.pick(['gmi', 'housing-allowance']),
    submittedOn,
    means: { income, housingCosts: random.int(5000, 15_000) },
    status: { status: 'NONE' },
    refused: 'Mājsaimniecības vidējie ienākumi pārsniedz maznodrošinātas mājsaimniecības ienākumu slieksni.',
  };
}

/** The first day of the month in which a day lies, some months later. */
export const monthFrom = (day: string, later: number): string => addMonths(`${day.slice(0, 7)}-01`, later);
