import { createServer } from 'node:net';
import { DevIssuer, localKeys, remoteKeys, TokenVerifier } from '@atbalsts/auth';
import { type DomainName, domains } from '@atbalsts/database';
import { openTracing, PortInUseError, type RunningGateway, readSupergraphs, startGateway, supergraphFolder } from '@atbalsts/gateway';
import { sayFault } from '@atbalsts/graphql';
import type { CliConfig } from './config.js';
import { type Databases, migrateAll, startDatabases } from './databases.js';
import { modules } from './modules.js';
import { openPlatform, type Platform } from './platform.js';
import { publishDemo } from './publish.js';
import { connectRegisters } from './registers.js';
import { seed } from './seed.js';

/** Everything in one process, answering. */
export interface RunningAtbalsts {
  gateway: RunningGateway;
  platform: Platform;
  devIssuer: DevIssuer | null;
  stop(): Promise<void>;
}

/** Tells what is being done; one line each. */
export type Say = (line: string) => void;

/**
 * Starts everything in one process: databases, migrations, the demo on a first start, six subgraphs, the gateway. What was started is stopped
 * again when a later step fails.
 * @param signal told to stop: what was begun is rolled back and stopped, and the promise is rejected with its reason
 */
export async function start(config: CliConfig, say: Say, signal?: AbortSignal): Promise<RunningAtbalsts> {
  const stops: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const one of stops.splice(0).reverse()) await one();
  };
  try {
    // Told before minutes are spent on a demo that nobody could look at.
    await refusePortInUse(config);
    say('PostgreSQL starts');
    const databases: Databases = await startDatabases(config);
    stops.push(() => databases.stop());
    const migrated = Object.values(await migrateAll(databases.urls)).flat().length;
    if (migrated) say(`${migrated} migrations run`);
    signal?.throwIfAborted();
    if (config.demo) {
      const filled = await seed(databases.urls, config.demoToday, signal);
      if (filled.length) say(`Demo written: ${filled.join(', ')}`);
    }
    const devIssuer = config.oidcIssuer ? null : await DevIssuer.open(config.dataFolder);
    const verifier = devIssuer
      ? new TokenVerifier(localKeys(devIssuer.jwks()), { issuer: devIssuer.issuer })
      : new TokenVerifier(remoteKeys(config.oidcIssuer as string), {
          issuer: config.oidcIssuer as string,
          audience: config.oidcAudience,
          onKeyFault: sayFault('gateway'),
        });
    const urls = Object.fromEntries(domains.map((domain) => [domain, databases.urls[domain].app])) as Record<DomainName, string>;
    for (const module of modules) await module.prepare?.({ env: process.env, dataFolder: config.dataFolder });
    const platform = await openPlatform({ urls, verifier });
    stops.push(() => platform.close());
    const registers = connectRegisters(config, databases.urls);
    stops.push(() => registers.close());
    signal?.throwIfAborted();
    const delivered = await platform.catchUp();
    if (delivered) say(`${delivered} facts delivered between the domains`);
    platform.startFacts();
    platform.startSealing();
    signal?.throwIfAborted();
    const gateway = await startGateway({
      config,
      supergraphs: await readSupergraphs(supergraphFolder),
      caller: platform.caller,
      verifier,
      devIssuer: devIssuer ?? undefined,
      tracing: await openTracing(process.env),
    });
    stops.push(() => gateway.stop());
    if (config.demo && devIssuer && (await publishDemo(gateway.url, platform, devIssuer))) say('Report of 2022 published for the region');
    return { gateway, platform, devIssuer, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Throws PortInUseError where another program listens already. */
async function refusePortInUse({ port, host }: CliConfig): Promise<void> {
  if (port === 0) return;
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', (error: NodeJS.ErrnoException) => reject(error.code === 'EADDRINUSE' ? new PortInUseError(host, port) : error));
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}
