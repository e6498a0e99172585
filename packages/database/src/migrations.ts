import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Migration, Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import type { DomainName } from './domains.js';
import { MigrationError } from './errors.js';
import { checkUrl, ormOptions, unavailable } from './open.js';

/** What `migrate` needs. */
export interface MigrateOptions {
  domain: DomainName;
  /** URL of the owner role. */
  url: string;
  /** Folder of the domain's migrations, or several in their order (audit, facts, its own): plain SQL files named YYYYMMDDHHMMSS_what.sql, and nothing else. */
  migrationsFolder: URL | string | readonly (URL | string)[];
}

interface SqlFile {
  name: string;
  path: string;
  sql: string;
}

const foundation = new URL('../migrations/', import.meta.url);
const fileName = /^\d{14}_[a-z0-9]+(?:[-_][a-z0-9]+)*\.sql$/;
/** Two starts at once: the second waits here until the first has migrated. The number is arbitrary, and the same everywhere. */
const lockKey = 4_207_202_201;

/**
 * Runs the migrations that the database has not had: first the foundation of this package (extensions, the functions
 * `atbalsts_tenant_table` and so on), then the domain's files by name, each in a transaction of its own and recorded in
 * the table `migration` within it. Two at once wait for one another.
 *
 * Row-level security binds the owner too; inside a migration the municipality is set to `*`, so that data can be changed.
 *
 * @returns names of the migrations that were run, in order; empty when there was nothing to do.
 * @throws MigrationError when a file is badly named or fails; what failed is rolled back, what came before it stays.
 * @throws DatabaseUnavailableError when the database cannot be reached.
 */
export async function migrate(options: MigrateOptions): Promise<string[]> {
  const files = readMigrations(options.migrationsFolder);
  return withMigrator(options, files, async (migrator) => {
    try {
      return (await migrator.up()).map(({ name }) => name);
    } catch (error) {
      const pending = await migrator.getPending().catch(() => []);
      throw new MigrationError(
        `${options.domain}: migration ${pending[0]?.name ?? ''} failed and was rolled back: ${(error as Error).message}`,
        { cause: error },
      );
    }
  });
}

/** Names of the migrations that `migrate` would run now, in order. Runs none of them. */
export async function pendingMigrations(options: MigrateOptions): Promise<string[]> {
  const files = readMigrations(options.migrationsFolder);
  return withMigrator(options, files, async (migrator) => (await migrator.getPending()).map(({ name }) => name));
}

/** Reads the foundation's and the domain's files, in the order in which they run. */
function readMigrations(folders: MigrateOptions['migrationsFolder']): SqlFile[] {
  const all = [foundation, ...(Array.isArray(folders) ? folders : [folders])].flatMap((folder) => read(pathOf(folder)));
  all.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const [index, file] of all.entries()) {
    const before = all[index - 1];
    if (before?.name.slice(0, 14) !== file.name.slice(0, 14)) continue;
    throw new MigrationError(`two migrations have the same time, their order would be chance: ${before.path} and ${file.path}`);
  }
  return all;
}

function read(folder: string): SqlFile[] {
  let entries: string[];
  try {
    entries = readdirSync(folder);
  } catch (error) {
    throw new MigrationError(`the folder of migrations ${folder} cannot be read`, { cause: error });
  }
  const files = entries.filter((entry) => !entry.startsWith('.') && entry !== 'README.md');
  const bad = files.filter((file) => !fileName.test(file)).sort();
  if (bad.length > 0) {
    throw new MigrationError(`${folder}: a migration is named YYYYMMDDHHMMSS_what.sql in lower case; not so: ${bad.join(', ')}`);
  }
  return files.map((file) => ({
    name: file.replace(/\.sql$/, ''),
    path: join(folder, file),
    sql: readFileSync(join(folder, file), 'utf8'),
  }));
}

function pathOf(folder: URL | string): string {
  return typeof folder === 'string' ? folder : fileURLToPath(folder);
}

async function withMigrator<T>(options: MigrateOptions, files: SqlFile[], work: (migrator: Migrator) => Promise<T>): Promise<T> {
  const { domain, url } = options;
  checkUrl(domain, url);
  const lock = new pg.Client({ connectionString: url, application_name: 'atbalsts_migrate', connectionTimeoutMillis: 10_000 });
  lock.on('error', () => undefined);
  try {
    await lock.connect();
  } catch (error) {
    throw unavailable(domain, url, error);
  }
  try {
    await lock.query(`select pg_advisory_lock(${lockKey})`);
    const orm = new MikroORM({
      ...ormOptions(domain, url, [], 2),
      extensions: [Migrator],
      migrations: {
        tableName: 'migration',
        snapshot: false,
        silent: true,
        allOrNothing: false,
        migrationsList: files.map((file) => ({ name: file.name, class: migrationOf(file) })),
      },
    });
    try {
      return await work(orm.config.getExtension<Migrator>('@mikro-orm/migrator') as Migrator);
    } finally {
      await orm.close(true);
    }
  } finally {
    await lock.end();
  }
}

/** The plain SQL file as the class that MikroORM runs. */
function migrationOf(file: SqlFile): new (...args: ConstructorParameters<typeof Migration>) => Migration {
  return class extends Migration {
    override up(): void {
      this.addSql("set local client_min_messages = warning; set local atbalsts.municipality = '*'");
      this.addSql(file.sql);
    }
  };
}
