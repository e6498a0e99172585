import type { Random } from '../random.js';
import type { DemoPerson, DemoRelation, World } from '../world.js';
import { dayIn } from './chance.js';
import type { Mover } from './crisis-centre.js';
import { endAfter2022, goOn } from './later.js';
import type { DemoDestination, Ledger } from './ledger.js';
import { adult, adults, child, isPlain } from './people.js';

const facility = 'social-house';

/** A family to move in: the first member is the head. */
interface Family {
  members: [DemoPerson, DemoRelation][];
}

/** When somebody lives there: before 2021 or in 2022 from, in 2021 or after 2022 until. */
type Time = { from: 'before' | 'in 2022'; until: 'in 2021' | 'in 2022' | 'later' };

/** Household, work and age of the residents, so that the rows of 2021 and 2022 come out together. See the comments for what each group adds. */
export function planSocialHouse(
  ledger: Ledger,
  random: Random,
  fromShelter: Record<2021 | 2022, readonly Mover[]>,
  fromCrisisCentre: readonly Mover[],
): void {
  const adultsOfFamilies = planFamilies(ledger, random);
  planSingles(ledger, random);
  for (const { person, on } of fromShelter[2021]) moveIn(ledger, random, [person], on, 'later');
  for (const { person, on } of [...fromShelter[2022], ...fromCrisisCentre]) moveIn(ledger, random, [person], on, 'later');
  planWork(ledger.world, random, adultsOfFamilies);
  goOn(ledger, random.fork('later'), {
    facility,
    perYear: 22,
    days: [200, 1900],
    most: 200,
    invent: (r) =>
      adult(ledger.world, r, { sex: r.chance(0.5) ? 'MALE' : 'FEMALE', group: r.pick(['plain', 'plain', 'disabled', 'pensioner']) }),
    destinations: ['RENTED_HOME', 'MUNICIPAL_APARTMENT', 'OTHER'],
  });
}

/** Adults of families by what they do. */
interface FamilyAdults {
  stayed: DemoPerson[];
  left2021: DemoPerson[];
  newHeads: DemoPerson[];
  newLarge: DemoPerson[];
  grown: DemoPerson[];
}

function planFamilies(ledger: Ledger, random: Random): FamilyAdults {
  const { world } = ledger;
  const minors = { bornFrom: '2008-01-01', bornUntil: '2018-12-31' };
  const turning18 = { bornFrom: '2004-01-01', bornUntil: '2004-12-31' };
  const stayed: DemoPerson[] = [];
  const left2021: DemoPerson[] = [];
  const grown: DemoPerson[] = [];
  const newLarge: DemoPerson[] = [];
  const newHeads: DemoPerson[] = [];
  const add = (family: Family, time: Time, into: DemoPerson[]) => {
    house(ledger, random, family, time);
    into.push(...family.members.filter(([, relation]) => relation === 'HEAD' || relation === 'SPOUSE').map(([person]) => person));
    return family;
  };
  const both: Time = { from: 'before', until: 'later' };
  const gone: Time = { from: 'before', until: 'in 2021' };

  // Large families: 9 in 2021 (6 stay, 3 leave), 8 in 2022 (2 come). Children: 18 stay, 17 leave, 6 come.
  const large = Array.from({ length: 6 }, () => add(couple(world, random, [minors, minors, minors]), both, stayed));
  for (const count of [6, 6, 5]) add(couple(world, random, Array(count).fill(minors)), gone, left2021);
  for (let n = 0; n < 2; n++) add(couple(world, random, [minors, minors, minors]), { from: 'in 2022', until: 'later' }, newLarge);
  for (const [member] of [large[0]?.members[2], large[1]?.members[3]].flatMap((known) => (known ? [known] : []))) {
    world.circumstance(member, 'DISABILITY_CHILD', '2019-05-01', null, 'VDEĀVK lēmums');
  }

  // Two parents: 13 in 2021 (10 stay, 3 leave). Children of those who stay: 12 in 2021, of whom one studies and is of age; 10 in 2022, since three
  // come of age then and one of them goes on with school.
  const pupil = add(couple(world, random, [{ bornFrom: '2003-01-01', bornUntil: '2003-12-31' }]), both, stayed);
  const school = add(couple(world, random, [turning18]), both, stayed);
  for (const family of [pupil, school])
    world.circumstance(family.members[2]?.[0] as DemoPerson, 'STUDENT', '2019-09-01', '2023-07-01', 'Skolas izziņa');
  for (const kids of [[turning18, minors], [turning18], [minors, minors], ...Array(5).fill([minors])]) {
    const { members } = add(couple(world, random, kids), both, stayed);
    grown.push(...members.map(([person]) => person).filter((person) => person.birthDate.startsWith('2004')));
  }
  for (let n = 0; n < 3; n++) add(couple(world, random, [minors, minors]), gone, left2021);

  // One parent: 1 in both years, 9 come in 2022, five with a minor and four with a grown child who does not study.
  add(parent(world, random, minors), both, stayed);
  for (let n = 0; n < 9; n++) {
    const { members } = add(
      parent(world, random, n < 5 ? minors : { bornFrom: '1996-01-01', bornUntil: '2000-12-31' }),
      { from: 'in 2022', until: 'later' },
      newHeads,
    );
    if (n >= 5) grown.push(members[1]?.[0] as DemoPerson);
  }
  // A guardian with two wards, neither of the three kinds, leaves in 2021: the 24th family of that year.
  const guardian = adult(world, random, { sex: 'FEMALE', bornFrom: '1963-01-01', bornUntil: '1968-12-31' });
  house(
    ledger,
    random,
    {
      members: [
        [guardian, 'HEAD'],
        [child(world, minors), 'WARD'],
        [child(world, minors), 'WARD'],
      ],
    },
    gone,
  );
  return { stayed, left2021, newHeads, newLarge, grown };
}

interface Birth {
  bornFrom: string;
  bornUntil: string;
}

function couple(world: World, random: Random, kids: Birth[]): Family {
  const mother = adult(world, random, { sex: 'FEMALE', bornFrom: '1975-01-01', bornUntil: '1986-12-31' });
  const father = world.person({ sex: 'MALE', bornFrom: '1972-01-01', bornUntil: '1986-12-31', familyStem: mother.familyStem });
  const children = kids.map((born): [DemoPerson, DemoRelation] => [child(world, { ...born, familyStem: mother.familyStem }), 'CHILD']);
  return { members: [[mother, 'HEAD'], [father, 'SPOUSE'], ...children] };
}

function parent(world: World, random: Random, born: Birth): Family {
  const head = adult(world, random, { sex: 'FEMALE', bornFrom: '1968-01-01', bornUntil: '1978-12-31' });
  return {
    members: [
      [head, 'HEAD'],
      [child(world, { ...born, familyStem: head.familyStem }), 'CHILD'],
    ],
  };
}

function house(ledger: Ledger, random: Random, { members }: Family, time: Time): void {
  ledger.world.household(members, '2020-06-01');
  const from = time.from === 'before' ? dayIn(random, '2019-01-10', '2020-11-30') : dayIn(random, '2022-01-15', '2022-10-15');
  moveIn(
    ledger,
    random,
    members.map(([person]) => person),
    from,
    time.until,
  );
}

function moveIn(
  ledger: Ledger,
  random: Random,
  people: DemoPerson[],
  from: string,
  until: Time['until'],
  destination: DemoDestination = 'RENTED_HOME',
): void {
  const later = random.chance(0.6) ? endAfter2022(random, [60, 1400]) : null;
  const endedOn =
    until === 'later' ? later : until === 'in 2021' ? dayIn(random, '2021-02-01', '2021-12-10') : dayIn(random, '2022-02-01', '2022-12-10');
  for (const person of people) ledger.stay({ person, facility, from, endedOn, destination });
}

/**
 * Who lives alone: 92 in 2021 beside 6 from the shelter, 96 in 2022 with 11 from shelter and crisis centre. Disability: 45 in 2021, 47 in 2022;
 * pension: 20, then 22 (four begin in 2022, two leave in 2021).
 */
function planSingles(ledger: Ledger, random: Random): void {
  const { world } = ledger;
  const some = (counts: Parameters<typeof adults>[3]) => {
    const half = Object.fromEntries(Object.entries(counts).map(([group, count]) => [group, Math.floor(count / 2)]));
    const rest = Object.fromEntries(Object.entries(counts).map(([group, count]) => [group, Math.ceil(count / 2)]));
    return [...adults(world, random, 'MALE', half), ...adults(world, random, 'FEMALE', rest)];
  };
  const old = () => dayIn(random, '2018-06-01', '2020-11-30');
  const stay = [...some({ disabled: 40, pensioner: 18 })];
  const soon = adults(world, random, 'FEMALE', { plain: 4 }, { bornFrom: '1957-08-01', bornUntil: '1957-12-31' });
  for (const person of soon) world.circumstance(person, 'PENSIONER', '2022-03-01', null, 'VSAA izziņa');
  const workless = some({ plain: 10 });
  for (const [n, person] of workless.entries())
    world.circumstance(person, 'UNEMPLOYED', '2020-09-01', n < 8 ? null : '2022-01-01', 'NVA izziņa');
  // Fifteen leave in 2022, four of them to a municipal apartment.
  for (const [n, person] of random.shuffle([...stay, ...workless]).entries()) {
    moveIn(ledger, random, [person], old(), n < 15 ? 'in 2022' : 'later', n < 4 ? 'MUNICIPAL_APARTMENT' : 'RENTED_HOME');
  }
  for (const person of soon) moveIn(ledger, random, [person], old(), 'later');
  const leave = some({ disabled: 5, pensioner: 2, plain: 13 });
  for (const person of leave) moveIn(ledger, random, [person], old(), 'in 2021');
  for (const person of leave.filter((known) => isPlain(world, known)))
    world.circumstance(person, 'UNEMPLOYED', '2020-06-01', '2022-01-01', 'NVA izziņa');
  for (const person of some({ disabled: 7 })) moveIn(ledger, random, [person], dayIn(random, '2022-02-01', '2022-11-15'), 'later');
}

/** Work and disability of the adults of families: see the sums in the comments. */
function planWork(world: World, random: Random, { stayed, left2021, newHeads, newLarge, grown }: FamilyAdults): void {
  const of = random.shuffle(stayed);
  const unemployed = (people: DemoPerson[], from: string, until: string | null) => {
    for (const person of people) world.circumstance(person, 'UNEMPLOYED', from, until, 'NVA izziņa');
  };
  const employed = (people: DemoPerson[], until: string | null) => {
    for (const person of people) world.circumstance(person, 'EMPLOYED', '2020-03-01', until, 'Darba līgums');
  };
  // 33 who stay: 8 with disability; 3 who work in 2021 and have a disability from 2022; 15 unemployed in 2021, 12 of them in 2022; 7 employed, 5 of them in 2022.
  for (const person of of.slice(0, 8))
    world.circumstance(person, random.pick(['DISABILITY_GROUP_2', 'DISABILITY_GROUP_3']), '2018-04-01', null, 'VDEĀVK lēmums');
  for (const person of of.slice(8, 11)) world.circumstance(person, 'DISABILITY_GROUP_3', '2022-02-01', null, 'VDEĀVK lēmums');
  employed(of.slice(8, 11), '2022-01-01');
  unemployed(of.slice(11, 23), '2020-10-01', null);
  unemployed(of.slice(23, 26), '2020-10-01', '2022-01-01');
  employed(of.slice(26, 31), null);
  employed(of.slice(31, 33), '2022-01-01');
  // All 12 adults of the families with two parents that leave in 2021: with 13 + 10 singles and 15 who stay, 50 unemployed in 2021.
  unemployed(left2021, '2020-05-01', '2022-01-01');
  // 8 singles, 12 who stay, 8 heads and 3 others who come, 4 grown children: 35 in 2022.
  unemployed(newHeads.slice(0, 8), '2021-11-01', null);
  unemployed(newLarge.slice(0, 3), '2021-11-01', null);
  unemployed(grown.slice(0, 4), '2022-01-01', null);
}
