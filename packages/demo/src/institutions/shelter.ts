import { addDays } from '@atbalsts/database';
import type { Random } from '../random.js';
import type { DemoPerson, World } from '../world.js';
import { dayIn, extend, mixed, record } from './chance.js';
import type { Mover } from './crisis-centre.js';
import { endAfter2022, goOn } from './later.js';
import type { DemoDestination, DemoStay, Ledger } from './ledger.js';
import { type AdultSpec, adult, adults, type Group, isDisabled, isPlain } from './people.js';

const facility = 'shelter';
const reasons = ['Zaudēta dzīvesvieta', 'Izrakstīts no slimnīcas, nav kur dzīvot', 'Nakts uz ielas salā', 'Atgriezies pēc ieslodzījuma'];

type Counts = Partial<Record<Group, number>>;

/** Men and women by group, mixed. */
function some(world: World, random: Random, men: Counts, women: Counts): DemoPerson[] {
  return random.shuffle([...adults(world, random, 'MALE', men), ...adults(world, random, 'FEMALE', women)]);
}

/**
 * Shelter: 137 clients in 2021, 200 in 2022. So many more cannot have come by 41 grants: 90 were there from the year before, 41 came by a granted request
 * (35 of them for the first time), and 69 former clients came back as emergencies. Gives who went on to the social house, by year.
 */
export function planShelter(ledger: Ledger, random: Random, fromCrisisCentre: readonly Mover[]): Record<2021 | 2022, Mover[]> {
  const { world } = ledger;
  // There in both years; left in 2021; left in 2021 and came back in 2022; came in 2022 as former clients; came in 2022 for the first time.
  const both = some(world, random, { plain: 36, pensioner: 10, disabled: 20 }, { plain: 12, pensioner: 4, disabled: 8 });
  const left = some(world, random, { plain: 9, pensioner: 2, disabled: 6 }, { plain: 7, pensioner: 1, disabled: 2 });
  const back = some(world, random, { plain: 9, pensioner: 2, disabled: 4 }, { plain: 4, disabled: 1 });
  const former = some(world, random, { plain: 27, pensioner: 7, disabled: 9 }, { plain: 7, pensioner: 2, disabled: 3 });
  const newcomers = some(world, random, { plain: 19, pensioner: 4, disabled: 5 }, { plain: 1, pensioner: 2, disabled: 2 });

  const stays2021 = [...planBoth(ledger, random, both), ...planLeft2021(ledger, random, left, back)];
  const coming = [
    ...[...back, ...former].map((person, n) => comeIn2022(ledger, random, person, n >= back.length && n < back.length + 6)),
    ...newcomers.map((person) => comeIn2022(ledger, random, person, true)),
    ...fromCrisisCentre.map(({ person, on }) =>
      ledger.stay({ person, facility, from: on, endedOn: endAfter2022(random, [30, 300]), destination: 'RENTED_HOME' }),
    ),
  ];
  for (const person of former) planFormer(ledger, random, person);
  const stays2022 = [...stays2021.filter(({ endedOn }) => endedOn === null || endedOn > '2022-01-01'), ...coming];
  extend(random, stays2021, 2021, 372);
  extend(random, stays2022, 2022, 233);
  recordWork(world, random, stays2021, 2021, { disability: 5, medication: 12, programme: 4 });
  recordWork(world, random, stays2022, 2022, { disability: 6, medication: 7, programme: 1 });
  const returning = new Set(back);
  const moved = {
    2021: sendOn(
      ledger,
      random,
      stays2021.filter(({ person }) => !returning.has(person)),
      2021,
      { LONG_TERM_CARE: 4, SOCIAL_HOUSE: 6, MUNICIPAL_APARTMENT: 2 },
    ),
    2022: sendOn(ledger, random, stays2022, 2022, { LONG_TERM_CARE: 4, SOCIAL_HOUSE: 7, MUNICIPAL_APARTMENT: 9 }),
  };
  planLater(ledger, random.fork('later'));
  return moved;
}

/** 90 persons there from 2021 into 2022: 16 came in 2021 for the first time, by a granted request; half leave in 2022. */
function planBoth(ledger: Ledger, random: Random, people: DemoPerson[]): DemoStay[] {
  return people.map((person, n) => {
    const from = n < 16 ? dayIn(random, '2021-02-01', '2021-11-30') : dayIn(random, '2018-03-01', '2020-11-30');
    const endedOn = n % 2 === 0 ? dayIn(random, '2022-01-20', '2022-12-10') : endAfter2022(random, [10, 1300]);
    return ledger.stay({ person, facility, from, endedOn, destination: random.pick(leaving) });
  });
}

/** 47 left in 2021: 13 newcomers, 16 former clients who had come back as emergencies in 2021, 18 who were there already. 20 come back in 2022. */
function planLeft2021(ledger: Ledger, random: Random, left: DemoPerson[], back: DemoPerson[]): DemoStay[] {
  return random.shuffle([...left, ...back]).map((person, n) => {
    const endedOn = dayIn(random, n < 29 ? '2021-06-01' : '2021-01-20', '2021-12-10');
    const cameIn2021 = dayIn(random, '2021-01-10', addDays(endedOn, -20));
    const from = n < 29 ? cameIn2021 : dayIn(random, '2019-01-10', '2020-10-30');
    const returns = n >= 13 && n < 29;
    if (returns) planFormer(ledger, random, person);
    return ledger.stay({
      person,
      facility,
      from,
      endedOn,
      destination: random.pick(leaving),
      emergency: returns ? random.pick(reasons) : undefined,
    });
  });
}

/** An earlier stay, over before 2021. */
function planFormer(ledger: Ledger, random: Random, person: DemoPerson): void {
  const from = dayIn(random, '2018-01-10', '2020-07-30');
  ledger.stay({ person, facility, from, endedOn: addDays(from, random.int(20, 120)), destination: random.pick(leaving) });
}

/** A stay begun in 2022; most are short. */
function comeIn2022(ledger: Ledger, random: Random, person: DemoPerson, byRequest: boolean): DemoStay {
  const from = dayIn(random, '2022-01-10', '2022-11-20');
  const endedOn = random.chance(0.8) ? addDays(from, random.int(15, 75)) : endAfter2022(random, [10, 700]);
  return ledger.stay({
    person,
    facility,
    from,
    endedOn,
    destination: random.pick(leaving),
    emergency: byRequest ? undefined : random.pick(reasons),
  });
}

/** Where people mostly go; the destinations that the report counts are given out by `sendOn`. */
const leaving = ['RENTED_HOME', 'OWN_HOME', 'OTHER', 'OTHER', 'EXCLUDED', 'ABROAD'] as const satisfies DemoDestination[];

/** Gives exactly so many of those who left in a year these destinations; to the social house go persons in no group. Gives those. */
function sendOn(
  ledger: Ledger,
  random: Random,
  stays: DemoStay[],
  year: 2021 | 2022,
  counts: Partial<Record<DemoDestination, number>>,
): Mover[] {
  const leftThen = random.shuffle(stays.filter(({ endedOn }) => endedOn?.startsWith(String(year))));
  const take = (destination: DemoDestination, may: (stay: DemoStay) => boolean) => {
    const at = leftThen.findIndex(may);
    const [stay] = at < 0 ? [] : leftThen.splice(at, 1);
    if (!stay?.endedOn) throw new Error(`too few left the shelter in ${year}`);
    stay.destination = destination;
    return { person: stay.person, on: stay.endedOn };
  };
  const toSocialHouse = Array.from({ length: counts.SOCIAL_HOUSE ?? 0 }, () =>
    take('SOCIAL_HOUSE', ({ person }) => isPlain(ledger.world, person)),
  );
  for (const destination of mixed(random, { ...counts, SOCIAL_HOUSE: 0 })) take(destination, () => true);
  return toSocialHouse;
}

function recordWork(
  world: World,
  random: Random,
  stays: DemoStay[],
  year: number,
  counts: { disability: number; medication: number; programme: number },
): void {
  record(
    random,
    stays.filter(({ person }) => isDisabled(world, person)),
    year,
    'DISABILITY_GROUP_EXTENDED',
    counts.disability,
  );
  record(random, stays, year, 'MEDICATION_TREATMENT', counts.medication);
  record(random, stays, year, 'ADDICTION_PROGRAMME', counts.programme);
}

function planLater(ledger: Ledger, random: Random): void {
  const { world } = ledger;
  const invent = (r: Random) => {
    const spec: AdultSpec = {
      sex: r.chance(0.75) ? 'MALE' : 'FEMALE',
      group: r.pick<Group>(['plain', 'plain', 'plain', 'disabled', 'pensioner']),
      residence: r.chance(0.85),
    };
    return adult(world, r, spec);
  };
  goOn(ledger, random, { facility, perYear: 75, days: [20, 640], most: 100, least: 72, invent, emergency: reasons, destinations: leaving });
  for (let year = 2023; `${year}-01-01` <= world.today; year++) {
    const whole = `${year}-12-31` <= world.today;
    const stays = ledger.stays.filter((stay) => stay.facility === facility);
    extendUntil(random, stays, year, whole ? `${year}-12-31` : world.today);
  }
}

/** Extends about every eighth week in a year, not after a day. */
function extendUntil(random: Random, stays: DemoStay[], year: number, last: string): void {
  for (const stay of stays) {
    for (let on = addDays(stay.from, 28); on < (stay.endedOn ?? '9999-12-31') && on <= last; on = addDays(on, 28)) {
      if (on.startsWith(String(year)) && random.chance(0.5)) stay.extensions.push(on);
    }
  }
}
