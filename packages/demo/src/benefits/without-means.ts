import { amountsFor } from './calibrate.js';
import { counterDay, type Desk, firstOf } from './desk.js';
import { birthday, type Home } from './homes.js';
import { published, publishedCents } from './published.js';

/** Homes outside the means test that come again from year to year. */
export interface OtherHomes {
  /** Families and single persons who once in a while need something. */
  general: Home[];
  /** A guardian or foster parent with a child. */
  orphans: Home[];
}

const numbers: Readonly<Record<number, { crisis: number; unforeseen: number; orphans: number; accessibility: number; births: number }>> = {
  2021: { crisis: 2000, unforeseen: 200, orphans: 180, accessibility: 3, births: 120 },
  2022: { crisis: 1050, unforeseen: 18, orphans: 205, accessibility: 6, births: 110 },
};
/** Monthly guarantees, with about how many euro a month. */
const monthlyGuarantees = [
  ['orphan-foster-family', 260],
  ['orphan-guardianship-meals', 190],
  ['orphan-host-family', 200],
  ['orphan-monthly-expenses', 170],
] as const;
const oneOffGuarantees = [
  'orphan-independent-life',
  'orphan-home-furnishing',
  'orphan-household-items',
  'orphan-health-care',
  'orphan-housing',
] as const;

/** Plans what is granted outside the means test in a calibrated year, except the benefits that fill up the number of recipients. */
export function planWithoutMeans(desk: Desk, year: number, others: OtherHomes): void {
  const { random, homes, ledger } = desk;
  const plan = numbers[year];
  if (!plan) throw new Error(`no plan for ${year}`);
  while (others.general.length < plan.crisis) others.general.push(homes.invent(random.pick([1, 1, 2, 2, 3, 4])));
  once(
    desk,
    year,
    'crisis-benefit',
    others.general.slice(0, plan.crisis).map((home) => ({ home, type: 'crisis' })),
  );
  const freed = Array.from({ length: plan.unforeseen }, (_, at) => {
    const home = homes.make([[{ sex: at % 8 ? 'MALE' : 'FEMALE', bornFrom: '1965-01-01', bornUntil: '1998-12-31' }, 'HEAD']]);
    const released = at % 5 !== 0;
    if (released) homes.circumstance(home.head, 'FORMER_PRISONER', `${year - 1}-12-15`);
    return { home, type: released ? 'release-from-prison' : 'identity-document', weight: released ? 4 : 1 };
  });
  once(desk, year, 'unforeseen-support', freed);
  const rebuilt = Array.from({ length: plan.accessibility }, () => {
    const home = homes.make([[{ bornFrom: '1958-01-01', bornUntil: '1990-12-31' }, 'HEAD']]);
    if (homes.facts(home.head, `${year}-01-01`).disability === 'NONE') homes.circumstance(home.head, 'DISABILITY_GROUP_1', '2016-03-01');
    return { home, type: 'accessibility' };
  });
  once(desk, year, 'accessibility-support', rebuilt);
  planOrphans(desk, year, others, plan.orphans);
  for (let n = 0; n < plan.births; n++) {
    const month = random.int(2, 10);
    const born = { bornFrom: firstOf(year, month - 1), bornUntil: `${firstOf(year, month - 1).slice(0, 8)}28` };
    const parent = { bornFrom: '1982-01-01', bornUntil: '2001-12-31' };
    const home = homes.make([
      [{ ...parent, sex: 'FEMALE' }, 'HEAD'],
      [parent, 'SPOUSE'],
      [born, 'CHILD'],
    ]);
    ledger.add({ home, type: 'childbirth', submittedOn: counterDay(random, year, month), once: 30_000 });
  }
}

function planOrphans(desk: Desk, year: number, others: OtherHomes, count: number): void {
  const { random, homes, ledger } = desk;
  while (others.orphans.length < count) {
    const guardian = { bornFrom: '1960-01-01', bornUntil: '1988-12-31' };
    const ward = { bornFrom: '2005-06-01', bornUntil: '2015-12-31' };
    others.orphans.push(
      homes.make([
        [guardian, 'HEAD'],
        [ward, 'WARD'],
      ]),
    );
  }
  const kept = others.orphans.map((home, at) => {
    const [type, euro] = monthlyGuarantees[at % monthlyGuarantees.length] as (typeof monthlyGuarantees)[number];
    return { home, type, weight: euro * (0.9 + 0.2 * random.next()), months: 12 };
  });
  const leavers = Array.from({ length: 40 }, (_, at) => {
    const home = homes.make([[{ bornFrom: `${year - 19}-01-02`, bornUntil: `${year - 18}-01-01` }, 'HEAD']]);
    homes.circumstance(home.head, 'CARE_LEAVER', birthday(home.head, 18));
    return { home, type: oneOffGuarantees[at % oneOffGuarantees.length] as string, weight: 300 * (0.7 + 0.6 * random.next()), months: 1 };
  });
  const grants = [...kept, ...leavers];
  const amounts = amountsFor(
    publishedCents('orphan-guarantees', year),
    grants.map(({ weight, months }) => ({ times: months, weight, min: 1000, max: 200_000 })),
  );
  for (const [at, { home, type, months }] of grants.entries()) {
    const amount = amounts[at] as number;
    if (months === 1) ledger.add({ home, type, submittedOn: counterDay(random, year, random.int(1, 11)), once: amount });
    else ledger.add({ home, type, submittedOn: counterDay(random, year - 1, 12), monthly: { amount, months, from: firstOf(year, 1) } });
  }
}

/** One-off benefits of a row, their sum exactly as printed. */
function once({ random, ledger }: Desk, year: number, row: string, grants: readonly { home: Home; type: string; weight?: number }[]): void {
  const shares = grants.map(({ home, weight = home.members.length + 1 }) => ({
    times: 1,
    weight: weight * (0.8 + 0.4 * random.next()),
    min: 1000,
    max: 2_000_000,
  }));
  const amounts = amountsFor(publishedCents(row, year), shares);
  for (const [at, { home, type }] of grants.entries())
    ledger.add({ home, type, submittedOn: counterDay(random, year, random.int(1, 12)), once: amounts[at] as number });
}

/** What is paid once, by the kind of benefit that fits a home, in cents (assumed). */
const presents = { anniversary: 5000, funeral: 25_000, 'politically-repressed': 7000, trustee: 12_000 } as const;

/** Fills up the persons who received a benefit in a year to the printed number, with benefits that no row of money counts. */
export function fillRecipients({ random, homes, ledger }: Desk, year: number, others: OtherHomes): void {
  let missing = published('benefit-recipients', year) - ledger.recipients(year).size;
  if (missing < 0) throw new RangeError(`${-missing} persons too many received a benefit in ${year}`);
  const take = (home: Home): void => {
    if (home.members.length > missing || home.members.some((person) => ledger.recipients(year).has(person.id))) return;
    const old = homes.is(home.head, 'PENSIONER', `${year}-01-01`);
    const type = old
      ? random.pick(['anniversary', 'politically-repressed'] as const)
      : random.pick(['funeral', 'trustee', 'funeral'] as const);
    ledger.add({ home, type, submittedOn: counterDay(random, year, random.int(1, 12)), once: presents[type] });
    missing -= home.members.length;
  };
  for (const home of random.shuffle(others.general)) take(home);
  while (missing > 0) {
    const home = homes.invent(Math.min(missing, random.pick([1, 2, 2, 2, 3])));
    others.general.push(home);
    take(home);
  }
}
