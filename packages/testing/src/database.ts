import { randomBytes } from 'node:crypto';
import {
  type DomainDatabase,
  type DomainName,
  databaseGrants,
  databaseUrl,
  domainNames,
  domains,
  type EntityType,
  openDatabase,
  urlFor,
  withClient,
} from '@atbalsts/database';
import { type TestServerInfo, testServerVariable } from './database-server.js';

/** URLs of one cloned database. */
export interface ClonedDatabase {
  domain: DomainName;
  /** Name of the database. */
  name: string;
  /** URL of the owner role. */
  ownerUrl: string;
  /** URL of the application role. */
  appUrl: string;
  /** URL of the superuser: past row-level security, for looking at what is really there. */
  superUrl: string;
  /** Removes the database, whoever is still connected. */
  drop(): Promise<void>;
}

/** A cloned database, open as the application role. */
export interface TestDatabase extends ClonedDatabase {
  database: DomainDatabase;
}

/** What `testDatabase` may be told. */
export interface TestDatabaseOptions {
  /** Entity classes of the domain; none unless told. */
  entities?: readonly EntityType[];
  /** Connections at once; 5 unless told. */
  poolSize?: number;
  /** A template made by `makeTemplate`, instead of the empty migrated one; `blank` (registry): not even migrated. */
  template?: string;
  /** Called with each statement's SQL. */
  onStatement?: (sql: string) => void;
}

/**
 * A database of its own for one test file, cloned from the domain's migrated template in well under a second.
 * Call `drop()` in `afterAll`.
 */
export async function testDatabase(domain: DomainName, options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const clone = await cloneDatabase(domain, options.template);
  const database = await openDatabase({
    domain,
    url: clone.appUrl,
    entities: options.entities ?? [],
    poolSize: options.poolSize ?? 5,
    onStatement: options.onStatement,
  });
  return {
    ...clone,
    database,
    drop: async () => {
      await database.close();
      await clone.drop();
    },
  };
}

/** One clone per domain, not opened; for tests of the whole federation. `template` names one made by `makeTemplate`. */
export async function cloneDatabases(
  wanted: readonly DomainName[] = domains,
  template?: string,
): Promise<{ databases: Record<DomainName, ClonedDatabase>; drop(): Promise<void> }> {
  const clones = await Promise.all(wanted.map((domain) => cloneDatabase(domain, template)));
  const databases = Object.fromEntries(clones.map((clone) => [clone.domain, clone])) as Record<DomainName, ClonedDatabase>;
  return {
    databases,
    drop: async () => {
      await Promise.all(clones.map((clone) => clone.drop()));
    },
  };
}

/** Clones the domain's template, without opening it. */
export async function cloneDatabase(domain: DomainName, template?: string): Promise<ClonedDatabase> {
  const { templates } = testServer();
  const name = `test_${domain}_${randomBytes(6).toString('hex')}`;
  return copy(domain, templateName(templates[domain], template), name);
}

/**
 * Makes a named template once per Jest run, whichever worker asks first: fills clones of the domains (the demo, say) and
 * keeps them to be cloned by `cloneDatabases(domains, name)`. The others wait for it.
 *
 * @param fill gets the clones; must close its connections.
 */
export async function makeTemplate(
  name: string,
  wanted: readonly DomainName[],
  fill: (databases: Record<DomainName, ClonedDatabase>) => Promise<void>,
): Promise<void> {
  if (!/^[a-z][a-z0-9_]{0,20}$/.test(name)) throw new Error(`not a name for a template: ${name}`);
  const { superUrl, templates } = testServer();
  await withClient(superUrl, async (client) => {
    await client.query('select pg_advisory_lock(hashtext($1))', [`template ${name}`]);
    const names = wanted.map((domain) => templateName(templates[domain], name));
    const { rows } = await client.query('select datname from pg_database where datname = any($1)', [names]);
    if (rows.length === wanted.length) return;
    // What an attempt that failed left: some of the domains, or all of them half filled.
    for (const database of names) await client.query(`drop database if exists "${database}" with (force)`);
    for (const database of names) await client.query(`drop database if exists "${database}_new" with (force)`);
    const made = await Promise.all(wanted.map((domain) => copy(domain, templates[domain], `${templateName(templates[domain], name)}_new`)));
    await fill(Object.fromEntries(made.map((one) => [one.domain, one])) as Record<DomainName, ClonedDatabase>);
    for (const [index, one] of made.entries()) await client.query(`alter database "${one.name}" rename to "${names[index]}"`);
  });
}

/** The server of this Jest run. @throws Error when Jest runs without the global setup. */
export function testServer(): TestServerInfo {
  const text = process.env[testServerVariable];
  if (text === undefined)
    throw new Error(`${testServerVariable} is not set: jest.config.mjs needs globalSetup packages/testing/src/global-setup.mjs`);
  return JSON.parse(text) as TestServerInfo;
}

function templateName(template: string, name: string | undefined): string {
  return name === undefined ? template : `${template}_${name}`;
}

async function copy(domain: DomainName, template: string, name: string): Promise<ClonedDatabase> {
  const { superUrl, passwords, failures } = testServer();
  if (failures[domain] !== undefined && !template.endsWith('_blank')) throw new Error(failures[domain]);
  const { owner, app } = domainNames(domain);
  await withClient(superUrl, async (client) => {
    // Copies the files, instead of every page through the log, as PostgreSQL does unless told: of the demo (440 MB) that takes half the time or less.
    await client.query(`create database "${name}" template "${template}" owner "${owner}" strategy file_copy`);
    await client.query(databaseGrants(name, owner, app));
  });
  return {
    domain,
    name,
    ownerUrl: urlFor(superUrl, owner, passwords[owner] ?? '', name),
    appUrl: urlFor(superUrl, app, passwords[app] ?? '', name),
    superUrl: databaseUrl(superUrl, name),
    drop: () => withClient(superUrl, async (client) => void (await client.query(`drop database if exists "${name}" with (force)`))),
  };
}
