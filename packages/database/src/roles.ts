import pg from 'pg';
import { type DomainName, domainNames } from './domains.js';
import { newPassword } from './embedded.secrets.js';

/** How one domain's database is reached. */
export interface DomainUrls {
  /** Role that owns the schema: migrations and nothing else. */
  owner: string;
  /** Role of the program: row-level security applies, no DDL. */
  app: string;
}

/** Options of `ensureDomainDatabases`. */
export interface EnsureOptions {
  /** Goes before the domain in the database's name; `atbalsts_` unless told. */
  prefix?: string;
  /** Passwords by role; a role that is missing here gets a new random one. */
  passwords?: Record<string, string>;
}

/**
 * Makes each domain's roles and database, or finds them there and sets them right; safe to repeat. It is what
 * infra/postgres/roles.sql does by hand.
 *
 * @param superUrl URL of a superuser, to any database of the server.
 * @returns the URLs of each domain.
 */
export async function ensureDomainDatabases(
  superUrl: string,
  domains: readonly DomainName[],
  options: EnsureOptions = {},
): Promise<Record<DomainName, DomainUrls>> {
  const urls = {} as Record<DomainName, DomainUrls>;
  await withClient(superUrl, async (server) => {
    for (const domain of domains) {
      const { owner, app, database } = domainNames(domain, options.prefix);
      const passwords = { owner: options.passwords?.[owner] ?? newPassword(), app: options.passwords?.[app] ?? newPassword() };
      await ensureRole(server, owner, passwords.owner);
      await ensureRole(server, app, passwords.app);
      await ensureDatabase(server, database, owner, app);
      urls[domain] = { owner: urlFor(superUrl, owner, passwords.owner, database), app: urlFor(superUrl, app, passwords.app, database) };
    }
  });
  for (const domain of domains) {
    const { owner, app, database } = domainNames(domain, options.prefix);
    await withClient(databaseUrl(superUrl, database), (client) => client.query(insideSql(owner, app)));
  }
  return urls;
}

/** Grants of a database that a clone does not inherit from its template. */
export function databaseGrants(database: string, owner: string, app: string): string {
  const name = pg.escapeIdentifier(database);
  return (
    `revoke all on database ${name} from public; ` +
    `grant connect, create, temporary on database ${name} to ${pg.escapeIdentifier(owner)}; ` +
    `grant connect on database ${name} to ${pg.escapeIdentifier(app)};`
  );
}

/** The same server and role, another database. */
export function databaseUrl(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${encodeURIComponent(database)}`;
  return changed.href;
}

/** The same server, another role and database. */
export function urlFor(url: string, role: string, password: string, database: string): string {
  const changed = new URL(databaseUrl(url, database));
  changed.username = encodeURIComponent(role);
  changed.password = encodeURIComponent(password);
  return changed.href;
}

/** Runs work on one connection of its own and closes it. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'atbalsts', connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function ensureRole(client: pg.Client, role: string, password: string): Promise<void> {
  const rights = 'login nosuperuser nobypassrls nocreatedb nocreaterole noreplication';
  const name = pg.escapeIdentifier(role);
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role]);
  const verb = rowCount === 0 ? 'create' : 'alter';
  await client.query(`${verb} role ${name} with ${rights} password ${pg.escapeLiteral(password)}`);
}

async function ensureDatabase(client: pg.Client, database: string, owner: string, app: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [database]);
  const name = pg.escapeIdentifier(database);
  // A role that is no superuser may give a database only to a role it belongs to; a superuser always may.
  if (rowCount === 0) await client.query(`create database ${name} owner ${pg.escapeIdentifier(owner)}`);
  await client.query(databaseGrants(database, owner, app));
}

/** What must be done inside the database, once it exists. */
function insideSql(owner: string, app: string): string {
  const [ownerName, appName] = [pg.escapeIdentifier(owner), pg.escapeIdentifier(app)];
  return `
    set client_min_messages = warning;
    create extension if not exists btree_gist;
    create extension if not exists pg_trgm;
    create extension if not exists unaccent;
    create extension if not exists fuzzystrmatch;
    create extension if not exists pg_stat_statements;
    revoke all on schema public from public;
    alter schema public owner to ${ownerName};
    grant usage on schema public to ${appName};
    revoke all on all tables in schema public from public;`;
}
