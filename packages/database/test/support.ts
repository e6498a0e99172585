import { fileURLToPath } from 'node:url';
import { migrate, withClient } from '@atbalsts/database';
import { type TestDatabase, type TestDatabaseOptions, testDatabase } from '../../testing/src/database.js';
import { Entry, Stay } from './stay.entity.js';

/** Migrations of these tests. */
export const townRecords = fileURLToPath(new URL('./migrations/', import.meta.url));

export const daugavpils = { audience: 'STAFF', municipality: '0002000' };
export const bauska = { audience: 'STAFF', municipality: '0021000' };
export const system = { audience: 'SYSTEM' };

/** A database with the tables of these tests, open as the application role. */
export async function townDatabase(options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const test = await testDatabase('registry', { entities: [Stay, Entry], template: 'blank', ...options });
  await migrate({ domain: 'registry', url: test.ownerUrl, migrationsFolder: townRecords });
  return test;
}

/** Runs one statement on a connection of its own. */
export function query<T = Record<string, unknown>>(url: string, sql: string): Promise<T[]> {
  return withClient(url, async (client) => (await client.query(sql)).rows as T[]);
}

/** The error that a promise ends in. */
export async function errorOf(promise: Promise<unknown>): Promise<Error & { code?: string }> {
  try {
    await promise;
  } catch (error) {
    return error as Error;
  }
  throw new Error('an error was expected');
}
