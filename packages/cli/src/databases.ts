import { join } from 'node:path';
import { type DomainName, type DomainUrls, domains, EmbeddedPostgres, migrate, openDatabase, withSession } from '@atbalsts/database';
import { type DomainModule, migrationFolders } from '@atbalsts/graphql';
import type { CliConfig } from './config.js';
import { makeDataFolder } from './data-folder.js';
import { modules } from './modules.js';

/** The databases of all domains, reachable. */
export interface Databases {
  urls: Record<DomainName, DomainUrls>;
  /** Stops the embedded server, where there is one. */
  stop(): Promise<void>;
}

/** Starts the embedded PostgreSQL for the domains that have no database of somebody else's, and makes their databases. */
export async function startDatabases(config: CliConfig): Promise<Databases> {
  const embedded = domains.filter((domain) => !config.databases[domain]);
  if (!embedded.length) return { urls: config.databases as Record<DomainName, DomainUrls>, stop: async () => {} };
  makeDataFolder(config.dataFolder);
  const server = await EmbeddedPostgres.start({ folder: join(config.dataFolder, 'postgres') });
  try {
    const urls = { ...(await server.ensureDomains(embedded)), ...config.databases } as Record<DomainName, DomainUrls>;
    return { urls, stop: () => server.stop() };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** Brings every domain's schema and reference data up to date. Gives the migrations that were run, by domain. */
export async function migrateAll(urls: Record<DomainName, DomainUrls>): Promise<Record<DomainName, string[]>> {
  const run = await Promise.all(modules.map(async (module) => [module.name, await migrateOne(module, urls[module.name])] as const));
  return Object.fromEntries(run) as Record<DomainName, string[]>;
}

/** Brings one domain's schema and reference data up to date. Gives the migrations that were run. */
export async function migrateOne(module: DomainModule, urls: DomainUrls): Promise<string[]> {
  const names = await migrate({ domain: module.name, url: urls.owner, migrationsFolder: migrationFolders(module) });
  if (module.loadReference) {
    const database = await openDatabase({ domain: module.name, url: urls.owner, entities: [...module.entities], poolSize: 1 });
    try {
      await withSession(database, { audience: 'SYSTEM' }, (em) => module.loadReference?.(em) as Promise<void>);
    } finally {
      await database.close();
    }
  }
  return names;
}
