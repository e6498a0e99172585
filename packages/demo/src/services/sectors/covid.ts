import { daugavpils } from '@atbalsts/reference';
import type { Random } from '../../random.js';
import type { World } from '../../world.js';
import { dayIn } from '../calendar.js';
import { type CaseFiles, publishedOf } from './files.js';

const table = 'covid-support';
const kinds = [
  ['food-and-medicine', 'FOOD_AND_MEDICINE', 'Piegādāta pārtika un medikamenti.'],
  ['medical-cooperation', 'MEDICAL_COOPERATION', 'Sazinājos ar ārstu un tuviniekiem, sagatavoti dokumenti.'],
] as const;

/** How the home care office supported its clients with COVID-19 in 2022, as often as published. */
export function planCovidSupport(world: World, random: Random, files: CaseFiles): void {
  const services = world.rows.get('services');
  const requests = (services?.get('service_request') ?? []).filter(
    (row) =>
      row.municipality === daugavpils &&
      row.service_type === 'home-care' &&
      row.state === 'ENDED' &&
      String(row.from_date) < '2022-02-01' &&
      String(row.until_date) > '2022-11-30',
  );
  const clients = [...new Set(requests.map((row) => String(row.person_id)))];
  for (const [row, kind, note] of kinds) {
    for (let n = publishedOf(table, row, 2022); n > 0; n--) {
      const id = random.pick(clients);
      files.support({ id, municipality: daugavpils }, kind, 'COVID_19', dayIn(random, '2022-02-01', '2022-11-30'), note);
    }
  }
}
