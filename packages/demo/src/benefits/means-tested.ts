import { addDays } from '@atbalsts/database';
import { amountsFor, sizesFor, takeExactly } from './calibrate.js';
import { counterDay, type Desk, firstOf, incomeFor, withStatus } from './desk.js';
import type { Home } from './homes.js';
import { published, publishedCents } from './published.js';

type Status = 'NEEDY' | 'LOW_INCOME';

/** A household with a status in a year: since which month, for which first benefit. */
export interface StatusHome {
  home: Home;
  status: Status;
  /** The month in which the status begins, 2 to 12. */
  month: number;
}

/** A home that another domain wished to have a status from a day on. */
export interface WishedHome extends StatusHome {
  from: string;
}

/** How much of the housing allowance's homes there are among those without another benefit, by year: so that an allowance is about 100 to 140 euro a month. */
const housingShare: Readonly<Record<number, number>> = { 2021: 0.45, 2022: 0.65 };
const sizeWeights = { NEEDY: [0.6, 0.21, 0.11, 0.05, 0.03], LOW_INCOME: [0.74, 0.17, 0.05, 0.02, 0.02] } as const;
/** Homes of 2022 that were low-income in spring and needy in autumn: they count in both. */
const sinking = 40;

/** Homes by status of a year of Daugavpils; the wished ones first, then those of the year before, then new ones. */
export function chooseHomes(
  desk: Desk,
  year: number,
  wished: readonly StatusHome[],
  before: ReadonlyMap<Status, readonly Home[]>,
): Map<Status, Home[]> {
  const used = new Set(wished.map(({ home }) => home.household.id));
  const chosen = new Map<Status, Home[]>();
  for (const status of ['LOW_INCOME', 'NEEDY'] as const) {
    const row = status === 'NEEDY' ? 'needy' : 'low-income';
    const counts = sizesFor(published(`${row}-families`, year), published(`${row}-persons`, year), sizeWeights[status]);
    for (const { home, status: of } of wished)
      if (of === status) counts[home.members.length - 1] = (counts[home.members.length - 1] ?? 0) - 1;
    if (counts.some((count) => count < 0)) throw new RangeError(`more wished homes than ${year} has ${status}`);
    const free = (home: Home) => desk.ledger.statusUntil(home) <= firstOf(year, 2); // another status must not hold any more
    const known = [...(before.get(status) ?? []), ...(status === 'NEEDY' ? (before.get('LOW_INCOME') ?? []).filter(free) : [])];
    const homes: Home[] = status === 'NEEDY' && before.size > 0 ? sinkingHomes(desk, year, chosen.get('LOW_INCOME') ?? []) : [];
    counts[0] = (counts[0] as number) - homes.length; // they live alone
    for (const [index, count] of counts.entries()) {
      const again = known
        .filter((home) => home.members.length === index + 1 && !used.has(home.household.id))
        .slice(0, Math.floor(count * 0.85));
      const fresh = Array.from({ length: count - again.length }, () => desk.homes.invent(index + 1));
      for (const home of [...again, ...fresh]) {
        used.add(home.household.id);
        homes.push(home);
      }
    }
    chosen.set(status, homes);
  }
  return chosen;
}

/** Persons living alone, of working age, whose status is over by autumn. */
function sinkingHomes({ homes }: Desk, year: number, lowIncome: readonly Home[]): Home[] {
  return lowIncome.filter((home) => home.members.length === 1 && !homes.noneOfWorkingAge(home, `${year}-12-31`)).slice(0, sinking);
}

/** Plans the means-tested benefits of a calibrated year: GMI, housing allowance, health care. Every home gets at least one. */
export function planMeansTested(
  desk: Desk,
  year: number,
  chosen: ReadonlyMap<Status, readonly Home[]>,
  wished: readonly WishedHome[],
): StatusHome[] {
  const needy = desk.random.shuffle(chosen.get('NEEDY') ?? []);
  const low = chosen.get('LOW_INCOME') ?? [];
  const both = new Set(low.filter((home) => needy.includes(home)).map((home) => home.household.id));
  const gmiHomes = takeExactly(needy, published('gmi-recipients', year), (home) => home.members.length);
  const gmi = planGmi(desk, year, gmiHomes, both);
  const withGmi = new Set(gmiHomes);
  const rest = [
    ...needy.filter((home) => !withGmi.has(home)).map((home) => ({ home, status: 'NEEDY' as const, late: both.has(home.household.id) })),
    ...desk.random.shuffle(low).map((home) => ({ home, status: 'LOW_INCOME' as const, late: false })),
  ];
  const single = rest.filter(({ home, status }) => both.has(home.household.id) && status === 'LOW_INCOME');
  const others = desk.random.shuffle(rest.filter((one) => !single.includes(one)));
  const housed = others.slice(0, Math.round(others.length * (housingShare[year] ?? 0.5)));
  const housing = planHousing(desk, year, housed);
  const health = planHealth(desk, year, [...single.map((one) => ({ ...one, month: 3 })), ...others.slice(housed.length)], wished, [
    ...gmi,
    ...housing,
  ]);
  return [...gmi, ...housing, ...health];
}

function planGmi(desk: Desk, year: number, homes: readonly Home[], both: ReadonlySet<string>): StatusHome[] {
  const { random, means, ledger } = desk;
  const total = publishedCents('gmi-paid', year);
  const persons = homes.reduce((sum, home) => sum + means.sum('GMI', home, `${year}-06-01`), 0);
  // Of those of working age some ask for three more months, as many as the printed sum needs at about 85 % of the most a home can get.
  const renewals = total / (persons * 0.85) / 3 - 1;
  const grants = homes.flatMap((home, at) => {
    if (at === 0) return [{ home, first: true, months: 1, month: 6, last: 1 }];
    const months = means.months(home, `${year}-06-01`);
    if (both.has(home.household.id)) return [{ home, first: true, months: 3, month: 9, last: 3 }];
    const again = months === 3 && random.chance(renewals);
    const month = random.int(2, again || months === 6 ? 7 : 10);
    const one = { home, first: true, months, month, last: months };
    return again ? [one, { ...one, first: false, month: month + 3 }] : [one];
  });
  const shares = grants.map(({ home, months }) => {
    const most = means.sum('GMI', home, `${year}-06-01`);
    const share = months === 1 ? 0.6 : random.chance(0.3) ? 1.25 : 0.6 + 0.4 * random.next(); // the one month leaves room for the last cents
    return { times: months, weight: most * share, min: 500, max: most };
  });
  const amounts = amountsFor(total, shares);
  return grants.flatMap(({ home, first, months, month }, at) => {
    const submittedOn = counterDay(random, year, month - 1);
    const from = firstOf(year, month);
    const amount = amounts[at] as number;
    const one = withStatus(desk, home, {
      type: 'gmi',
      status: 'NEEDY',
      submittedOn,
      from,
      income: means.sum('GMI', home, submittedOn) - amount,
    });
    ledger.add({ ...one, monthly: { amount, months, from } });
    return first ? [{ home, status: 'NEEDY' as const, month }] : [];
  });
}

function planHousing(desk: Desk, year: number, homes: readonly { home: Home; status: Status; late: boolean }[]): StatusHome[] {
  const { random, means, ledger } = desk;
  const grants = homes.map(({ home, status, late }, at) => {
    const months = at === 0 ? 1 : means.months(home, `${year}-01-01`);
    return { home, status, months, month: late ? 9 : random.int(2, months === 6 ? 7 : 10) };
  });
  const shares = grants.map(({ months, home }) => ({
    times: months,
    weight: (0.6 + 0.8 * random.next()) * (1 + home.members.length * 0.15),
    min: 1500,
    max: 40_000,
  }));
  const amounts = amountsFor(publishedCents('housing-allowance', year), shares);
  return grants.map(({ home, status, months, month }, at) => {
    const submittedOn = counterDay(random, year, month - 1);
    const from = firstOf(year, month);
    const amount = amounts[at] as number;
    const income = incomeFor(desk, home, status, submittedOn);
    const housingCosts = means.costsFor(amount, home, submittedOn, income, status === 'NEEDY');
    const one = withStatus(desk, home, { type: 'housing-allowance', status, submittedOn, from, income, housingCosts });
    ledger.add({ ...one, monthly: { amount, months, from } });
    return { home, status, month };
  });
}

/** Health care: for the homes that have nothing else, for the wished ones, and for some of the others within their status. */
function planHealth(
  desk: Desk,
  year: number,
  homes: readonly { home: Home; status: Status; late: boolean; month?: number }[],
  wished: readonly WishedHome[],
  others: readonly StatusHome[],
): StatusHome[] {
  const { random, ledger } = desk;
  const more = random.shuffle(others).slice(0, Math.max(0, 3600 - homes.length));
  const shares = [...homes, ...wished, ...more].map(() => ({ times: 1, weight: 0.5 + random.next(), min: 1000, max: 60_000 }));
  const amounts = amountsFor(publishedCents('health-benefit', year), shares);
  const claim = (amount: number) => ({ once: amount, claimedCosts: Math.round(amount / 0.75) });
  const first = homes.map(({ home, status, late, month = late ? 9 : random.int(2, 12) }) => {
    const submittedOn = counterDay(random, year, month - 1);
    const from = firstOf(year, month);
    const income = incomeFor(desk, home, status, submittedOn);
    ledger.add({
      ...withStatus(desk, home, { type: 'health-care', status, submittedOn, from, income }),
      ...claim(amounts.shift() as number),
    });
    return { home, status, month };
  });
  for (const { home, status, from } of wished) {
    const submittedOn = [addDays(from, -18), `${year}-01-01`].sort()[1] as string;
    const income = incomeFor(desk, home, status, submittedOn);
    ledger.add({
      ...withStatus(desk, home, { type: 'health-care', status, submittedOn, from, income }),
      ...claim(amounts.shift() as number),
    });
  }
  for (const { home, month } of more)
    ledger.add({ home, type: 'health-care', submittedOn: counterDay(random, year, month), ...claim(amounts.shift() as number) });
  return first;
}
