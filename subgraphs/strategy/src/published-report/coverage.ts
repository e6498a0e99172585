import type { FactBody, NewFact } from '@atbalsts/facts';
import { Measure } from '@atbalsts/graphql';
import { coverageTable } from '../suppression/known-relations.js';
import type { Snapshot, SnapshotRow, SnapshotTable } from './snapshot.js';

/** How a service of the catalogue was given in a year, as the services domain counts it. */
export interface CountedService {
  /** Code of the service, e.g. home-care. */
  serviceType: string;
  provision: 'OWN' | 'PARTNER' | 'NEIGHBOUR' | 'NONE' | 'UNKNOWN';
  /** Distinct persons. */
  clients: number;
}

/** A service as it is published; `clients` is null where it is withheld. One of which nothing is known is not published. */
export interface PublishedService {
  serviceType: string;
  provision: Exclude<CountedService['provision'], 'UNKNOWN'>;
  clients: number | null;
}

const row = (serviceType: string, clients: number | null): SnapshotRow => ({
  key: serviceType,
  label: { lv: serviceType, en: serviceType },
  parent: null,
  level: 0,
  measure: Measure.PERSONS,
  value: clients,
  suppressed: false,
  previous: null,
  previousSuppressed: false,
  rule: { code: coverageTable, text: { lv: '', en: '' }, since: '' },
});

const tableOf = (rows: SnapshotRow[]): SnapshotTable => ({ id: coverageTable, title: { lv: '', en: '' }, rows });

/** The counts of the services as the plan of what is withheld sees them: one more table of the report, which no reader is shown. */
export const countedTable = (services: readonly CountedService[]): SnapshotTable =>
  tableOf(services.filter(({ provision }) => provision !== 'UNKNOWN').map(({ serviceType, clients }) => row(serviceType, clients)));

/** What a snapshot has published of services, as the same table. */
export const publishedTable = ({ coverage = [] }: Snapshot): SnapshotTable =>
  tableOf(coverage.map(({ serviceType, clients }) => ({ ...row(serviceType, clients), suppressed: clients === null })));

/** The services as they may be published: the counts that the plan withholds are left out, how they were given is told. */
export function publishedServices(services: readonly CountedService[], shown: SnapshotTable): PublishedService[] {
  return services.flatMap(({ serviceType, provision }): PublishedService[] => {
    if (provision === 'UNKNOWN') return [];
    return [{ serviceType, provision, clients: shown.rows.find(({ key }) => key === serviceType)?.value ?? null }];
  });
}

/**
 * The facts that tell the services domain what a region may see of a town's services in a year.
 * @param before services that an earlier publication of the same year told of: what this one knows nothing of is taken back
 */
export function coverageFacts(
  { municipality, region, year }: { municipality: string; region: string; year: number },
  services: readonly PublishedService[],
  before: readonly PublishedService[],
): NewFact[] {
  const gone = before.filter(({ serviceType }) => !services.some((one) => one.serviceType === serviceType));
  const fact = (serviceType: string, body: FactBody<'published-coverage'> | null): NewFact => ({
    kind: 'published-coverage',
    key: `${municipality}:${year}:${serviceType}`,
    municipality,
    body,
  });
  return [
    ...services.map((service) => fact(service.serviceType, { year, region, ...service })),
    ...gone.map(({ serviceType }) => fact(serviceType, null)),
  ];
}
