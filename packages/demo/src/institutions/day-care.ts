import type { Random } from '../random.js';
import type { DemoPerson } from '../world.js';
import { dayIn, record } from './chance.js';
import { endAfter2022, goOn } from './later.js';
import type { DemoStay, Ledger } from './ledger.js';
import { adult, adults } from './people.js';

/** Residents of group apartments who attend the day care centre: since before 2021, or since 2022. */
export interface Attending {
  before: readonly DemoPerson[];
  in2022: readonly { person: DemoPerson; from: string }[];
}

const centre = 'day-care-centre';
const workshop = 'workshop';
const mind = { bornFrom: '1963-01-01', bornUntil: '2001-12-31' };

/** Day care centre: 50 clients in 2021, 51 in 2022 (three with group 1 leave, four with group 2 come), and the workshop with 18, then 19. */
export function planDayCare(ledger: Ledger, random: Random, residents: Attending): void {
  const { world } = ledger;
  const before = () => dayIn(random, '2018-02-01', '2020-11-30');
  const later = () => (random.chance(0.25) ? endAfter2022(random, [120, 1300]) : null);
  const stay = (facility: string, person: DemoPerson, from: string, endedOn: string | null) =>
    ledger.stay({ person, facility, from, endedOn, destination: 'OWN_HOME' });
  const of = (sex: 'FEMALE' | 'MALE', disability: 1 | 2, count: number, born: object = mind) =>
    adults(world, random, sex, { disabled: count }, { disability, ...born });

  // 47 stay: of group 1, 13 women and 11 men; of group 2, 12 women and 11 men, eight of them residents of group apartments (four and four).
  const stays: DemoStay[] = [
    ...residents.before.map((person) => stay(centre, person, before(), null)),
    ...[...of('FEMALE', 1, 13), ...of('MALE', 1, 11), ...of('FEMALE', 2, 8), ...of('MALE', 2, 7)].map((person) =>
      stay(centre, person, before(), later()),
    ),
    ...[...of('FEMALE', 1, 1), ...of('MALE', 1, 2)].map((person) =>
      stay(centre, person, before(), dayIn(random, '2021-03-01', '2021-12-10')),
    ),
    ...residents.in2022.map(({ person, from }) => stay(centre, person, from, null)),
    ...[...of('FEMALE', 2, 1), ...of('MALE', 2, 1)].map((person) =>
      stay(centre, person, dayIn(random, '2022-02-01', '2022-09-30'), later()),
    ),
  ];
  for (const [year, counts] of [
    [2021, [19, 19, 20]],
    [2022, [19, 17, 32]],
  ] as const) {
    for (const [n, kind] of ['TRANSPORT', 'PSYCHOLOGICAL_SUPPORT', 'PHYSIOTHERAPIST'].entries())
      record(random, stays, year, kind, counts[n] as number);
  }
  planWorkshop(random, before, (person, from) => stay(workshop, person, from, later()), of);
  for (const [facility, perYear, most] of [
    [centre, 4, 55],
    [workshop, 2, 21],
  ] as const) {
    const invent = (r: Random) =>
      adult(world, r, { sex: r.chance(0.5) ? 'MALE' : 'FEMALE', group: 'disabled', disability: r.pick([1, 2]), ...mind });
    goOn(ledger, random.fork(`later ${facility}`), {
      facility,
      perYear,
      days: [300, 1500],
      most,
      invent,
      destinations: ['OWN_HOME', 'LONG_TERM_CARE'],
    });
  }
}

/** Ages as the table of the workshop prints them: 4, 8, 5, 1 in 2021; 3, 8, 7, 1 in 2022, when two grow older and one comes. */
function planWorkshop(
  random: Random,
  before: () => string,
  stay: (person: DemoPerson, from: string) => void,
  of: (sex: 'FEMALE' | 'MALE', disability: 1 | 2, count: number, born: object) => DemoPerson[],
): void {
  const born = (from: number, until = from) => ({ bornFrom: `${from}-01-01`, bornUntil: `${until}-12-31` });
  const people = [
    ...of('FEMALE', 2, 1, born(1994, 2002)),
    ...of('MALE', 2, 2, born(1994, 2002)),
    ...of('FEMALE', 2, 1, born(1991)),
    ...of('FEMALE', 2, 3, born(1978, 1989)),
    ...of('MALE', 2, 4, born(1978, 1989)),
    ...of('MALE', 2, 1, born(1976)),
    ...of('FEMALE', 2, 3, born(1958, 1974)),
    ...of('MALE', 2, 2, born(1958, 1974)),
    ...of('FEMALE', 1, 1, born(1953)),
  ];
  for (const person of people) stay(person, before());
  for (const person of of('MALE', 2, 1, born(1970))) stay(person, dayIn(random, '2022-02-01', '2022-08-30'));
}
