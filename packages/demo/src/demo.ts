import { type DomainName, domains } from '@atbalsts/database';
import { planBenefits } from './benefits/index.js';
import { planDocuments } from './documents/index.js';
import { planInstitutions } from './institutions/index.js';
import { planRegisters } from './registers/index.js';
import { planRegistry } from './registry/index.js';
import { planServices } from './services/index.js';
import { planStrategy } from './strategy/index.js';
import { planWorkforce } from './workforce/index.js';
import { planLeaver } from './workforce/leaver.js';
import { World } from './world.js';
import { type Progress, seededFor, seedWorld } from './writer.js';

/** The plans of the domains in their order; the registry last, since it writes everybody whom the others invented. */
const plans: readonly ((world: World) => void)[] = [
  planWorkforce,
  planInstitutions,
  planBenefits,
  planServices,
  planStrategy,
  planDocuments,
  planRegisters,
  planLeaver,
  planRegistry,
];

/** Invents the demo: Daugavpils, calibrated for 2021 and 2022 and going on to the day, and Bauska. */
export function inventDemo(today: string): World {
  const world = new World(today);
  for (const plan of plans) plan(world);
  return world;
}

/**
 * Fills the domains' databases with the demo, those that are not filled yet: a start that was killed half-way is finished by the next,
 * for the same day, so that the parts fit together. Gives the domains that were filled.
 */
export async function seedDemo(ownerUrls: Readonly<Record<DomainName, string>>, today: string, progress?: Progress): Promise<DomainName[]> {
  const filled = await Promise.all(domains.map(async (domain) => [domain, await seededFor(ownerUrls[domain])] as const));
  const empty = filled.filter(([, day]) => day === null).map(([domain]) => domain);
  if (!empty.length) return [];
  const day = filled.find(([, known]) => known !== null)?.[1] ?? today;
  await seedWorld(inventDemo(day), ownerUrls, progress, empty);
  return empty;
}
