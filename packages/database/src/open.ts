import type { AnyEntity, EntityClass, EntitySchema } from '@mikro-orm/core';
import { type Constructor, UnderscoreNamingStrategy } from '@mikro-orm/core';
import { ReflectMetadataProvider } from '@mikro-orm/decorators/legacy';
import { MikroORM, type Options } from '@mikro-orm/postgresql';
import pg from 'pg';
import { SessionSqlDriver } from './connection.js';
import { type DomainName, databaseVariable } from './domains.js';
import { DatabaseError, DatabaseUnavailableError } from './errors.js';

/** A domain's database, open as the application role. */
export interface DomainDatabase {
  /** Whose database. */
  domain: DomainName;
  /** The ORM; work goes through `withSession`, never through its global EntityManager. */
  orm: MikroORM;
  /** Longest a statement of a person's session may run, in milliseconds; 0 is without end. Sessions of SYSTEM have no limit. */
  statementTimeoutMs?: number;
  /** Cancels, on the server, the statement that the session of this application name is running; nothing where it is running none. */
  cancel?(session: string): Promise<void>;
  /** Waits for the connections to end and closes them. */
  close(): Promise<void>;
}

/** What `openDatabase` needs. */
export interface OpenOptions {
  domain: DomainName;
  /** URL of the application role. */
  url: string;
  /** Entity classes of the domain. */
  entities: readonly EntityType[];
  /** Connections at once; 10 unless told. */
  poolSize?: number;
  /** Longest a statement of a person's session (STAFF, REGIONAL, PARTNER) may run, in milliseconds; 15 seconds unless told, 0 is without end. */
  statementTimeoutMs?: number;
  /** Called with each statement's SQL, for tests; nothing is logged otherwise. */
  onStatement?: (sql: string) => void;
}

/** Longest a statement of a person's session may run, in milliseconds, unless `openDatabase` is told otherwise. */
export const defaultStatementTimeoutMs = 15_000;

/** An entity class or schema, as MikroORM takes it. */
export type EntityType = EntityClass<AnyEntity> | EntitySchema | (abstract new () => object) | (new () => object);

/**
 * Opens a domain's database and proves with one round trip that it answers.
 *
 * @throws DatabaseUnavailableError one line with the variable and host:port/database, never the password.
 * @throws DatabaseError when the time limit is no whole number of milliseconds.
 */
export async function openDatabase(options: OpenOptions): Promise<DomainDatabase> {
  const { domain } = options;
  checkUrl(domain, options.url);
  const statementTimeoutMs = options.statementTimeoutMs ?? defaultStatementTimeoutMs;
  if (!Number.isInteger(statementTimeoutMs) || statementTimeoutMs < 0)
    throw new DatabaseError(`statementTimeoutMs must be a whole number from 0: ${statementTimeoutMs}`);
  const orm = new MikroORM(ormOptions(domain, options.url, options.entities, options.poolSize ?? 10, options.onStatement));
  try {
    await orm.em.getConnection().execute('select 1');
  } catch (error) {
    await orm.close(true).catch(() => undefined);
    throw unavailable(domain, options.url, error);
  }
  const control = controlOf(domain, options.url);
  return {
    domain,
    orm,
    statementTimeoutMs,
    cancel: async (session) => {
      await control.query(
        `select pg_cancel_backend(pid) from pg_stat_activity where datname = current_database() and application_name = $1 and state = 'active'`,
        [session],
      );
    },
    close: async () => {
      await control.end();
      await orm.close(true);
    },
  };
}

/** One connection beside the pool, opened when a statement is to be cancelled: however many are, they take no more. */
function controlOf(domain: DomainName, url: string): pg.Pool {
  const control = new pg.Pool({
    connectionString: url,
    max: 1,
    idleTimeoutMillis: 10_000,
    connectionTimeoutMillis: 10_000,
    allowExitOnIdle: true,
    application_name: `atbalsts_${domain} control`,
  });
  control.on('error', () => undefined);
  return control;
}

/** The ORM's settings, the same for the program, the migrations and the tests. */
export function ormOptions(
  domain: DomainName,
  url: string,
  entities: readonly EntityType[],
  poolSize: number,
  onStatement?: (sql: string) => void,
): Options {
  return {
    driver: SessionSqlDriver as unknown as NonNullable<Options['driver']>,
    clientUrl: url,
    dbName: databaseOf(url),
    entities: entities as unknown as NonNullable<Options['entities']>,
    metadataProvider: ReflectMetadataProvider,
    namingStrategy: UnderscoreNamingStrategy as Constructor<UnderscoreNamingStrategy>,
    // Each domain has its own context: in one process, work of one never meets the transaction of another.
    contextName: domain,
    dataloader: true,
    // Row-level security guards what a reference points to; joining every reference for the filter's sake would cost a join each.
    autoJoinRefsForFilters: false,
    ensureDatabase: false,
    discovery: { warnWhenNoEntities: false },
    debug: onStatement === undefined ? false : ['query'],
    ...(onStatement === undefined ? {} : { logger: onStatement, colors: false }),
    pool: { min: 0, max: poolSize, idleTimeoutMillis: 30_000 },
    driverOptions: { application_name: `atbalsts_${domain}`, connectionTimeoutMillis: 10_000, keepAlive: true, options: '-c timezone=UTC' },
  };
}

/** Turns whatever a driver says into the one clear line. */
export function unavailable(domain: DomainName, url: string, error: unknown): DatabaseUnavailableError {
  const code = (error as { code?: unknown } | null)?.code;
  const state = typeof code === 'string' ? code : '';
  const reasons: Record<string, string> = {
    ECONNREFUSED: 'nothing listens there',
    ENOTFOUND: 'no such host',
    EAI_AGAIN: 'the host name cannot be resolved',
    ETIMEDOUT: 'no answer',
    ECONNRESET: 'the connection was cut',
    '28P01': 'the password is wrong',
    '28000': 'the role may not log in',
    '3D000': 'no such database',
    '42501': 'the role may not connect to this database',
    '53300': 'too many connections',
    '57P03': 'the server is starting or stopping',
  };
  const text = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
  const reason = reasons[state] ?? withoutPassword(text, url);
  return new DatabaseUnavailableError(`${databaseVariable(domain)}: cannot reach the database ${describeUrl(url)}: ${reason}`, {
    cause: error,
  });
}

/** host:port/database of a URL, without user and password. */
export function describeUrl(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}:${port || 5432}${pathname}`;
}

/** @throws DatabaseUnavailableError when the text is no PostgreSQL URL with a database in it. */
export function checkUrl(domain: DomainName, url: string): void {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed === null || !/^postgres(ql)?:$/.test(parsed.protocol) || parsed.hostname === '' || parsed.pathname.length < 2) {
    throw new DatabaseUnavailableError(
      `${databaseVariable(domain)}: not a database URL; it looks like postgresql://role:password@host:5432/database`,
    );
  }
}

function databaseOf(url: string): string {
  return decodeURIComponent(new URL(url).pathname.slice(1));
}

function withoutPassword(text: string, url: string): string {
  const { password } = new URL(url);
  if (password === '') return text;
  return text.replaceAll(password, '***').replaceAll(decodeURIComponent(password), '***');
}
