import { addDays } from '@atbalsts/database';
import type { Random } from '../random.js';
import type { DemoPerson, World } from '../world.js';
import { dayIn, mixed, record } from './chance.js';
import { goOn } from './later.js';
import type { DemoDestination, DemoStay, Ledger } from './ledger.js';
import { adult, adults, child } from './people.js';

/** Somebody who leaves one facility of the demo for another on a day. */
export interface Mover {
  person: DemoPerson;
  on: string;
}

/** Who went on from the crisis centre to other facilities in 2022. */
export interface FromCrisisCentre {
  toShelter: Mover[];
  toGroupApartments: Mover[];
  toSocialHouse: Mover[];
}

const facility = 'crisis-centre';
const reasons = ['Vardarbība ģimenē', 'Zaudēta dzīvesvieta', 'Konflikts mājās', 'Krīze pēc slimnīcas'];

/** The families of 2022: children by sex, where they went, each with the parent who came. */
const families: { girls: number; boys: number; father?: boolean; to: DemoDestination | null }[] = [
  { girls: 1, boys: 1, to: 'OWN_HOME' },
  { girls: 1, boys: 1, to: 'OWN_HOME' },
  { girls: 1, boys: 1, to: 'OWN_HOME' },
  { girls: 1, boys: 1, to: 'OWN_HOME' },
  { girls: 0, boys: 2, father: true, to: 'OWN_HOME' },
  { girls: 1, boys: 1, to: 'RENTED_HOME' },
  { girls: 1, boys: 1, to: 'RENTED_HOME' },
  { girls: 1, boys: 1, to: 'RENTED_HOME' },
  { girls: 0, boys: 2, to: 'MUNICIPAL_APARTMENT' },
  { girls: 1, boys: 1, to: null },
  { girls: 1, boys: 1, to: null },
  { girls: 1, boys: 1, to: null },
];

/** Crisis centre: 2022 as published (89 clients in 71 cases), other years like it. */
export function planCrisisCentre(ledger: Ledger, random: Random): FromCrisisCentre {
  const { world } = ledger;
  planYearBefore(ledger, random);
  const familyStays = families.flatMap((family) => planFamily(ledger, random, family));
  const singles = inventSingles(world, random);
  const stays = planSingles(ledger, random, singles);
  recordHelp(random, stays, familyStays);
  goOn(ledger, random.fork('later'), {
    facility,
    perYear: 70,
    days: [15, 90],
    most: 24,
    invent: (r) => adult(world, r, { sex: r.chance(0.65) ? 'FEMALE' : 'MALE' }),
    emergency: reasons,
    destinations: ['OWN_HOME', 'OWN_HOME', 'RENTED_HOME', 'MUNICIPAL_APARTMENT', 'OTHER'],
  });
  const movers = (to: DemoDestination) =>
    stays.flatMap(({ destination, person, endedOn }) => (destination === to && endedOn ? [{ person, on: endedOn }] : []));
  return { toShelter: movers('SHELTER'), toGroupApartments: movers('GROUP_APARTMENTS'), toSocialHouse: movers('SOCIAL_HOUSE') };
}

/** 2021 is not printed; nobody of it stays into 2022. */
function planYearBefore(ledger: Ledger, random: Random): void {
  for (let n = 0; n < 55; n++) {
    const from = dayIn(random, '2021-01-05', '2021-11-10');
    const person = adult(ledger.world, random, { sex: random.chance(0.65) ? 'FEMALE' : 'MALE' });
    ledger.stay({
      person,
      facility,
      from,
      endedOn: addDays(from, random.int(7, 45)),
      destination: 'OWN_HOME',
      emergency: random.pick(reasons),
    });
  }
}

/** Three families are still there at the end of 2022 and leave in 2023. */
function planFamily(ledger: Ledger, random: Random, { girls, boys, father, to }: (typeof families)[number]): DemoStay[] {
  const { world } = ledger;
  const parent = adult(world, random, { sex: father ? 'MALE' : 'FEMALE', bornFrom: '1978-01-01', bornUntil: '1996-12-31' });
  const kids = [...Array(girls).fill('FEMALE'), ...Array(boys).fill('MALE')].map((sex: 'FEMALE' | 'MALE') =>
    child(world, { sex, bornFrom: '2008-01-01', bornUntil: '2020-12-31', familyStem: parent.familyStem }),
  );
  world.household([[parent, 'HEAD'], ...kids.map((kid) => [kid, 'CHILD'] as const)], '2020-12-31');
  const from = to ? dayIn(random, '2022-01-10', '2022-10-20') : dayIn(random, '2022-11-10', '2022-12-15');
  const endedOn = to ? addDays(from, random.int(20, 60)) : addDays('2023-01-05', random.int(5, 40));
  const emergency = random.pick(reasons);
  return [parent, ...kids].map((person) => ledger.stay({ person, facility, from, endedOn, destination: to ?? 'OWN_HOME', emergency }));
}

/** The 53 who came alone in 2022, by what the report counts of them. */
interface Single {
  person: DemoPerson;
  kind: 'plain' | 'disabled' | 'disabled-2' | 'pensioner' | 'care-leaver' | 'pregnant' | 'perpetrator';
}

function inventSingles(world: World, random: Random): Single[] {
  const of = (kind: Single['kind'], people: DemoPerson[]): Single[] => people.map((person) => ({ person, kind }));
  const young = { bornFrom: '2001-01-01', bornUntil: '2003-12-31' };
  const women = [
    ...of('disabled', adults(world, random, 'FEMALE', { disabled: 8 })),
    ...of(
      'disabled-2',
      adults(world, random, 'FEMALE', { disabled: 2 }, { disability: 2, bornFrom: '1960-01-01', bornUntil: '1988-12-31' }),
    ),
    ...of('pensioner', adults(world, random, 'FEMALE', { pensioner: 2 })),
    ...of('care-leaver', adults(world, random, 'FEMALE', { plain: 3 }, young)),
    ...of('pregnant', adults(world, random, 'FEMALE', { plain: 3 }, { bornFrom: '1988-01-01', bornUntil: '1999-12-31' })),
    ...of('plain', adults(world, random, 'FEMALE', { plain: 12 })),
  ];
  const men = [
    ...of('disabled', adults(world, random, 'MALE', { disabled: 9 })),
    ...of('disabled-2', adults(world, random, 'MALE', { disabled: 1 }, { disability: 2, bornFrom: '1960-01-01', bornUntil: '1999-12-31' })),
    ...of('pensioner', adults(world, random, 'MALE', { pensioner: 1 })),
    ...of('care-leaver', adults(world, random, 'MALE', { plain: 3 }, young)),
    ...of('perpetrator', adults(world, random, 'MALE', { plain: 2 })),
    ...of('plain', adults(world, random, 'MALE', { plain: 7 })),
  ];
  for (const { person, kind } of [...women, ...men]) {
    if (kind === 'care-leaver')
      world.circumstance(person, 'CARE_LEAVER', `${Number(person.birthDate.slice(0, 4)) + 18}-12-31`, null, 'Bāriņtiesas lēmums');
    if (kind === 'pregnant') world.circumstance(person, 'PREGNANT', '2021-12-01', '2022-12-31', 'Ārsta izziņa');
  }
  return [...women, ...men];
}

function planSingles(ledger: Ledger, random: Random, singles: Single[]): DemoStay[] {
  const plain = random.shuffle(singles.filter(({ kind }) => kind === 'plain'));
  const women = plain.filter(({ person }) => person.sex === 'FEMALE');
  const next = new Map<DemoPerson, DemoDestination>();
  for (const { person, kind } of singles) {
    if (kind === 'disabled-2') next.set(person, 'GROUP_APARTMENTS');
    if (kind === 'perpetrator') next.set(person, 'OWN_HOME');
  }
  for (const { person } of women.slice(0, 2)) next.set(person, 'SHELTER');
  for (const { person } of plain.filter(({ person: p }) => !next.has(p)).slice(0, 4)) next.set(person, 'SOCIAL_HOUSE');
  const [old] = singles.filter(({ kind }) => kind === 'pensioner');
  if (old) next.set(old.person, 'LONG_TERM_CARE');
  const others = mixed<DemoDestination | 'CONTINUES'>(random, {
    OWN_HOME: 19,
    RENTED_HOME: 10,
    OTHER: 1,
    CONTINUES: 6,
    EXCLUDED: 1,
    ABROAD: 1,
    REHABILITATION_PROGRAMME: 1,
    DIED: 2,
  });
  const rest = singles.filter(({ person }) => !next.has(person));
  if (rest.length !== others.length) throw new Error(`${rest.length} persons for ${others.length} destinations`);
  const destinationOf = new Map<DemoPerson, DemoDestination | 'CONTINUES'>([
    ...next,
    ...rest.map(({ person }, n) => [person, others[n] as DemoDestination] as const),
  ]);
  // Six came twice, and so are two cases each.
  const twice = new Set(
    rest
      .filter(({ person, kind }) => kind === 'plain' && destinationOf.get(person) !== 'CONTINUES')
      .slice(0, 6)
      .map(({ person }) => person),
  );
  if (twice.size !== 6) throw new Error('six persons must come twice');
  return singles.flatMap(({ person, kind }) =>
    planSingle(ledger, random, { person, kind, to: destinationOf.get(person) ?? 'OTHER', twice: twice.has(person) }),
  );
}

function planSingle(ledger: Ledger, random: Random, plan: Single & { to: DemoDestination | 'CONTINUES'; twice: boolean }): DemoStay[] {
  const { person, kind, to } = plan;
  const emergency = random.pick(reasons);
  if (to === 'CONTINUES') {
    return [
      ledger.stay({
        person,
        facility,
        from: dayIn(random, '2022-11-05', '2022-12-20'),
        endedOn: dayIn(random, '2023-01-05', '2023-02-20'),
        destination: 'RENTED_HOME',
        emergency,
      }),
    ];
  }
  const from = dayIn(random, plan.twice ? '2022-06-01' : '2022-01-04', to === 'GROUP_APARTMENTS' ? '2022-07-31' : '2022-10-31');
  const last = ledger.stay({
    person,
    facility,
    from,
    endedOn: addDays(from, random.int(12, 55)),
    destination: to,
    emergency,
    bed: kind !== 'perpetrator',
  });
  if (!plan.twice) return [last];
  const first = dayIn(random, '2022-01-04', '2022-04-15');
  return [
    ledger.stay({
      person,
      facility,
      from: first,
      endedOn: addDays(first, random.int(10, 40)),
      destination: 'OWN_HOME',
      emergency: random.pick(reasons),
    }),
    last,
  ];
}

function recordHelp(random: Random, singles: DemoStay[], familyStays: DemoStay[]): void {
  const year = 2022;
  const grown = (stay: DemoStay) => stay.person.birthDate < '2004-01-01';
  record(
    random,
    singles.filter(({ destination }) => destination === 'LONG_TERM_CARE'),
    year,
    'LONG_TERM_CARE_GRANTED',
    1,
  );
  record(
    random,
    singles.filter(({ destination }) => destination === 'DIED'),
    year,
    'LONG_TERM_CARE_GRANTED',
    2,
  );
  const lived = singles.filter(({ bed, destination }) => bed && !['LONG_TERM_CARE', 'DIED'].includes(destination));
  record(random, lived, year, 'LONG_TERM_CARE_QUEUED', 2);
  record(random, lived, year, 'AFTER_FIRE', 4);
  record(
    random,
    singles.filter(({ destination }) => destination === 'OTHER'),
    year,
    'FROM_ANOTHER_COUNTRY',
    1,
  );
  record(
    random,
    familyStays.filter((stay) => !grown(stay)),
    year,
    'CHILD_STATE_REHABILITATION',
    4,
  );
  record(
    random,
    familyStays.filter((stay) => grown(stay) && stay.person.sex === 'FEMALE'),
    year,
    'ADULT_VICTIM_STATE_REHABILITATION',
    2,
  );
  record(
    random,
    singles.filter(({ bed }) => !bed),
    year,
    'PERPETRATOR_PROGRAMME',
    2,
  );
}
