import { existsSync, mkdtempSync, readdirSync, rmSync, statfsSync, statSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type DomainName, domains, EmbeddedPostgres, ensureDomainDatabases, migrate, withClient } from '@atbalsts/database';

/** What a Jest worker must know of the run's server; handed on in the environment. */
export interface TestServerInfo {
  /** URL of the superuser, to the database `postgres`. */
  superUrl: string;
  /** Passwords by role. */
  passwords: Record<string, string>;
  /** Name of the migrated template database of each domain. */
  templates: Record<DomainName, string>;
  /** Domains whose migrations failed, with the reason: only the tests that need one of these fail. */
  failures: Partial<Record<DomainName, string>>;
}

/** The server of one Jest run. */
export interface TestServer {
  info: TestServerInfo;
  /** Stops the server and removes its folder. */
  stop(): Promise<void>;
}

/** Environment variable in which workers find the server, as JSON. */
export const testServerVariable = 'ATBALSTS_TEST_SERVER';

const prefix = 'atbalsts-test-';
const templatePrefix = 'template_';

/** The file system of Linux that is kept in memory. */
const memory = '/dev/shm';
/** Bytes that must be free there, and in all, for a run to keep its databases in memory: it needs about three gigabytes. */
const room = { there: 6e9, inAll: 9e9 };

/**
 * Starts the server of a Jest run in a temporary folder and migrates one template database per domain. The template `blank`
 * of registry has had no migration: for tests of the migrations themselves.
 */
export async function startTestServer(): Promise<TestServer> {
  removeLeftOvers();
  const folder = mkdtempSync(join(home(), prefix));
  const server = await EmbeddedPostgres.start({ folder, durable: false, maxConnections: 300 });
  const stop = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const passwords = Object.fromEntries(domains.flatMap((domain) => [`${domain}_owner`, `${domain}_app`]).map((role) => [role, role]));
    const urls = await ensureDomainDatabases(server.url(), domains, { prefix: templatePrefix, passwords });
    const templates = Object.fromEntries(domains.map((domain) => [domain, `${templatePrefix}${domain}`])) as Record<DomainName, string>;
    await withClient(server.url(), async (client) => {
      await client.query(`create database ${templates.registry}_blank template ${templates.registry} owner registry_owner`);
      // Of `oncePerRun`.
      await client.query('create table once_per_run (name text primary key, text text not null)');
    });
    const failures: TestServerInfo['failures'] = {};
    await Promise.all(
      domains.map((domain) =>
        migrate({ domain, url: urls[domain].owner, migrationsFolder: migrationsOf(domain) }).catch((error: Error) => {
          failures[domain] = error.message;
        }),
      ),
    );
    const info: TestServerInfo = { superUrl: server.url(), passwords, templates, failures };
    process.env[testServerVariable] = JSON.stringify(info);
    return { info, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Folders of a domain's migrations in this repository: audit, facts, documents where the domain has them, its own. */
export function migrationsOf(domain: DomainName): string[] {
  const brought = ['benefits', 'services', 'institutions'].includes(domain) ? ['packages/documents'] : [];
  const homes = ['packages/audit', 'packages/facts', ...brought, `subgraphs/${domain}`];
  return homes
    .map((home) => fileURLToPath(new URL(`../../../${home}/migrations/`, import.meta.url)))
    .filter((folder) => existsSync(folder));
}

/** Where the databases stand: in memory where there is plenty of it, else in the temporary folder. A clone is a thousand small files, which a disk is slow to make and to remove. */
function home(): string {
  try {
    const { bavail, bsize } = statfsSync(memory);
    if (bavail * bsize > room.there && freemem() > room.inAll) return memory;
  } catch {
    // Another system, or a container without it.
  }
  return tmpdir();
}

/** Folders of runs that were killed: their server is gone with them, only files are left. */
function removeLeftOvers(): void {
  const parents = new Set([tmpdir(), memory].filter((folder) => existsSync(folder)));
  for (const folder of [...parents].flatMap((parent) => readdirSync(parent).map((name) => join(parent, name)))) {
    if (!basename(folder).startsWith(prefix)) continue;
    try {
      const abandoned = !existsSync(join(folder, 'data', 'postmaster.pid')) && Date.now() - statSync(folder).mtimeMs > 600_000;
      if (abandoned) rmSync(folder, { recursive: true, force: true });
    } catch {
      // Another user's folder, or another run is removing it.
    }
  }
}
