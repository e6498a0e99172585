import { daugavpils } from '@atbalsts/reference';
import type { Random } from '../../random.js';
import type { World } from '../../world.js';
import { colleagues } from '../records/staff.js';
import { planAdults } from './adults.js';
import { planCovidSupport } from './covid.js';
import { planFamilies } from './families.js';
import { addClientGroup, CaseFiles } from './files.js';
import { SectorPeople } from './people.js';

const groupsSince2023: Readonly<Record<string, readonly string[]>> = {
  UNEMPLOYED: ['UNEMPLOYED', 'UNEMPLOYED', 'PRE_RETIREMENT', 'HEALTH_PROBLEMS'],
  ADULT: ['UNEMPLOYED', 'VIOLENCE_OR_CRISIS', 'SOCIAL_HOUSE'],
  ADDICTION: ['ADDICTION_PROBLEMS'],
  CARE_LEAVER: ['CARE_LEAVER'],
  FORMER_PRISONER: ['FORMER_PRISONER'],
  FAMILY_WITH_CHILDREN: ['SINGLE_PARENT', 'SINGLE_PARENT', 'TWO_PARENT_LARGE', 'PARENT_WITH_DISABILITY', 'OTHER_FAMILY', 'OTHER_FAMILY'],
};

/** Clients of the sectors for adults and for families in 2021 and 2022, calibrated, and support in the time of COVID-19; groups of the cases since 2023. */
export function planSectors(world: World): void {
  const random = world.random.fork('sectors of the services');
  planGroupsSince2023(world, random.fork('since 2023'));
  const people = new SectorPeople(world, random.fork('people'));
  const files = new CaseFiles(world, random.fork('files'), colleagues(world, random.fork('colleagues'), daugavpils));
  planAdults(world, random.fork('adults'), people, files);
  planFamilies(world, random.fork('families'), people, files);
  planCovidSupport(world, random.fork('covid'), files);
}

/** Nearly every case that was opened since 2023 says as what somebody is a client. */
function planGroupsSince2023(world: World, random: Random): void {
  for (const row of world.rows.get('services')?.get('social_case') ?? []) {
    const kinds = groupsSince2023[String(row.target_group)];
    if (!kinds || String(row.opened_on) < '2023-01-01' || random.chance(0.1)) continue;
    const person = { id: String(row.person_id), municipality: String(row.municipality) };
    addClientGroup(world, {
      id: String(row.id),
      person,
      openedOn: String(row.opened_on),
      kind: random.pick(kinds),
      by: String(row.responsible_id),
    });
  }
}
