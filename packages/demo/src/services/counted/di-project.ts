import { addDays } from '@atbalsts/database';
import { daugavpils, type ServiceProjectGroup } from '@atbalsts/reference';
import type { Random } from '../../random.js';
import type { DemoPerson, World } from '../../world.js';
import { dayIn } from '../calendar.js';
import type { Two } from '../records/staff.js';
import { GrantBook, type Unit } from './grant-book.js';
import { publishedOrNone, type Year } from './published.js';

/** A service of the project: its row in the table, and in what it is counted. */
type Service = readonly [row: string, code: string, unit: Unit];

const adults: readonly Service[] = [
  ['group-apartment', 'group-apartments', 'NIGHT'],
  ['specialised-workshops', 'specialised-workshops', 'VISIT'],
  ['day-care-centre', 'day-care-centre', 'VISIT'],
  ['social-mentor', 'social-mentor', 'HOUR'],
];
const children: readonly Service[] = [
  ['children-care', 'child-care', 'HOUR'],
  ['children-riding-therapy', 'riding-therapy', 'SESSION'],
  ['children-canine-therapy', 'canine-therapy', 'SESSION'],
  ['children-physiotherapist', 'physiotherapist', 'SESSION'],
  ['children-psychologist', 'psychologist', 'SESSION'],
  ['children-music-therapy', 'music-therapy', 'SESSION'],
  ['children-aba-therapy', 'aba-therapy', 'SESSION'],
  ['children-pool-physiotherapy', 'pool-physiotherapy', 'SESSION'],
  ['children-day-care-centre', 'child-day-care-centre', 'VISIT'],
  ['children-respite', 'respite-care', 'HOUR'],
  ['children-other', 'speech-therapist', 'SESSION'],
];
const representatives: readonly Service[] = [
  ['representatives-physiotherapist', 'physiotherapist', 'SESSION'],
  ['representatives-osteopath', 'osteopath', 'SESSION'],
];

/** The deinstitutionalisation project in 2021 and 2022: to whom each service was delivered, and how many persons those are in all, as published. */
export function planDiProject(world: World, random: Random, two: Two, withDisability: readonly DemoPerson[]): void {
  const book = new GrantBook(world, random, two, 'deinstitutionalisation');
  const groups: readonly [ServiceProjectGroup, string, string, readonly Service[], readonly DemoPerson[]][] = [
    ['ADULT_WITH_MENTAL_IMPAIRMENT', 'di-project-adults', 'adults', adults, withDisability],
    ['CHILD_WITH_FUNCTIONAL_IMPAIRMENT', 'di-project-children', 'children', children, disabledChildren(world, random)],
    ['LEGAL_REPRESENTATIVE', 'di-project-children', 'representatives', representatives, parents(world, random)],
  ];
  for (const [group, table, total, services, people] of groups) {
    for (const year of [2021, 2022] as const) {
      const members = people.slice(0, publishedOrNone(table, total, year));
      const counts = services.map((service) => [service, publishedOrNone(table, service[0], year)] as const);
      for (const [person, [, code, unit]] of shared(members, counts)) give(person, code, unit, group, year);
    }
  }

  function give(person: DemoPerson, code: string, unit: Unit, group: ServiceProjectGroup, year: Year): void {
    const [from, until] = [`${year}-01-04`, `${year + 1}-01-04`];
    const requestId = book.granted(person, code, { decidedOn: addDays(from, -5), from, until, project: { code: 'di-latgale', group } });
    for (let n = 2; n > 0; n--) book.delivered(requestId, dayIn(random, `${year}-01-11`, `${year}-12-20`), unit);
  }
}

/** So many members for each service, one after another, so that together they are all of them. */
function shared(members: readonly DemoPerson[], counts: readonly (readonly [Service, number])[]): [DemoPerson, Service][] {
  let at = 0;
  const given = counts.flatMap(([service, count]) =>
    Array.from({ length: count }, (): [DemoPerson, Service] => [members[at++ % members.length] as DemoPerson, service]),
  );
  if (at < members.length) throw new Error('not everybody in the project has a service');
  return given;
}

/** Children with disability whom other domains know, then invented ones. */
function disabledChildren(world: World, random: Random): DemoPerson[] {
  const known = new Set(
    world.circumstances.flatMap(({ person, kind }) => (kind === 'DISABILITY_CHILD' && person.municipality === daugavpils ? [person] : [])),
  );
  const found = random.shuffle([...known].filter(({ birthDate, residenceSince }) => birthDate >= '2006-01-01' && residenceSince !== null));
  while (found.length < publishedOrNone('di-project-children', 'children', 2022)) {
    const person = world.person({ municipality: daugavpils, bornFrom: '2008-01-01', bornUntil: '2016-12-31' });
    world.circumstance(person, 'DISABILITY_CHILD', '2019-03-01', null, 'VDEĀVK lēmums');
    found.push(person);
  }
  return found;
}

/** Somebody of the age of parents, known to other domains. */
function parents(world: World, random: Random): DemoPerson[] {
  const gone = new Set(
    (world.rows.get('institutions')?.get('placement') ?? []).filter((row) => row.destination !== null).map((row) => String(row.person_id)),
  );
  return random.shuffle(
    world.people.filter(
      ({ id, municipality, birthDate, residenceSince }) =>
        municipality === daugavpils && residenceSince !== null && birthDate >= '1975-01-01' && birthDate < '1996-01-01' && !gone.has(id),
    ),
  );
}
