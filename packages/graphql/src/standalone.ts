import { readFile } from 'node:fs/promises';
import { AuditSealer, type AuditSealerOptions, headText } from '@atbalsts/audit';
import { DevIssuer, localKeys, remoteKeys, TokenVerifier } from '@atbalsts/auth';
import { type DomainName } from '@atbalsts/database';
import { FactPump, type FactSourceState, pullOverHttp, sourcesOf } from '@atbalsts/facts';
import { HttpCaller } from './call/index.js';
import { type DomainModule, openSubgraph } from './module.js';
import { serveSubgraph } from './server.js';
import { readSubgraphConfig, type SubgraphConfig } from './standalone-config.js';
import { loggedErrors } from './surprise.js';

/** Runs one domain as a process of its own: its subgraph over HTTP, and the pump that fetches the facts it subscribes to. Ends on SIGINT or SIGTERM. */
export async function runStandalone(module: DomainModule): Promise<void> {
  try {
    const config = readSubgraphConfig(module.name, process.env);
    const issuer = config.oidcIssuer ? null : await DevIssuer.open(config.dataFolder);
    const verifier = issuer
      ? new TokenVerifier(localKeys(issuer.jwks()), { issuer: issuer.issuer })
      : new TokenVerifier(remoteKeys(config.oidcIssuer as string), {
          issuer: config.oidcIssuer as string,
          audience: config.oidcAudience,
          onKeyFault: sayFault(module.name),
        });
    await module.prepare?.({ env: process.env, dataFolder: config.dataFolder });
    const caller = new HttpCaller(config.subgraphUrls);
    const subgraph = await openSubgraph(module, { url: config.databaseUrl, verifier, caller });
    const served = await serveSubgraph(subgraph, verifier, config);
    const pump = new FactPump({
      database: subgraph.database,
      sources: factSources(module.name, config, issuer),
      onChange: sayFacts(module.name),
    });
    pump.start();
    const sealer = new AuditSealer({ database: subgraph.database, ...saySealing(module.name) });
    sealer.start();
    console.error(`${module.name} answers at ${served.url}`);
    await told();
    await served.stop();
    await pump.stop();
    await sealer.stop();
    await caller.close();
    await subgraph.close();
  } catch (error) {
    console.error(`${module.name}: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}

function factSources(domain: DomainName, config: SubgraphConfig, issuer: DevIssuer | null) {
  const { serviceTokenFile } = config;
  const token = serviceTokenFile
    ? async () => (await readFile(serviceTokenFile, 'utf8')).trim()
    : issuer
      ? () => issuer.serviceToken(domain)
      : null;
  if (!token) {
    if (sourcesOf(domain).length)
      console.error(`${domain}: hears no facts of other domains, because ATBALSTS_SERVICE_TOKEN_FILE is not set`);
    return {};
  }
  const reachable = sourcesOf(domain).filter((source) => config.subgraphUrls[source]);
  return Object.fromEntries(
    reachable.map((source) => [source, pullOverHttp((config.subgraphUrls[source] as string).replace(/\/graphql$/, '/facts'), token)]),
  );
}

const told = (): Promise<void> =>
  new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });

/** Writes a line when a source of facts begins to fail, and when it works again. */
export const sayFacts = (domain: DomainName) => (state: FactSourceState) =>
  console.error(
    JSON.stringify({ level: state.failures ? 'error' : 'info', domain, facts: state.source, failures: state.failures, error: state.error }),
  );

/** Writes the head of the audit's chain after each seal: a log that is kept elsewhere keeps it outside. And a line when sealing begins to fail, or works again. */
export const saySealing = (domain: DomainName): Required<Pick<AuditSealerOptions, 'onSealed' | 'onFault'>> => ({
  onSealed: ({ entries, head }) =>
    console.error(JSON.stringify({ level: 'info', domain, audit: 'sealed', entries, head: head && headText(head) })),
  onFault: (error) =>
    console.error(JSON.stringify({ level: error ? 'error' : 'info', domain, audit: 'sealing', errors: error ? loggedErrors(error) : [] })),
});

/** Writes a line when the issuer's keys cannot be had. */
export const sayFault = (domain: string) => (fault: Error) =>
  console.error(JSON.stringify({ level: 'error', domain, keys: fault.message }));
