import { AsyncLocalStorage } from 'node:async_hooks';
import { type Configuration, type Constructor, type EntityManagerType } from '@mikro-orm/core';
import { EntityManager, MikroORM, PostgreSqlConnection, type PostgreSqlDriver, PostgreSqlPlatform } from '@mikro-orm/postgresql';
import { AbstractSqlDriver } from '@mikro-orm/sql';
import { CompiledQuery, type DatabaseConnection, type Driver, type PostgresDialect, type TransactionSettings } from 'kysely';
import type { PoolConfig } from 'pg';
import { SessionCancelledError, SessionEndedError } from './errors.js';

/** Ends the statement that a session is running when nobody waits for its answer any more. */
export interface Patience {
  signal: AbortSignal;
  /** Cancels what the session is running on the server; resolves when that has been said. */
  cancel: () => Promise<void>;
}

/** How the transaction of the session being opened begins, in one round trip, and whose patience it has. */
const opening = new AsyncLocalStorage<{ sql: string; patience?: Patience }>();

/** Runs `begin` so that the transaction it starts begins with this SQL (`begin; set local ...`) instead of a bare `begin`, and lasts as long as the patience does. */
export function beginningWith<T>(sql: string, begin: () => Promise<T>, patience?: Patience): Promise<T> {
  return opening.run({ sql, patience }, begin);
}

type Abort = Parameters<DatabaseConnection['executeQuery']>[1];
type Control = Parameters<NonNullable<DatabaseConnection['cancelQuery']>>[0];

/**
 * A pooled connection for as long as one transaction holds it. Once the transaction is being ended, a query of work that
 * nobody waited for (a sibling resolver of a failed field) is refused here: it would otherwise reach the next holder's
 * transaction, which is another tenant's.
 */
class Lease implements DatabaseConnection {
  private running: Promise<unknown> = Promise.resolve();
  private ended = false;
  /** Queries sent and not yet answered. */
  private sent = 0;
  private signal: AbortSignal | null = null;
  private cancelling: Promise<void> = Promise.resolve();
  private unwatch = () => {};

  constructor(readonly connection: DatabaseConnection) {}

  /** Ends what is running when the patience does, and sends nothing after it. */
  watch({ signal, cancel }: Patience): void {
    this.signal = signal;
    const onAbort = () => {
      if (this.sent > 0 && !this.ended) this.cancelling = cancel().catch(() => undefined);
    };
    signal.addEventListener('abort', onAbort, { once: true });
    this.unwatch = () => signal.removeEventListener('abort', onAbort);
  }

  /** Refuses queries from now on and waits for the one on its way, and for a cancellation, so that it cannot hit whoever holds the connection next. */
  async end(): Promise<void> {
    this.ended = true;
    this.unwatch();
    await this.running;
    await this.cancelling;
  }

  async executeQuery<R>(query: CompiledQuery, options?: Abort) {
    if (this.ended) throw new SessionEndedError('the session has ended: this query came after it and was not sent');
    if (this.signal?.aborted) throw new SessionCancelledError('nobody waits for the answer any more: this query was not sent');
    this.sent += 1;
    const result = this.connection.executeQuery<R>(query, options);
    const done = () => {
      this.sent -= 1;
    };
    const settled = result.then(done, done);
    this.running = Promise.all([this.running, settled]);
    return result;
  }

  async *streamQuery<R>(query: CompiledQuery, chunkSize: number, options?: Abort) {
    if (this.ended) throw new SessionEndedError('the session has ended: this query came after it and was not sent');
    yield* this.connection.streamQuery<R>(query, chunkSize, options);
  }

  cancelQuery(provider: Control): Promise<void> {
    return this.connection.cancelQuery?.(provider) ?? Promise.resolve();
  }

  collectSessionInfo(): Promise<void> {
    return this.connection.collectSessionInfo?.() ?? Promise.resolve();
  }

  killSession(provider: Control): Promise<void> {
    return this.connection.killSession?.(provider) ?? Promise.resolve();
  }
}

/** Kysely's PostgreSQL driver, with leases, and with a transaction that may begin with its settings. */
class SessionDriver implements Driver {
  constructor(private readonly driver: Driver) {}

  init(options?: Abort): Promise<void> {
    return this.driver.init(options);
  }

  async acquireConnection(options?: Abort): Promise<Lease> {
    return new Lease(await this.driver.acquireConnection(options));
  }

  async beginTransaction(lease: Lease, settings: TransactionSettings): Promise<void> {
    const store = opening.getStore();
    try {
      if (store === undefined) await this.driver.beginTransaction(lease.connection, settings);
      else await lease.connection.executeQuery(CompiledQuery.raw(store.sql));
      if (store?.patience) lease.watch(store.patience);
    } catch (error) {
      // Kysely does not give a connection back whose transaction did not begin.
      await this.rollbackTransaction(lease).catch(() => undefined);
      await this.releaseConnection(lease);
      throw error;
    }
  }

  async commitTransaction(lease: Lease): Promise<void> {
    await lease.end();
    // COMMIT of a failed transaction answers ROLLBACK and no error: what was written would be lost without a word. Any other
    // command fails there with the true reason, and travels in the same round trip.
    await lease.connection.executeQuery(CompiledQuery.raw("set local atbalsts.ended = 'yes'; commit"));
  }

  async rollbackTransaction(lease: Lease): Promise<void> {
    await lease.end();
    try {
      await this.driver.rollbackTransaction(lease.connection);
    } catch (error) {
      // A lost connection has rolled back by itself; thrown on, it would never be given back to the pool, which drops it.
      if (!isConnectionLoss(error)) throw error;
    }
  }

  async savepoint(lease: Lease, ...rest: Tail<Required<Driver>['savepoint']>): Promise<void> {
    await this.driver.savepoint?.(lease, ...rest);
  }

  async rollbackToSavepoint(lease: Lease, ...rest: Tail<Required<Driver>['savepoint']>): Promise<void> {
    await this.driver.rollbackToSavepoint?.(lease, ...rest);
  }

  async releaseSavepoint(lease: Lease, ...rest: Tail<Required<Driver>['savepoint']>): Promise<void> {
    await this.driver.releaseSavepoint?.(lease, ...rest);
  }

  async releaseConnection(lease: Lease): Promise<void> {
    await lease.end();
    await this.driver.releaseConnection(lease.connection);
  }

  destroy(options?: Abort): Promise<void> {
    return this.driver.destroy(options);
  }
}

type Tail<F> = F extends (first: never, ...rest: infer R) => unknown ? R : never;

/** Whether an error is none of the database's but of the way to it, or of a server going down. */
export function isConnectionLoss(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code !== 'string' || !/^[0-9A-Z]{5}$/.test(code) || code.startsWith('08') || code.startsWith('57P');
}

/** MikroORM's PostgreSQL connection over the driver above; bigint and numeric come as numbers. */
class SessionConnection extends PostgreSqlConnection {
  override createKyselyDialect(overrides: PoolConfig): PostgresDialect {
    const dialect = super.createKyselyDialect(overrides);
    const createDriver = dialect.createDriver.bind(dialect);
    dialect.createDriver = () => new SessionDriver(createDriver());
    return dialect;
  }

  override mapOptions(overrides: PoolConfig): PoolConfig {
    const options = super.mapOptions(overrides);
    const types = options.types as unknown as { setTypeParser(oid: number, parse: (text: string) => unknown): void };
    types.setTypeParser(20, safeInteger);
    types.setTypeParser(1700, Number);
    return options;
  }
}

/** A bigint as a number; cents and counts are far below 2^53, and what is not is an error rather than a wrong sum. */
function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`a bigint beyond 2^53: ${text}`);
  return value;
}

/** MikroORM's PostgreSQL driver over the connection above. */
export class SessionSqlDriver extends AbstractSqlDriver<SessionConnection, PostgreSqlPlatform> {
  constructor(config: Configuration) {
    super(config, new PostgreSqlPlatform(), SessionConnection, ['kysely', 'pg']);
  }

  override createEntityManager(useContext?: boolean): this[typeof EntityManagerType] {
    return new EntityManager(
      this.config,
      this as unknown as PostgreSqlDriver,
      this.metadata,
      useContext,
    ) as unknown as this[typeof EntityManagerType];
  }

  override getORMClass(): Constructor<MikroORM> {
    return MikroORM as unknown as Constructor<MikroORM>;
  }
}
