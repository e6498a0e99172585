import { AuditEntryRow, auditMigrations } from '@atbalsts/audit';
import type { TokenVerifier } from '@atbalsts/auth';
import { type DomainName, type EntityType, openDatabase } from '@atbalsts/database';
import { factMigrations } from '@atbalsts/facts';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { SubgraphCaller } from './call/index.js';
import type { EmergencyLookup } from './emergency.js';
import type { FileRoute } from './files/file.js';
import type { SchemaParts } from './schema.js';
import { createSubgraph, type Subgraph } from './subgraph.js';

/** A domain as a part to be put together: its schema, its tables, and the reference data it keeps in them. */
export interface DomainModule extends SchemaParts {
  name: DomainName;
  /** MikroORM entities of the domain. */
  entities: EntityType[];
  /** Folder of its own migrations. */
  migrations: URL;
  /** Folders of migrations that packages bring to it, such as that of the documents. */
  broughtMigrations?: readonly URL[];
  /** Files beside the graph: documents, letters. */
  files?: readonly FileRoute[];
  /** Reads the settings of what the domain uses beside its database, once before it is opened. Throws naming every one that is wrong. */
  prepare?(surroundings: Surroundings): Promise<void>;
  /** Writes the reference data (thresholds, catalogues, municipalities) into its tables; safe to repeat. Run after the migrations, with the migration role. */
  loadReference?(em: EntityManager): Promise<void>;
  /** Looks up an emergency access: the registry alone has them. */
  emergencyHold?: EmergencyLookup;
}

/** Where a domain runs. */
export interface Surroundings {
  env: Readonly<Record<string, string | undefined>>;
  /** Folder of the files that the program keeps for itself. */
  dataFolder: string;
}

/** The folders of migrations a domain's database needs, in order: audit, facts, what packages bring, its own. */
export function migrationFolders(module: Pick<DomainModule, 'migrations' | 'broughtMigrations'>): URL[] {
  return [auditMigrations, factMigrations, ...(module.broughtMigrations ?? []), module.migrations];
}

/** Opens a domain's database with the application role and makes its subgraph. */
export async function openSubgraph(
  module: DomainModule,
  options: { url: string; verifier: Pick<TokenVerifier, 'verify'>; caller?: SubgraphCaller | null; clock?: () => Date; poolSize?: number },
): Promise<Subgraph> {
  const database = await openDatabase({
    domain: module.name,
    url: options.url,
    entities: [AuditEntryRow, ...module.entities],
    poolSize: options.poolSize,
  });
  return createSubgraph({ ...module, database, verifier: options.verifier, caller: options.caller, clock: options.clock });
}
