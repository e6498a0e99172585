import { auditMigrations } from '@atbalsts/audit';
import { type DomainDatabase, type DomainName, migrate, newId, withClient, withSession } from '@atbalsts/database';
import { type TestDatabase, testDatabase } from '@atbalsts/testing';
import type { EntityManager } from '@mikro-orm/postgresql';
import { factMigrations, type NewFact, systemPrincipal } from '../src/index.js';

/** The invented towns of these tests. */
export const town = '0002000';
export const otherTown = '0004000';

/** A database of a domain with the platform tables. */
export async function factDatabase(domain: DomainName): Promise<TestDatabase> {
  const opened = await testDatabase(domain, { poolSize: 8 });
  for (const migrationsFolder of [auditMigrations, factMigrations]) await migrate({ domain, url: opened.ownerUrl, migrationsFolder });
  return opened;
}

/** Work in a SYSTEM session of a database. */
export function asSystem<T>(database: DomainDatabase, work: (em: EntityManager) => Promise<T>): Promise<T> {
  return withSession(database, systemPrincipal(database.domain), work);
}

/** The fact of a person born in a year. */
export function person(birthYear: number, personId = newId(), municipality = town): NewFact {
  return { kind: 'person', key: personId, municipality, body: { personId, sex: 'FEMALE', birthYear } };
}

/** Kind, key and year of birth of every person fact that a subscriber has, in the order in which the owner told them. */
export async function heard(database: DomainDatabase): Promise<{ key: string; birthYear: number }[]> {
  return asSystem(database, (em) =>
    em.execute(`select key, (body ->> 'birthYear')::integer as "birthYear" from fact where kind = 'person' order by position`),
  );
}

/** Empties what the pump has written, as a new subscriber begins. */
export async function forget(subscriber: TestDatabase): Promise<void> {
  await withClient(subscriber.superUrl, (client) => client.query('truncate fact, fact_cursor'));
}

/** A promise with its own ends. */
export function deferred<T = void>(): { promise: Promise<T>; resolve: (value: T) => void; reject: (error: unknown) => void } {
  let resolve!: (value: T) => void;
  let reject!: (error: unknown) => void;
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}

/** A transaction held open by a test, step by step. */
export interface OpenSession {
  /** Does something in it. */
  run<T>(work: (em: EntityManager) => Promise<T>): Promise<T>;
  commit(): Promise<void>;
  rollback(): Promise<void>;
}

class RolledBack extends Error {}

/** Opens a SYSTEM session that stays open until it is told to end. */
export async function openSession(database: DomainDatabase): Promise<OpenSession> {
  const opened = deferred<EntityManager>();
  const ending = deferred();
  const whole = asSystem(database, async (em) => {
    opened.resolve(em);
    await ending.promise;
  });
  whole.catch(opened.reject);
  const em = await opened.promise;
  return {
    run: (work) => work(em),
    commit: () => {
      ending.resolve();
      return whole;
    },
    rollback: async () => {
      ending.reject(new RolledBack());
      await whole.catch((error: unknown) => {
        if (!(error instanceof RolledBack)) throw error;
      });
    },
  };
}
