import type { AuditRecorder } from '@atbalsts/audit';
import { type Action, ForbiddenError, may, type Principal } from '@atbalsts/auth';
import type { DomainName } from '@atbalsts/database';
import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { GraphQLError } from 'graphql';
import type { SubgraphCaller } from './call/index.js';
import type { EmergencyAccess } from './emergency.js';

/** Another domain could not be asked: what needed its answer is refused (fail closed). */
export class DomainUnavailable extends GraphQLError {
  constructor(readonly domain: DomainName) {
    super(`The domain ${domain} does not answer; try again`, {
      extensions: { code: 'UNAVAILABLE', subgraph: domain, messageLv: `Sistēmas daļa “${domain}” neatbild; mēģiniet vēlreiz` },
    });
  }
}

const notOfTown = { message: 'Only staff of a municipality may do this.', messageLv: 'To drīkst tikai pašvaldības darbinieki.' };
const notEmployee = {
  message: 'Your token names no employee; ask your administrator.',
  messageLv: 'Jūsu pilnvarā nav norādīts darbinieks; jautājiet administratoram.',
};
const refusedElsewhere = (domain: DomainName) => ({
  message: `Your role may not ask the domain ${domain} for what this needs.`,
  messageLv: `Jūsu loma nedrīkst prasīt sistēmas daļai “${domain}” tam vajadzīgo.`,
});

/** What one operation in one subgraph works with: who asks, the session on the database, the loaders and the audit recorder. Made anew for every operation. */
export class Context {
  private readonly loaders = new Map<unknown, DataLoader<unknown, unknown>>();
  private readonly allowed = new Map<Action, boolean>();

  constructor(
    readonly principal: Principal,
    readonly requestId: string,
    private session: EntityManager,
    readonly audit: AuditRecorder,
    /** The day it is in Europe/Riga. */
    readonly today: string,
    private readonly caller: SubgraphCaller | null,
    readonly signal?: AbortSignal,
    /** The emergency access under which the operation looks; null for every ordinary one. */
    readonly emergency: EmergencyAccess | null = null,
    /** The trace that the operation belongs to; goes along where another domain is asked. */
    private readonly traceparent: string | null = null,
  ) {}

  /** Bound to the operation's one transaction (within a mutation, to its savepoint), with the tenant's filter and row-level security set. */
  get em(): EntityManager {
    return this.session;
  }

  /** Lets `work` run on another entity manager of the same transaction: a mutation's savepoint. Mutations run one after another. */
  async onSavepoint<T>(em: EntityManager, work: () => Promise<T>): Promise<T> {
    const outer = this.session;
    this.session = em;
    this.forgetLoaded();
    try {
      return await work();
    } finally {
      this.session = outer;
      this.forgetLoaded();
    }
  }

  /** True where the principal's roles hold the action. */
  may(action: Action): boolean {
    let answer = this.allowed.get(action);
    if (answer === undefined) {
      answer = may(this.principal, action);
      this.allowed.set(action, answer);
    }
    return answer;
  }

  /** Throws FORBIDDEN where the principal's roles do not hold the action. */
  assertMay(action: Action): void {
    if (!this.may(action)) throw new ForbiddenError(action);
  }

  /** The municipality whose records the principal works with; FORBIDDEN for who has none. */
  get municipality(): string {
    if (!this.principal.municipality) throw new ForbiddenError(notOfTown);
    return this.principal.municipality;
  }

  /** The employee behind the token; FORBIDDEN for who is none. */
  get employee(): string {
    if (!this.principal.employee) throw new ForbiddenError(notEmployee);
    return this.principal.employee;
  }

  /**
   * Loads one value by key; keys asked for in the same tick are read by one call of the batch function.
   * The batch function itself is the loader's identity: declare it once, at module level.
   */
  load<K, V>(batch: BatchLoad<K, V>, key: K): Promise<V> {
    let loader = this.loaders.get(batch) as DataLoader<K, V> | undefined;
    if (!loader) {
      loader = new DataLoader<K, V>((keys) => batch(this, keys), {
        cacheKeyFn: (k) => (typeof k === 'object' ? JSON.stringify(k) : k) as K,
      });
      this.loaders.set(batch, loader as DataLoader<unknown, unknown>);
    }
    return loader.load(key);
  }

  /** Forgets what loaders have read: called after a write, so that the payload shows the new state. */
  forgetLoaded(): void {
    this.loaders.clear();
  }

  /**
   * Asks another domain through the graph's own resolvers, with the same principal. Throws DomainUnavailable when it does not answer,
   * and the domain's own coded error when it refuses.
   */
  async ask<T>(domain: DomainName, query: string, variables: Record<string, unknown> = {}): Promise<T> {
    if (!this.caller) throw new DomainUnavailable(domain);
    const result = await this.caller.call(domain, {
      query,
      variables,
      token: this.principal.token,
      requestId: this.requestId,
      purpose: this.audit.purpose,
      signal: this.signal,
      traceparent: this.traceparent,
    });
    const error = result.errors?.[0];
    if (error) {
      const code = String(error.extensions?.code ?? '');
      if (code === 'FORBIDDEN') throw new ForbiddenError(refusedElsewhere(domain));
      throw new DomainUnavailable(domain);
    }
    return result.data as T;
  }
}

/** Reads values for many keys at once, in the order of the keys. */
export type BatchLoad<K, V> = (context: Context, keys: readonly K[]) => Promise<(V | Error)[]>;

/** Puts rows in the order of the keys; `null` where there is none. */
export function inOrder<K, T>(keys: readonly K[], rows: Iterable<T>, keyOf: (row: T) => K): (T | null)[] {
  const byKey = new Map<K, T>();
  for (const row of rows) byKey.set(keyOf(row), row);
  return keys.map((key) => byKey.get(key) ?? null);
}

/** Groups rows under the keys, in the rows' order; an empty list where there is none. */
export function groupedInOrder<K, T>(keys: readonly K[], rows: Iterable<T>, keyOf: (row: T) => K): T[][] {
  const byKey = new Map<K, T[]>(keys.map((key) => [key, []]));
  for (const row of rows) byKey.get(keyOf(row))?.push(row);
  return keys.map((key) => byKey.get(key) ?? []);
}
