import { daugavpils } from '@atbalsts/reference';
import type { World } from '../../world.js';
import { colleagues } from '../records/staff.js';
import { planClientFiles } from './client-files.js';
import { planDiProject } from './di-project.js';
import { planDisabilitySector } from './disability-and-elderly-sector.js';
import { planLli550 } from './lli-550.js';

/**
 * Records behind the tables of the sector for persons with disability and older people, and of the projects. It looks at what is there and adds what the
 * published figures lack, so it comes after every plan that writes cases, requests or deliveries of 2021 and 2022.
 */
export function planCountedServices(world: World): void {
  const random = world.random.fork('counted services');
  const two = colleagues(world, random.fork('colleagues'), daugavpils);
  const sector = planClientFiles(world, random.fork('client files'));
  planDisabilitySector(world, random.fork('disability sector'), two, sector);
  const adults = sector.clients.filter((person) => sector.isDisabled(person) && person.birthDate >= '1960-01-01');
  planDiProject(world, random.fork('deinstitutionalisation'), two, adults);
  planLli550(world, random.fork('lli-550'), two, sector.clients.slice(0, 200));
  fillColumns(world);
}

/** Requests and programmes outside of projects: rows of a table have the same columns. */
function fillColumns(world: World): void {
  const tables = world.rows.get('services');
  for (const row of tables?.get('service_request') ?? []) {
    row.project ??= null;
    row.project_group ??= null;
  }
  for (const row of tables?.get('programme') ?? []) row.project ??= null;
}
