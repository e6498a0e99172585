import type { Random } from '../random.js';
import type { DemoPerson } from '../world.js';
import { dayIn } from './chance.js';
import { endAfter2022 } from './later.js';
import type { Ledger } from './ledger.js';
import { adult, adults, child } from './people.js';

const facility = 'social-apartments';

/** Social apartments at Šaura iela 26: at the end of 2022, 17 households of 20 persons, 12 apartments vacant and one under repair. */
export function planSocialApartments(ledger: Ledger, random: Random): void {
  const { world } = ledger;
  const women = { bornFrom: '1978-01-01', bornUntil: '1990-12-31' };
  const heads: DemoPerson[] = [
    ...adults(world, random, 'MALE', { disabled: 4, pensioner: 1, plain: 3 }),
    ...adults(world, random, 'FEMALE', { disabled: 4, pensioner: 1, plain: 1 }),
  ];
  const parents = adults(world, random, 'FEMALE', { plain: 3 }, women);
  for (const person of heads.filter((_, n) => n >= 5 && n < 8))
    world.circumstance(person, 'UNEMPLOYED', '2021-10-01', '2023-06-01', 'NVA izziņa');
  for (const person of parents.slice(0, 1)) world.circumstance(person, 'EMPLOYED', '2021-02-01', null, 'Darba līgums');
  for (const [n, head] of [...heads, ...parents].entries()) {
    const members = [head];
    if (parents.includes(head)) {
      const kid = child(world, { bornFrom: '2010-01-01', bornUntil: '2017-12-31', familyStem: head.familyStem });
      world.household(
        [
          [head, 'HEAD'],
          [kid, 'CHILD'],
        ],
        '2020-01-01',
      );
      members.push(kid);
    }
    const from = dayIn(random, '2020-02-01', '2022-10-30');
    const endedOn = random.chance(0.4) ? endAfter2022(random, [100, 1200]) : null;
    for (const person of members) ledger.stay({ person, facility, from, endedOn, destination: 'RENTED_HOME', room: String(n + 1) });
  }
  for (let n = 0; n < 4; n++) {
    const person = adult(world, random, { sex: random.chance(0.5) ? 'MALE' : 'FEMALE' });
    ledger.stay({
      person,
      facility,
      from: dayIn(random, '2019-03-01', '2020-12-01'),
      endedOn: dayIn(random, '2021-02-01', '2022-08-30'),
      destination: 'MUNICIPAL_APARTMENT',
      room: String(21 + n),
    });
  }
  for (const room of ['24', '25', '26', '27', '28', '29']) {
    const from = dayIn(random, '2023-03-01', '2024-12-01');
    if (from > world.today) continue;
    const person = adult(world, random, {
      sex: random.chance(0.5) ? 'MALE' : 'FEMALE',
      group: random.pick(['plain', 'disabled', 'pensioner']),
    });
    ledger.stay({ person, facility, from, endedOn: null, room });
  }
}
