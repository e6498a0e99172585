import { addDays } from '@atbalsts/database';
import type { Random } from '../random.js';
import type { DemoPerson, World } from '../world.js';
import { dayIn, record } from './chance.js';
import { goOn } from './later.js';
import type { DemoStay, Ledger } from './ledger.js';
import { type AdultSpec, adult } from './people.js';

const facility = 'day-centre';

/** What somebody is who comes to the day centre: each client is one of these. */
type Client = 'disability-1' | 'disability-2' | 'disability-3' | 'pensioner' | 'unemployed' | 'plain';

/** How many come only in 2021, in both years, and only in 2022. In 2021 few could come (pandemic). */
const counts: Readonly<Record<Client, readonly [only2021: number, both: number, only2022: number]>> = {
  'disability-1': [1, 8, 279],
  'disability-2': [3, 34, 28],
  'disability-3': [1, 8, 10],
  pensioner: [14, 100, 131],
  unemployed: [2, 1, 7],
  plain: [5, 0, 0],
};

/**
 * Day centre “Saskarsme”: 177 clients in 2021, 606 in 2022, each with a place for some weeks. Five came in 2021 after a serious illness and are none of
 * the other groups; the seven of 2022 have a disability too, since the groups printed for 2022 sum to seven more than the clients.
 */
export function planDayCentre(ledger: Ledger, random: Random): void {
  const { world } = ledger;
  const stays: Record<2021 | 2022, [Client, DemoStay][]> = { 2021: [], 2022: [] };
  for (const [client, [only2021, both, only2022]] of Object.entries(counts) as [Client, readonly [number, number, number]][]) {
    for (let n = 0; n < only2021 + both + only2022; n++) {
      const person = invent(world, random, client);
      if (n < only2021 + both) stays[2021].push([client, come(ledger, random, person, 2021)]);
      if (n >= only2021) stays[2022].push([client, come(ledger, random, person, 2022)]);
    }
  }
  const of = (year: 2021 | 2022, wanted: Client) => stays[year].flatMap(([client, stay]) => (client === wanted ? [stay] : []));
  record(random, of(2021, 'plain'), 2021, 'AFTER_SERIOUS_ILLNESS', 5);
  record(random, of(2022, 'disability-2'), 2022, 'AFTER_SERIOUS_ILLNESS', 7);
  goOn(ledger, random.fork('later'), {
    facility,
    perYear: 60,
    days: [20, 90],
    most: 100,
    least: 15,
    invent: (r) => invent(world, r, r.pick(['disability-2', 'disability-3', 'pensioner', 'pensioner', 'unemployed'])),
    destinations: ['OWN_HOME'],
  });
}

/** A place for three to nine weeks within one year: so many do not come at once. */
function come(ledger: Ledger, random: Random, person: DemoPerson, year: 2021 | 2022): DemoStay {
  const from = dayIn(random, `${year}-01-10`, `${year}-10-20`);
  return ledger.stay({ person, facility, from, endedOn: addDays(from, random.int(21, 63)), destination: 'OWN_HOME' });
}

function invent(world: World, random: Random, client: Client): DemoPerson {
  const sex = random.chance(0.7) ? 'FEMALE' : 'MALE';
  const specs: Record<Client, Omit<AdultSpec, 'sex'>> = {
    'disability-1': { group: 'disabled', disability: 1 },
    'disability-2': { group: 'disabled', disability: 2 },
    'disability-3': { group: 'disabled', disability: 3 },
    pensioner: { group: 'pensioner' },
    unemployed: {},
    plain: {},
  };
  const person = adult(world, random, { sex, ...specs[client] });
  if (client === 'unemployed') world.circumstance(person, 'UNEMPLOYED', '2020-11-01', null, 'NVA izziņa');
  return person;
}
