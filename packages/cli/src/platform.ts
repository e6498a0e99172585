import { AuditSealer, sealAll } from '@atbalsts/audit';
import type { TokenVerifier } from '@atbalsts/auth';
import type { DomainName } from '@atbalsts/database';
import { FactBell, FactPump, OutboxSource } from '@atbalsts/facts';
import { InProcessCaller, openSubgraph, type Subgraph, sayFacts, saySealing } from '@atbalsts/graphql';
import { modules } from './modules.js';

/** The six subgraphs in one process, asking one another and passing facts on without HTTP. */
export interface Platform {
  subgraphs: ReadonlyMap<DomainName, Subgraph>;
  caller: InProcessCaller;
  /** Delivers every fact that is waiting. */
  catchUp(): Promise<number>;
  /** Goes on delivering facts as they are published. */
  startFacts(): void;
  /** Seals what is in the audits of all domains; gives how many entries. */
  sealAudits(): Promise<number>;
  /** Goes on sealing the audits. */
  startSealing(): void;
  close(): Promise<void>;
}

/** What a platform is opened with. */
export interface PlatformOptions {
  /** URLs of the application roles. */
  urls: Readonly<Record<DomainName, string>>;
  verifier: Pick<TokenVerifier, 'verify'>;
  /** The clock; tests set it. */
  clock?: () => Date;
  poolSize?: number;
}

/** Opens the six subgraphs in this process. */
export async function openPlatform({ urls, verifier, clock, poolSize }: PlatformOptions): Promise<Platform> {
  const subgraphs = new Map<DomainName, Subgraph>();
  const caller = new InProcessCaller(subgraphs);
  const opened = await Promise.allSettled(
    modules.map((module) => openSubgraph(module, { url: urls[module.name], verifier, caller, clock, poolSize })),
  );
  for (const one of opened) if (one.status === 'fulfilled') subgraphs.set(one.value.name, one.value);
  const closeAll = () => Promise.all([...subgraphs.values()].map((subgraph) => subgraph.close()));
  const failed = opened.find((one) => one.status === 'rejected');
  if (failed) {
    await closeAll();
    throw failed.reason;
  }
  const databases = [...subgraphs.values()].map((subgraph) => subgraph.database);
  const sources = Object.fromEntries(databases.map((database) => [database.domain, new OutboxSource(database).pull]));
  const bells = await Promise.all(databases.map((database) => FactBell.listen(urls[database.domain])));
  const pumps = databases.map(
    (database) =>
      new FactPump({
        database,
        sources,
        bells: Object.fromEntries(databases.map((d, i) => [d.domain, bells[i]])),
        onChange: sayFacts(database.domain),
      }),
  );
  const sealers = databases.map((database) => new AuditSealer({ database, onFault: saySealing(database.domain).onFault }));
  return {
    subgraphs,
    caller,
    sealAudits: async () =>
      (await Promise.all(databases.map((database) => sealAll(database)))).reduce((sum, { entries }) => sum + entries, 0),
    startSealing: () => {
      for (const sealer of sealers) sealer.start();
    },
    catchUp: async () => (await Promise.all(pumps.map((pump) => pump.catchUp()))).reduce((sum, n) => sum + n, 0),
    startFacts: () => {
      for (const pump of pumps) pump.start();
    },
    async close() {
      await Promise.all(pumps.map((pump) => pump.stop()));
      await Promise.all(sealers.map((sealer) => sealer.stop()));
      await Promise.all(bells.map((bell) => bell.close()));
      await closeAll();
    },
  };
}
