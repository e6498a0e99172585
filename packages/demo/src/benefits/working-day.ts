import { addDays } from '@atbalsts/database';
import type { DemoPerson } from '../world.js';
import { counterDay, type Desk, incomeFor, withStatus } from './desk.js';
import type { Home } from './homes.js';
import { grantedGmi, grantedHousing, monthFrom } from './later-years.js';

/** How many of those who have a place in a facility today, the shelter's first, have a grant in force; of the others every fourth. */
const everyClient = 80;

/** What lies on the desks today: applications new, complete and due within days, proposals that wait for a second person; grants in force, payments due. */
export function planWorkingDay(
  desk: Desk,
  known: { needy: readonly Home[]; lowIncome: readonly Home[]; clients: readonly DemoPerson[] },
): void {
  const { random, ledger, world, homes } = desk;
  const { today } = world;
  for (const person of known.clients.filter((_, at) => at < everyClient || random.chance(0.25))) {
    const home = homes.of(person);
    const begun = random.int(0, 1);
    const submittedOn = inCounterMonth(desk, -begun - 1);
    const from = monthFrom(today, -begun);
    ledger.add(random.chance(0.8) ? grantedGmi(desk, home, submittedOn, from) : grantedHousing(desk, home, 'NEEDY', submittedOn, from));
  }
  const free = (homesKnown: readonly Home[], on: string): Home[] =>
    random.shuffle(homesKnown.filter((home) => ledger.statusUntil(home) <= on));
  for (const home of free(known.needy, monthFrom(today, 0)).slice(0, 90)) {
    const submittedOn = inCounterMonth(desk, -1);
    ledger.add(
      random.chance(0.5)
        ? grantedGmi(desk, home, submittedOn, monthFrom(today, 0))
        : grantedHousing(desk, home, 'NEEDY', submittedOn, monthFrom(today, 0)),
    );
  }
  const waiting = free([...known.needy, ...known.lowIncome], monthFrom(today, 1));
  const take = (count: number): Home[] => waiting.splice(0, count);
  for (const home of take(24))
    ledger.add({
      home,
      type: random.pick(['gmi', 'housing-allowance', 'health-care']),
      submittedOn: addDays(today, -random.int(0, 9)),
      stage: 'SUBMITTED',
    });
  for (const home of take(22)) ledger.add(open(desk, home, addDays(today, -random.int(4, 27)), 'MEANS_DECLARED'));
  for (const home of take(14)) ledger.add(open(desk, home, addDays(today, -random.int(14, 28)), 'PROPOSED'));
}

/** A day in the first ten of a month so many months from today's, where it is early enough to be decided by today. */
function inCounterMonth({ random, world }: Desk, months: number): string {
  const month = monthFrom(world.today, months);
  return counterDay(random, Number(month.slice(0, 4)), Number(month.slice(5, 7)));
}

/** An application that is not decided yet; a proposal grants from the next month on. */
function open(desk: Desk, home: Home, submittedOn: string, stage: 'MEANS_DECLARED' | 'PROPOSED') {
  const { means, random, world } = desk;
  if (random.chance(0.6)) return { ...grantedGmi(desk, home, submittedOn, monthFrom(world.today, 1)), stage };
  const amount = random.int(4000, 12_000);
  const income = incomeFor(desk, home, 'NEEDY', submittedOn);
  const housingCosts = means.costsFor(amount, home, submittedOn, income, true);
  const from = monthFrom(world.today, 1);
  const one = withStatus(desk, home, { type: 'housing-allowance', status: 'NEEDY', submittedOn, from, income, housingCosts });
  return { ...one, monthly: { amount, months: means.months(home, submittedOn), from }, stage };
}
