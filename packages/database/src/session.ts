import { randomBytes } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { beginningWith, isConnectionLoss } from './connection.js';
import { DatabaseError } from './errors.js';
import { type DomainDatabase, defaultStatementTimeoutMs, unavailable } from './open.js';
import { tenantFilter } from './tenant.entity.js';

/** What a session must know of who is asking; a Principal of @atbalsts/auth is one. */
export interface SessionPrincipal {
  /** STAFF, REGIONAL, PARTNER or SYSTEM. */
  audience: string;
  /** Code of the municipality: required for STAFF. */
  municipality?: string;
  /** Partner organisation: a uuid. */
  organisation?: string;
  /** Planning region. */
  region?: string;
}

/** The settings that row-level security reads, as they are set for a session; an empty string is none. */
export interface SessionSettings {
  municipality: string;
  audience: string;
  organisation: string;
  region: string;
}

const forms: Record<keyof SessionSettings, RegExp> = {
  municipality: /^(\d{7}|\*|)$/,
  audience: /^(STAFF|REGIONAL|PARTNER|SYSTEM)$/,
  organisation: /^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|)$/i,
  region: /^[a-z]*$/,
};

/**
 * Settings of a principal. STAFF sees its municipality; SYSTEM every one; REGIONAL and PARTNER none, except what a
 * domain's own policies open to their region or organisation.
 *
 * @throws DatabaseError when a value is missing or has not its form: nothing of it ever reaches SQL.
 */
export function sessionSettings(principal: SessionPrincipal): SessionSettings {
  const settings: SessionSettings = {
    municipality: municipalityOf(principal),
    audience: principal.audience,
    organisation: principal.organisation ?? '',
    region: (principal.region ?? '').toLowerCase(),
  };
  for (const [name, form] of Object.entries(forms) as [keyof SessionSettings, RegExp][]) {
    if (!form.test(settings[name])) throw new DatabaseError(`the principal's ${name} has not the form it must have`);
  }
  return settings;
}

/** What a session may be told. */
export interface SessionOptions {
  /** Aborted when nobody waits for the work any more. Not for work that must be carried to its end. */
  signal?: AbortSignal;
  /** Milliseconds after which nobody waits any more: the server ends a statement that runs a second longer, even where this process can no longer say so. */
  timeLeftMs?: number;
}

/**
 * Runs work in one transaction on one connection, as the principal: row-level security and the ORM's tenant filter both
 * hold. What the work persisted is flushed and committed; when it throws, everything is rolled back and the error goes on.
 *
 * A statement of a person that runs longer than the database's `statementTimeoutMs` is cancelled (SQLSTATE 57014, `isCancelled`); a domain's own
 * work (SYSTEM) may take its time. The settings are local to the transaction, so a pooled connection carries nothing to the next session. Queries sent in
 * parallel run one after another; a query sent after the end is refused (SessionEndedError).
 *
 * When the signal aborts, the statement that is running is cancelled on the server and no other is sent (both as `isCancelled`); a commit under way is not touched.
 */
export async function withSession<T>(
  database: DomainDatabase,
  principal: SessionPrincipal,
  work: (em: EntityManager) => Promise<T>,
  options: SessionOptions = {},
): Promise<T> {
  const settings = sessionSettings(principal);
  const em = database.orm.em.fork({ disableContextResolution: true });
  em.setFilterParams(tenantFilter, { municipality: settings.audience === 'STAFF' ? settings.municipality : '*' });
  await begin(database, em, settings, options);
  try {
    const result = await work(em);
    await em.commit();
    return result;
  } catch (error) {
    if (em.isInTransaction()) await em.rollback().catch(() => undefined);
    throw error;
  }
}

/**
 * Runs work in a nested transaction of the session: when it throws, what it wrote is undone and what it loaded is forgotten
 * (the identity map is emptied), and the session goes on. Otherwise what it persisted is flushed before it ends, so that a
 * refusal by the database comes out here. The work must await everything it starts.
 *
 * @param em the session's EntityManager; the work gets the same.
 */
export async function savepoint<T>(em: EntityManager, work: (em: EntityManager) => Promise<T>): Promise<T> {
  if (!em.isInTransaction()) throw new DatabaseError('savepoint() needs the EntityManager of a session');
  await em.flush();
  const name = `part_${++savepoints}`;
  await em.execute(`savepoint ${name}`, [], 'run');
  try {
    const result = await work(em);
    await em.flush();
    await em.execute(`release savepoint ${name}`, [], 'run');
    return result;
  } catch (error) {
    em.clear();
    // When even this fails, the transaction stays failed, and its commit will say so.
    await em.execute(`rollback to savepoint ${name}; release savepoint ${name}`, [], 'run').catch(() => undefined);
    throw error;
  }
}

let savepoints = 0;
let sessions = 0;
const processTag = randomBytes(4).toString('hex');

/** What a statement may run longer than anybody waits, in milliseconds: ending it is first the signal's. */
const graceMs = 1_000;

async function begin(
  database: DomainDatabase,
  em: EntityManager,
  settings: SessionSettings,
  { signal, timeLeftMs }: SessionOptions,
): Promise<void> {
  const longest = database.statementTimeoutMs ?? defaultStatementTimeoutMs;
  const wanted = timeLeftMs === undefined ? longest : Math.ceil(timeLeftMs) + graceMs;
  const sql = beginSql(settings, longest === 0 ? (timeLeftMs === undefined ? 0 : wanted) : Math.min(longest, wanted));
  try {
    if (!signal || !database.cancel) await beginningWith(sql, () => em.begin());
    else {
      // The name says on the server which session it is; like the other settings it goes with the transaction.
      const name = `atbalsts_${database.domain} ${processTag}.${++sessions}`;
      await beginningWith(`${sql}; set local application_name = '${name}'`, () => em.begin(), {
        signal,
        cancel: () => (database.cancel as NonNullable<typeof database.cancel>)(name),
      });
    }
  } catch (error) {
    if (!isConnectionLoss(error)) throw error;
    throw unavailable(database.domain, String(database.orm.config.get('clientUrl')), error);
  }
}

/** One round trip: the transaction, everything row-level security reads, and a person's patience. Values were checked against their forms. */
function beginSql(settings: SessionSettings, statementTimeoutMs: number): string {
  const sets = Object.entries(settings).map(([name, value]) => `set local atbalsts.${name} = '${value}'`);
  const patience =
    settings.audience === 'SYSTEM' || statementTimeoutMs === 0 ? [] : [`set local statement_timeout = ${statementTimeoutMs}`];
  return ['begin', ...sets, ...patience].join('; ');
}

function municipalityOf(principal: SessionPrincipal): string {
  if (principal.audience === 'SYSTEM') return '*';
  if (principal.audience !== 'STAFF') return '';
  if (principal.municipality === undefined || principal.municipality === '*' || principal.municipality === '') {
    throw new DatabaseError('a principal of the staff must have a municipality');
  }
  return principal.municipality;
}
