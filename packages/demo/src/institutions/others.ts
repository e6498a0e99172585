import { addDays } from '@atbalsts/database';
import type { Random } from '../random.js';
import type { DemoPerson } from '../world.js';
import { dayIn } from './chance.js';
import { goOn } from './later.js';
import type { Ledger } from './ledger.js';
import { adult, adults, child } from './people.js';

/** The family home: 20 children on 2023-01-01, as the results of 2022 say; and today. */
export function planFamilyHome(ledger: Ledger, random: Random): void {
  const { world } = ledger;
  for (let n = 0; n < 20; n++) {
    const person = child(world, { bornFrom: '2007-01-01', bornUntil: '2018-12-31' });
    const ofAge = `${Number(person.birthDate.slice(0, 4)) + 18}-06-30`;
    ledger.stay({
      person,
      facility: 'family-home',
      from: dayIn(random, '2019-02-01', '2022-11-30'),
      endedOn: ofAge,
      destination: 'RENTED_HOME',
    });
  }
  goOn(ledger, random.fork('later'), {
    facility: 'family-home',
    perYear: 4,
    days: [200, 1600],
    most: 22,
    invent: (r) => child(world, { sex: r.chance(0.5) ? 'FEMALE' : 'MALE', bornFrom: '2013-01-01', bornUntil: '2021-12-31' }),
    destinations: ['OWN_HOME', 'OTHER'],
  });
}

/** Bauska: a shelter and group apartments, small. */
export function planBauska(ledger: Ledger, random: Random): void {
  const { world } = ledger;
  const municipality = '0025000';
  const someone = (r: Random) =>
    adult(world, r, { municipality, sex: r.chance(0.7) ? 'MALE' : 'FEMALE', group: r.pick(['plain', 'plain', 'disabled', 'pensioner']) });
  for (let n = 0; n < 14; n++) {
    const from = dayIn(random, '2021-02-01', '2022-10-30');
    ledger.stay({
      person: someone(random),
      facility: 'bauska-shelter',
      from,
      endedOn: addDays(from, random.int(30, 200)),
      destination: 'RENTED_HOME',
    });
  }
  goOn(ledger, random.fork('shelter'), {
    facility: 'bauska-shelter',
    perYear: 12,
    days: [30, 400],
    most: 14,
    least: 9,
    invent: someone,
    emergency: ['Zaudēta dzīvesvieta'],
    destinations: ['RENTED_HOME', 'OWN_HOME', 'OTHER'],
  });
  for (const person of adults(world, random, 'FEMALE', { disabled: 3 }, { municipality, disability: 2 }).concat(
    adults(world, random, 'MALE', { disabled: 3 }, { municipality, disability: 2 }),
  )) {
    ledger.stay({ person, facility: 'bauska-group', from: dayIn(random, '2019-02-01', '2022-06-30'), endedOn: null });
  }
}

/** Who waits for a place today: for group apartments, and for the social house from the shelter. */
export function planWaiting(ledger: Ledger, random: Random): void {
  const { world } = ledger;
  const shelter = ledger.holding('shelter', world.today).map(({ person }) => person);
  const invent = () => adult(world, random, { sex: random.chance(0.5) ? 'MALE' : 'FEMALE', group: 'disabled', disability: 2 });
  const waiting: [string, DemoPerson[]][] = [
    ['group-saura', [invent(), invent(), invent()]],
    ['group-novembra', [invent(), invent()]],
    ['social-house', random.shuffle(shelter).slice(0, 4)],
  ];
  for (const [key, people] of waiting) {
    const { id, municipality } = ledger.facility(key);
    for (const person of people) {
      world.add('institutions', 'facility_waiting_entry', {
        id: world.id('facility-waiting', `${key} ${person.id}`),
        municipality,
        facility_id: id,
        person_id: person.id,
        since_date: dayIn(random, addDays(world.today, -200), addDays(world.today, -5)),
        ended_on: null,
        urgency: 'NORMAL',
      });
    }
  }
}
