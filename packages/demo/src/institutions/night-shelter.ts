import { addDays } from '@atbalsts/database';
import type { Random } from '../random.js';
import type { DemoPerson } from '../world.js';
import { dayIn, extend } from './chance.js';
import { endAfter2022, goOn } from './later.js';
import type { Ledger } from './ledger.js';
import { adult, adults, type Group } from './people.js';

const facility = 'night-shelter';
const leaving = ['OTHER', 'RENTED_HOME', 'OWN_HOME', 'SHELTER', 'EXCLUDED'] as const;

/**
 * Night shelter: 72 clients with an agreement in each year, of whom 35 began in 2021 (all for the first time) and 52 in 2022 (29 for the first time,
 * 23 who had left in 2021). Beside them, who sleeps a night without an agreement: 27 persons in 2021, 80 in 2022.
 */
export function planNightShelter(ledger: Ledger, random: Random): void {
  const { world } = ledger;
  const some = (men: number, women: number) =>
    random.shuffle([...adults(world, random, 'MALE', { plain: men }), ...adults(world, random, 'FEMALE', { plain: women })]);
  const both = some(17, 3);
  const returning = some(18, 5);
  const left = some(27, 2);
  const newcomers = some(22, 7);
  const stays2021 = [
    ...both.map((person, n) => {
      const from = n < 10 ? dayIn(random, '2021-08-01', '2021-12-10') : dayIn(random, '2020-07-01', '2020-12-10');
      return ledger.stay({ person, facility, from, endedOn: dayIn(random, '2022-01-15', '2022-05-31'), destination: random.pick(leaving) });
    }),
    ...[...returning, ...left].map((person, n) => {
      const from = n < 25 ? dayIn(random, '2021-01-10', '2021-09-30') : dayIn(random, '2020-07-01', '2020-12-10');
      const first = from < '2021-01-01' ? '2021-01-15' : addDays(from, 20);
      return ledger.stay({ person, facility, from, endedOn: dayIn(random, first, '2021-11-30'), destination: random.pick(leaving) });
    }),
  ];
  const begun2022 = [...returning, ...newcomers].map((person) => {
    const from = dayIn(random, '2022-01-05', '2022-11-25');
    const endedOn = random.chance(0.7) ? addDays(from, random.int(25, 120)) : endAfter2022(random, [5, 150]);
    return ledger.stay({ person, facility, from, endedOn, destination: random.pick(leaving) });
  });
  extend(random, stays2021, 2021, 37);
  extend(random, [...stays2021.filter(({ endedOn }) => (endedOn ?? '9999') > '2022-01-01'), ...begun2022], 2022, 54);
  const invent = (r: Random) =>
    adult(world, r, {
      sex: r.chance(0.8) ? 'MALE' : 'FEMALE',
      group: r.pick<Group>(['plain', 'plain', 'pensioner', 'disabled']),
      residence: r.chance(0.7),
    });
  goOn(ledger, random.fork('later'), { facility, perYear: 55, days: [20, 220], most: 40, least: 14, invent, destinations: leaving });
  planNights(ledger, random.fork('nights'));
  planAgreedNights(ledger);
}

/** Nights without an agreement, by year; ten guests of 2021 come again in 2022. */
function planNights(ledger: Ledger, random: Random): void {
  const { world } = ledger;
  const guest = () =>
    world.person({
      sex: random.chance(0.85) ? 'MALE' : 'FEMALE',
      bornFrom: '1958-01-01',
      bornUntil: '2000-12-31',
      residence: random.chance(0.4),
      code: random.chance(0.9),
    });
  const guests = (count: number) => Array.from({ length: count }, guest);
  const of2021 = guests(27);
  const taken = new Set<string>();
  sleep(ledger, random, of2021, 2021, taken);
  sleep(ledger, random, [...of2021.slice(0, 10), ...guests(70)], 2022, taken);
  for (let year = 2023; `${year}-01-01` <= world.today; year++) sleep(ledger, random, guests(45), year, taken);
}

function sleep(ledger: Ledger, random: Random, guests: DemoPerson[], year: number, taken: Set<string>): void {
  const { world } = ledger;
  const { id: facilityId, municipality } = ledger.facility(facility);
  const last = `${year}-12-30` < world.today ? `${year}-12-30` : addDays(world.today, -1);
  for (const person of guests) {
    const first = dayIn(random, `${year}-01-01`, last);
    for (let n = random.int(0, 5); n >= 0; n--) {
      const night = addDays(first, n);
      const key = `${person.id} ${night}`;
      if (night > last || taken.has(key)) continue;
      taken.add(key);
      world.add('institutions', 'night_stay', {
        id: world.id('night', key),
        municipality,
        person_id: person.id,
        facility_id: facilityId,
        night,
      });
    }
  }
}

/** The nights of the last fortnight of those who have an agreement now. */
function planAgreedNights(ledger: Ledger): void {
  const { world } = ledger;
  const { id: facilityId, municipality } = ledger.facility(facility);
  for (const { person, from } of ledger.holding(facility, world.today)) {
    for (let night = addDays(world.today, -14); night < world.today; night = addDays(night, 1)) {
      if (night < from) continue;
      world.add('institutions', 'night_stay', {
        id: world.id('night', `${person.id} ${night}`),
        municipality,
        person_id: person.id,
        facility_id: facilityId,
        night,
      });
    }
  }
}
