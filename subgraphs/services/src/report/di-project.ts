import { type CountingRuleDefinition, countingRule } from '@atbalsts/graphql';
import type { ServiceProjectGroup } from '@atbalsts/reference';
import { inYear } from './counting.js';

/** Which services of the project a row counts: those named, all but those named, or all. */
export type CountedServices = { only: readonly string[] } | { but: readonly string[] } | 'ALL';

const list = (codes: readonly string[]): string => codes.map((code) => `'${code}'`).join(', ');

function condition(services: CountedServices): string {
  if (services === 'ALL') return '';
  return 'only' in services ? ` and r.service_type in (${list(services.only)})` : ` and r.service_type not in (${list(services.but)})`;
}

/** Persons of a group of the deinstitutionalisation project to whom a service was delivered in the year on a request within the project. */
export function deliveredInProject(
  table: string,
  group: ServiceProjectGroup,
): (row: string, services: CountedServices) => CountingRuleDefinition {
  const [lv, en] = words[group];
  return (row, counted) =>
    countingRule(
      table,
      row,
      {
        lv: `${lv}, kurām gadā projekta ietvaros sniegts ${counted === 'ALL' ? 'kāds pakalpojums' : 'šis pakalpojums'}; katra persona vienreiz`,
        en: `${en} to whom ${counted === 'ALL' ? 'any service' : 'this service'} was delivered within the project in the year, each once`,
      },
      `select count(distinct r.person_id) from service_request r join delivery d on d.request_id = r.id
        where r.municipality = :municipality and r.project = 'di-latgale' and r.project_group = '${group}' and ${inYear('d.on_date')}${condition(counted)}`,
    );
}

const words: Readonly<Record<ServiceProjectGroup, readonly [lv: string, en: string]>> = {
  ADULT_WITH_MENTAL_IMPAIRMENT: ['Projekta personas ar garīga rakstura traucējumiem', 'Adults with mental impairments in the project'],
  CHILD_WITH_FUNCTIONAL_IMPAIRMENT: ['Projekta bērni ar funkcionāliem traucējumiem', 'Children with functional impairments in the project'],
  LEGAL_REPRESENTATIVE: ['Bērnu likumiskie pārstāvji projektā', 'Legal representatives of children in the project'],
};
