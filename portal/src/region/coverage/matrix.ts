import type { Provision } from '../../gql/region/graphql.js';

/** An entry of the coverage as the graph gives it. */
export interface CoverageEntry<Service, Town> {
  municipality: Town;
  serviceType: Service;
  provision: Provision;
  clients: { value: number | null; suppressed: boolean };
}

/** The coverage as a matrix: services down, towns across. */
export interface Matrix<Service, Town> {
  services: readonly Service[];
  towns: readonly Town[];
  /** The entry of a service in a town; undefined where the graph has none. */
  at(service: string, town: string): CoverageEntry<Service, Town> | undefined;
  /** How many towns published anything at all for the year. */
  knownTowns: number;
}

/** Puts the entries into a matrix, services and towns in the order in which they come. */
export function matrixOf<Service extends { code: string }, Town extends { code: string }>(
  entries: readonly CoverageEntry<Service, Town>[],
): Matrix<Service, Town> {
  const services = new Map<string, Service>();
  const towns = new Map<string, Town>();
  const cells = new Map<string, CoverageEntry<Service, Town>>();
  const known = new Set<string>();
  for (const entry of entries) {
    const { municipality, serviceType, provision } = entry;
    if (!services.has(serviceType.code)) services.set(serviceType.code, serviceType);
    if (!towns.has(municipality.code)) towns.set(municipality.code, municipality);
    cells.set(`${serviceType.code} ${municipality.code}`, entry);
    if (provision !== 'UNKNOWN') known.add(municipality.code);
  }
  return {
    services: [...services.values()],
    towns: [...towns.values()],
    at: (service, town) => cells.get(`${service} ${town}`),
    knownTowns: known.size,
  };
}
