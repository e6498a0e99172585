import type { Random } from '../../random.js';
import type { World } from '../../world.js';
import { type CaseFiles, courses, publishedOf, type SectorCase } from './files.js';
import type { SectorPeople, WantedFamily } from './people.js';

const table = 'family-sector';
const years = [2021, 2022] as const;
const of = (row: string) => ({ 2021: publishedOf(table, row, 2021), 2022: publishedOf(table, row, 2022) });

const kinds: readonly (readonly [row: string, kind: string, family: WantedFamily])[] = [
  ['children-with-disability', 'CHILD_WITH_DISABILITY', { parents: 1, children: [1, 2], disability: 'CHILD' }],
  ['parents-with-disability', 'PARENT_WITH_DISABILITY', { parents: 1, children: [1, 2], disability: 'PARENT' }],
  ['single-parent-large', 'SINGLE_PARENT_LARGE', { parents: 1, children: [3, 6] }],
  ['two-parent-large', 'TWO_PARENT_LARGE', { parents: 2, children: [3, 6] }],
  ['single-parent', 'SINGLE_PARENT', { parents: 1, children: [1, 2] }],
  ['other', 'OTHER_FAMILY', { parents: 2, children: [1, 2] }],
];
const goals = ['Bērni regulāri apmeklē skolu', 'Stiprināt vecāku prasmes', 'Samazināt komunālos parādus', 'Dzīvot bez alkohola'];

/**
 * Families of 2021 and 2022, as published: by level of risk and kind. In 2022 the printed kinds of families at risk sum to fewer than the families:
 * of the others nobody recorded the kind.
 */
export function planFamilies(world: World, random: Random, people: SectorPeople, files: CaseFiles): void {
  const cases: SectorCase[] = [];
  const open = (
    family: WantedFamily,
    kind: string | null,
    level: 'NONE' | 'AT_RISK' | 'HIGH_RISK',
    figures: Record<2021 | 2022, number>,
  ) => {
    for (const course of courses(random, figures)) {
      const goal = random.pick(goals);
      cases.push(
        files.open(people.head(family), { unit: 'family-sector', targetGroup: 'FAMILY_WITH_CHILDREN', kind, goal, level, course }),
      );
    }
  };
  for (const [prefix, level] of [
    ['high-risk', 'HIGH_RISK'],
    ['at-risk', 'AT_RISK'],
  ] as const) {
    const left = of(`${prefix}-families`);
    for (const [row, kind, family] of kinds) {
      const figures = of(`${prefix}-${row}`);
      open(family, kind, level, figures);
      for (const year of years) left[year] -= figures[year];
    }
    open({ parents: 1, children: [1, 2] }, null, level, left);
  }
  for (const year of years) {
    const figure = publishedOf(table, 'family-assistant-service', year);
    const known = servedAlready(world, year);
    files.serve(cases, year, figure - known, { type: 'family-assistant', unit: 'VISIT', often: 3 });
  }
  open({ parents: 1, children: [1, 3], as: 'WARD' }, 'GUARDIAN_FAMILY', 'NONE', of('guardian-families'));
  open({ parents: 1, children: [1, 2], as: 'FOSTER_CHILD' }, 'FOSTER_FAMILY', 'NONE', of('foster-families'));
}

/** How many families had the service of a family assistant by the requests that are there. */
function servedAlready(world: World, year: number): number {
  const services = world.rows.get('services');
  const requests = (services?.get('service_request') ?? []).filter(
    (row) => row.service_type === 'family-assistant' && row.municipality === '0002000',
  );
  const personOf = new Map(requests.map((row) => [row.id, row.person_id]));
  const delivered = (services?.get('delivery') ?? []).filter(
    (row) => personOf.has(row.request_id) && String(row.on_date).startsWith(String(year)),
  );
  return new Set(delivered.map((row) => personOf.get(row.request_id))).size;
}
