import { daugavpils } from '@atbalsts/reference';
import type { World } from '../world.js';

/** Code of the region whose analyst is a persona. */
const region = 'latgale';

const entries = [
  { kind: 'SERVICE', name: 'Aprūpe mājās Daugavpilī', town: daugavpils, service_type: 'home-care', from: '2021-07-01', until: null },
  { kind: 'SERVICE', name: 'Mobilā pirts brigāde', town: daugavpils, service_type: 'home-care', from: '2022-01-01', until: '2024-01-01' },
  { kind: 'PROJECT', name: 'Atelpas brīdis Latgalē (demonstrācija)', town: null, service_type: null, from: '2025-02-01', until: null },
  {
    kind: 'PARTNER',
    name: 'Biedrība “Pirmais partneris” (demonstrācija)',
    town: null,
    service_type: null,
    from: '2023-05-01',
    until: null,
  },
] as const;

/** The registers of the region of the demo: services, one of them ended, a project and a partner. All of it is invented. */
export function addRegionEntries(world: World): void {
  for (const { kind, name, town, service_type, from, until } of entries)
    world.add('strategy', 'region_entry', {
      id: world.id('region-entry', name),
      municipality: `region:${region}`,
      region,
      kind,
      name,
      description: null,
      town,
      service_type,
      project_id: null,
      source: 'Demonstrācija',
      from_date: from,
      until_date: until,
      entered_by: 'demo:region-analyst',
      entered_on: from,
    });
}
