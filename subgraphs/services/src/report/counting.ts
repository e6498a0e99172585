/** A condition: a day lies in the year of the report. */
export const inYear = (column: string): string => `${column} >= :from and ${column} < :until`;

/** Requests for a service that the town has, under `r`. */
export const requestsFor = (...services: readonly string[]): string =>
  `from service_request r where r.municipality = :municipality and r.service_type in (${services.map((code) => `'${code}'`).join(', ')})`;
