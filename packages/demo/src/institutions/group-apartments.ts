import { addDays } from '@atbalsts/database';
import type { Random } from '../random.js';
import type { DemoPerson, World } from '../world.js';
import { dayIn, record } from './chance.js';
import type { Mover } from './crisis-centre.js';
import type { Attending } from './day-care.js';
import { novembraOpened } from './facilities.js';
import { endAfter2022, goOn } from './later.js';
import type { DemoStay, Ledger } from './ledger.js';
import { adults } from './people.js';

const saura = 'group-saura';
const novembra = 'group-novembra';
const moved = '2022-06-01';

/** As the results print the ages: women 33 to 75, men 20 to 65. */
const residents = (world: World, random: Random, sex: 'FEMALE' | 'MALE', count: number): DemoPerson[] =>
  adults(
    world,
    random,
    sex,
    { disabled: count },
    { disability: 2, bornFrom: sex === 'FEMALE' ? '1960-01-01' : '1963-01-01', bornUntil: sex === 'FEMALE' ? '1988-12-31' : '2000-12-31' },
  );

/**
 * Group apartments: 24 clients at Šaura iela 26 in 2022 (16 from before, 8 granted, 3 of them from the crisis centre), of whom 6 moved to
 * 18. Novembra iela 354V, which had 13. Wishes for the status of their households are left for the benefits plan. Gives who attends the day care centre.
 */
export function planGroupApartments(ledger: Ledger, random: Random, fromCrisisCentre: readonly Mover[]): Attending {
  const { world } = ledger;
  const before = () => dayIn(random, '2018-05-01', '2020-10-30');
  const byDi = { funding: 'DEINSTITUTIONALISATION' } as const;

  const movers = random.shuffle([...residents(world, random, 'FEMALE', 3), ...residents(world, random, 'MALE', 3)]);
  const left = [...residents(world, random, 'FEMALE', 1), ...residents(world, random, 'MALE', 2)];
  const stayed = [...residents(world, random, 'FEMALE', 4), ...residents(world, random, 'MALE', 3)];
  const granted = [...residents(world, random, 'FEMALE', 2), ...residents(world, random, 'MALE', 3)];

  const moverStays = movers.map((person) =>
    ledger.stay({ person, facility: saura, from: before(), endedOn: moved, destination: 'GROUP_APARTMENTS', ...byDi }),
  );
  const leftStays = left.map((person, n) =>
    ledger.stay({
      person,
      facility: saura,
      from: before(),
      endedOn: dayIn(random, '2022-07-01', '2022-10-30'),
      destination: n === 0 ? 'OWN_HOME' : 'LONG_TERM_CARE',
      funding: 'STATE',
    }),
  );
  const stayedStays = stayed.map((person, n) =>
    ledger.stay({ person, facility: saura, from: before(), endedOn: null, ...(n < 4 ? byDi : {}) }),
  );
  const grantedStays = granted.map((person) =>
    ledger.stay({
      person,
      facility: saura,
      from: dayIn(random, '2022-06-05', '2022-08-30'),
      endedOn: endAfter2022(random, [200, 1700]),
      destination: 'RENTED_HOME',
    }),
  );
  grantedStays.push(
    ...fromCrisisCentre.map(({ person, on }) =>
      ledger.stay({ person, facility: saura, from: on, endedOn: endAfter2022(random, [300, 1700]), destination: 'OWN_HOME' }),
    ),
  );

  const movedStays = movers.map((person, n) =>
    ledger.stay({
      person,
      facility: novembra,
      from: moved,
      endedOn: n === 5 ? '2022-09-12' : null,
      destination: 'LONG_TERM_CARE',
      ...byDi,
    }),
  );
  const newcomers = [...residents(world, random, 'FEMALE', 4), ...residents(world, random, 'MALE', 3)];
  const newStays = random.shuffle(newcomers).map((person, n) =>
    ledger.stay({
      person,
      facility: novembra,
      from: n < 5 ? dayIn(random, novembraOpened, '2022-07-20') : dayIn(random, '2022-10-20', '2022-11-25'),
      endedOn: n === 0 ? '2022-10-12' : null,
      destination: 'RENTED_HOME',
      ...byDi,
    }),
  );
  newStays[0]?.activities.push({ kind: 'ENDED_AT_OWN_WISH', on: '2022-10-11' });

  const attending = { before: attendingBefore(movers, stayed), in2022: attendingSince2022(newStays) };
  planOccupation(random, [...moverStays, ...leftStays, ...stayedStays, ...grantedStays], [...movedStays, ...newStays], attending);
  wishStatus(world, { movers, saura: [...leftStays, ...stayedStays, ...grantedStays], novembra: newStays });
  for (const [facility, perYear, most] of [
    [saura, 5, 17],
    [novembra, 3, 11],
  ] as const) {
    const invent = (r: Random) => residents(world, r, r.chance(0.5) ? 'FEMALE' : 'MALE', 1)[0] as DemoPerson;
    goOn(ledger, random.fork(`later ${facility}`), {
      facility,
      perYear,
      days: [300, 1400],
      most,
      invent,
      destinations: ['OWN_HOME', 'LONG_TERM_CARE', 'RENTED_HOME'],
    });
  }
  return attending;
}

/** Three of the movers (not the one who leaves for long-term care) and five of those who stay: four women and four men. */
function attendingBefore(movers: DemoPerson[], stayed: DemoPerson[]): DemoPerson[] {
  const of = (people: DemoPerson[], sex: string, count: number) => people.filter((person) => person.sex === sex).slice(0, count);
  const moving = movers.slice(0, 5);
  return [...of(moving, 'FEMALE', 2), ...of(moving, 'MALE', 1), ...of(stayed, 'FEMALE', 2), ...of(stayed, 'MALE', 3)];
}

/** A woman and a man of those who came to 18. Novembra iela and stay. */
function attendingSince2022(newStays: DemoStay[]): { person: DemoPerson; from: string }[] {
  const candidates = newStays.slice(1);
  return (['FEMALE', 'MALE'] as const).flatMap((sex) =>
    candidates
      .filter(({ person }) => person.sex === sex)
      .slice(0, 1)
      .map(({ person, from }) => ({ person, from: addDays(from, 7) })),
  );
}

/** What residents do by day, as published; each who does not attend the day care centre does one thing. */
function planOccupation(random: Random, sauraStays: DemoStay[], novembraStays: DemoStay[], attending: Attending): void {
  const byDay = new Set<DemoPerson>([...attending.before, ...attending.in2022.map(({ person }) => person)]);
  const year = 2022;
  const give = (stays: DemoStay[], counts: Record<string, number>) => {
    const idle = random.shuffle(stays.filter(({ person }) => !byDay.has(person)));
    for (const [kind, count] of Object.entries(counts)) record(random, idle.splice(0, count), year, kind, count);
  };
  give(sauraStays, { OWN_OR_CASUAL_WORK: 4, HOSPITAL_WORKSHOPS: 4, MOTIVATION_PROGRAMME: 7, STUDIES: 1 });
  give(novembraStays, { OWN_OR_CASUAL_WORK: 4, MOTIVATION_PROGRAMME: 4 });
  // Temporary public work beside something else: the printed kinds of occupation are one more than the clients.
  for (const stays of [sauraStays, novembraStays]) record(random, stays, year, 'TEMPORARY_PUBLIC_WORK', 1);
}

/** Needy: the six movers (counted at both addresses), eight at Šaura iela, three at 18. Novembra iela; of low income: four and one. */
function wishStatus(world: World, of: { movers: DemoPerson[]; saura: DemoStay[]; novembra: DemoStay[] }): void {
  const wish = (person: DemoPerson, status: 'NEEDY' | 'LOW_INCOME', from: string) =>
    world.wishes.householdStatus.push({ person, status, from });
  for (const person of of.movers) wish(person, 'NEEDY', '2022-05-01');
  for (const [n, { person, from }] of of.saura.slice(0, 12).entries())
    wish(person, n < 8 ? 'NEEDY' : 'LOW_INCOME', from < '2022-02-01' ? '2022-02-01' : nextMonth(from));
  for (const [n, { person, from }] of of.novembra.slice(1, 5).entries()) wish(person, n < 3 ? 'NEEDY' : 'LOW_INCOME', nextMonth(from));
}

const nextMonth = (date: string): string => {
  const [year, month] = date.split('-').map(Number) as [number, number];
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
};
