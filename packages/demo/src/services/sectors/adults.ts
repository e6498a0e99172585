import { daugavpils } from '@atbalsts/reference';
import type { Random } from '../../random.js';
import type { DemoPerson, World } from '../../world.js';
import { type CaseFiles, courses, publishedOf, type SectorCase, type Subject } from './files.js';
import type { SectorPeople, Wanted } from './people.js';

const table = 'adult-sector';
const years = [2021, 2022] as const;
const of = (row: string) => ({ 2021: publishedOf(table, row, 2021), 2022: publishedOf(table, row, 2022) });
const someAdult: Wanted = { bornFrom: '1964-01-01', bornUntil: '1999-12-31' };

const unemployed = [
  { row: 'unemployed', kind: 'UNEMPLOYED', targetGroup: 'UNEMPLOYED', who: someAdult, goal: 'Atrast pastāvīgu darbu' },
  {
    row: 'pre-retirement',
    kind: 'PRE_RETIREMENT',
    targetGroup: 'UNEMPLOYED',
    who: { bornFrom: '1958-06-01', bornUntil: '1963-06-30' },
    goal: 'Nodrošināt ienākumus līdz pensijai',
  },
  {
    row: 'health-problems',
    kind: 'HEALTH_PROBLEMS',
    targetGroup: 'UNEMPLOYED',
    who: someAdult,
    goal: 'Uzlabot veselību un noteikt darbspējas',
  },
  { row: 'addiction-problems', kind: 'ADDICTION_PROBLEMS', targetGroup: 'ADDICTION', who: someAdult, goal: 'Saglabāt atturību' },
];

/** Clients of the sector for adults in 2021 and 2022, as published: each in one group, but the Ukrainian civilians, who are all in a crisis too. */
export function planAdults(world: World, random: Random, people: SectorPeople, files: CaseFiles): void {
  const cases: SectorCase[] = [];
  const open = (person: DemoPerson, subject: Omit<Subject, 'unit' | 'level'>) => {
    const written = files.open(person, { ...subject, unit: 'adult-sector', level: 'NONE' });
    cases.push(written);
    return written;
  };
  for (const { of: figures, begun, ...group } of unemployedGroups()) {
    for (const course of courses(random, figures, begun)) open(people.adult(group.who), { ...group, course });
  }
  for (const course of courses(random, of('social-house-saura-28'), { 2021: 0, 2022: 0 })) {
    const who = resident(world, people) ?? people.adult(someAdult);
    open(who, { kind: 'SOCIAL_HOUSE', targetGroup: 'ADULT', goal: 'Sakārtot parādus un atrast mājokli', course });
  }
  const young: Wanted = {
    bornFrom: '1996-01-01',
    bornUntil: '2002-12-31',
    circumstance: {
      kind: 'CARE_LEAVER',
      by: '2021-12-31',
      from: ({ birthDate }) => `${Number(birthDate.slice(0, 4)) + 18}${birthDate.slice(4, 7)}-01`,
    },
  };
  const leavers = courses(random, of('care-leavers'), of('new-cases-care-leavers')).map((course) =>
    open(people.adult(young), { kind: 'CARE_LEAVER', targetGroup: 'CARE_LEAVER', goal: 'Uzsākt patstāvīgu dzīvi', course }),
  );
  const released: Wanted = { ...someAdult, circumstance: { kind: 'FORMER_PRISONER', by: '2020-12-31', from: () => '2019-04-01' } };
  for (const course of courses(random, of('former-prisoners'), of('new-cases-former-prisoners')))
    open(people.adult(released), { kind: 'FORMER_PRISONER', targetGroup: 'FORMER_PRISONER', goal: 'Sakārtot dokumentus', course });
  planCrises(random, people, open);
  for (const year of years) {
    files.serve(cases, year, publishedOf(table, 'psychologist-support', year), { type: 'psychologist', unit: 'SESSION', often: 2 });
    const here = leavers.filter(({ openedOn, closedOn }) => openedOn <= `${year}-12-01` && closedOn >= `${year}-02-01`);
    for (const one of random.shuffle(here).slice(0, publishedOf(table, 'social-mentor-support', year)))
      for (let n = 0; n < 2; n++)
        files.support(one.person, 'SOCIAL_MENTOR', null, files.dayOf(one, year), 'Tikšanās ar sociālo mentoru: mēneša budžets, mājoklis.');
  }
}

/** How many of each group of the unemployed begin in a year: the published number of all is spread over them. */
function unemployedGroups() {
  const groups = unemployed.map((group) => ({ ...group, of: of(group.row) }));
  const all = of('new-cases-unemployed');
  const began = groups.map((group) => Math.floor((all[2021] * group.of[2021]) / publishedOf(table, 'unemployed-all', 2021)));
  const going = groups.map((group) => Math.min(group.of[2021], group.of[2022]));
  const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
  began[0] = (began[0] ?? 0) + all[2021] - sum(began);
  going[0] = (going[0] ?? 0) - (sum(going) - (publishedOf(table, 'unemployed-all', 2022) - all[2022]));
  return groups.map((group, n) => ({ ...group, begun: { 2021: began[n] ?? 0, 2022: group.of[2022] - (going[n] ?? 0) } }));
}

/**
 * Those in a crisis: of 2021 some who began before; in 2022 the Ukrainian civilians, which is why the printed groups of 2022 sum to more than the total.
 * New cases of 2021 that are in no printed part are theirs.
 */
function planCrises(
  random: Random,
  people: SectorPeople,
  open: (person: DemoPerson, subject: Omit<Subject, 'unit' | 'level'>) => unknown,
): void {
  const parts = ['unemployed', 'care-leavers', 'former-prisoners', 'ukrainian-civilians'].map((row) =>
    publishedOf(table, `new-cases-${row}`, 2021),
  );
  const begun = publishedOf(table, 'new-cases-total', 2021) - parts.reduce((a, b) => a + b, 0);
  const crises = of('violence-and-crisis');
  const crisis = { kind: 'VIOLENCE_OR_CRISIS', goal: 'Dzīvot drošībā' };
  for (const course of courses(random, { 2021: crises[2021], 2022: 0 }, { 2021: begun, 2022: 0 }))
    open(people.adult(someAdult), { ...crisis, targetGroup: 'VIOLENCE', course });
  const fled: Wanted = {
    bornFrom: '1962-01-01',
    bornUntil: '2001-12-31',
    circumstance: { kind: 'UKRAINIAN_CIVILIAN', by: '2022-06-30', from: () => '2022-03-10' },
  };
  for (let n = 0; n < crises[2022]; n++)
    open(people.adult(fled), { ...crisis, targetGroup: 'UKRAINE_CIVILIAN', since: '2022-07-01', course: { in: [2022], isNew: true } });
}

/** Somebody who lives in the social house all the time. */
function resident(world: World, people: SectorPeople): DemoPerson | undefined {
  const institutions = world.rows.get('institutions');
  const houses = new Set((institutions?.get('facility') ?? []).filter(({ kind }) => kind === 'SOCIAL_HOUSE').map(({ id }) => id));
  const stays = (institutions?.get('placement') ?? []).filter(
    (row) =>
      houses.has(row.facility_id) && String(row.from_date) < '2021-01-01' && (row.ended_on === null || String(row.ended_on) > '2022-12-31'),
  );
  const ids = new Set(stays.map((row) => String(row.person_id)).filter((id) => !people.isTaken(id)));
  const found = world.people.find((one) => one.municipality === daugavpils && ids.has(one.id) && one.birthDate < '1999-01-01');
  return found && people.take(found);
}
