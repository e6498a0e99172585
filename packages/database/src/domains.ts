/** The six domains of the graph, one database each, in the order in which they are brought up. */
export const domains = ['registry', 'benefits', 'services', 'institutions', 'workforce', 'strategy'] as const;

/** Name of one domain. */
export type DomainName = (typeof domains)[number];

/** Names of the roles and of the database of one domain. */
export interface DomainNames {
  /** Role that owns the schema and runs the migrations. */
  owner: string;
  /** Role the application connects as: no DDL, row-level security applies. */
  app: string;
  /** Name of the database. */
  database: string;
}

/**
 * Names of a domain's roles and database.
 *
 * @param prefix goes before the domain in the database's name; `atbalsts_` unless told.
 */
export function domainNames(domain: DomainName, prefix = 'atbalsts_'): DomainNames {
  return { owner: `${domain}_owner`, app: `${domain}_app`, database: `${prefix}${domain}` };
}

/** Name of the environment variable that gives a domain's database: `DATABASE_URL_REGISTRY` and so on. */
export function databaseVariable(domain: DomainName): string {
  return `DATABASE_URL_${domain.toUpperCase()}`;
}
