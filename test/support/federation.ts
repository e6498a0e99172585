import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DevIssuer, localKeys, type personas, personaToken, TokenVerifier } from '@atbalsts/auth';
import { migrateOne, modules, openPlatform, type Platform, publishDemo } from '@atbalsts/cli';
import { type DomainName, domains } from '@atbalsts/database';
import { seedDemo } from '@atbalsts/demo';
import { audiences, type GraphAudience, startGateway } from '@atbalsts/gateway';
import { HttpCaller, type ServedSubgraph, type SubgraphCaller, serveSubgraph } from '@atbalsts/graphql';
import { type ClonedDatabase, cloneDatabases, countStatements, makeTemplate } from '@atbalsts/testing';
import { supergraphs } from './supergraphs.js';

/** The day the demo of the tests lives in. */
export const demoDay = '2026-11-22';

/** A persona of the demo. */
export type Persona = keyof typeof personas;

/** An answer of the gateway over HTTP. */
export interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of many shapes
  data: any;
  errors?: { message: string; path?: (string | number)[]; extensions: Record<string, unknown> }[];
}

/** The whole federation on a copy of the demo, asked as its consumers ask. */
export interface Federation {
  url: string;
  platform: Platform;
  databases: Record<DomainName, ClonedDatabase>;
  /** Asks an audience's graph over HTTP, as a persona; null for no token. */
  ask(persona: Persona | null, query: string, variables?: Record<string, unknown>, audience?: GraphAudience): Promise<Answer>;
  /** The token of a persona, for what is not asked of a graph. */
  tokenOf(persona: Persona): Promise<string>;
  /** Takes a domain away, and gives it back. */
  takeDown(domain: DomainName): Promise<void>;
  bringUp(domain: DomainName): Promise<void>;
  /** SQL statements that the application roles of all domains run during the work. */
  statementsDuring(work: () => Promise<unknown>): Promise<{ total: number; byDomain: Record<string, number> }>;
  stop(): Promise<void>;
}

const audienceOf = (persona: Persona | null): GraphAudience =>
  persona === 'region-analyst' ? 'REGIONAL' : persona?.startsWith('ngo-') ? 'PARTNER' : 'STAFF';

/** How the gateway reaches the subgraphs: both ways behave the same. */
export type CallPath = 'in process' | 'over HTTP';

/** What a federation stands on, where it is not the demo on its day. */
export interface Ground {
  /** Migrated databases with nothing but the reference data. */
  empty?: boolean;
  /** The clock of the subgraphs; it may be moved while they run. */
  clock?: () => Date;
  /** Partners run the documents of `gateway/documents/partner` only, as in production. */
  trustedDocuments?: boolean;
}

/** Puts up the federation on a copy of the demo, which is made once per run, or on empty databases. */
export async function federation(path: CallPath = 'in process', ground: Ground = {}): Promise<Federation> {
  const folder = mkdtempSync(join(tmpdir(), 'atbalsts-federation-'));
  const issuer = await DevIssuer.open(folder);
  const verifier = new TokenVerifier(localKeys(issuer.jwks()), { issuer: issuer.issuer });
  if (!ground.empty) await demoTemplate(issuer, verifier);
  const { databases, drop } = await cloneDatabases(domains, ground.empty ? undefined : 'demo');
  if (ground.empty)
    for (const module of modules) await migrateOne(module, { owner: databases[module.name].ownerUrl, app: databases[module.name].appUrl });
  const clock = ground.clock ?? (() => new Date(`${demoDay}T10:00:00Z`));
  const platform = await openPlatform({ urls: appUrls(databases), verifier, clock, poolSize: 8 });
  const served = new Map<DomainName, ServedSubgraph>();
  const serve = async (domain: DomainName, port = 0) => {
    const subgraph = platform.subgraphs.get(domain);
    if (subgraph) served.set(domain, await serveSubgraph(subgraph, verifier, { port, host: '127.0.0.1' }));
  };
  let caller: SubgraphCaller = platform.caller;
  if (path === 'over HTTP') {
    await Promise.all(domains.map((domain) => serve(domain)));
    caller = new HttpCaller(Object.fromEntries([...served].map(([domain, { url }]) => [domain, url])));
  }
  const gateway = await gatewayOver(caller, verifier, issuer, ground.trustedDocuments);
  const tokens = new Map<Persona, Promise<string>>();
  const tokenOf = (persona: Persona) => {
    const token = tokens.get(persona) ?? personaToken(issuer, persona);
    tokens.set(persona, token);
    return token;
  };
  return {
    url: gateway.url,
    platform,
    databases,
    tokenOf,
    async ask(persona, query, variables = {}, audience = audienceOf(persona)) {
      const response = await fetch(gateway.url + audiences[audience].path, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/graphql-response+json',
          ...(persona ? { authorization: `Bearer ${await tokenOf(persona)}` } : {}),
        },
        body: JSON.stringify({ query, variables }),
      });
      return { status: response.status, ...((await response.json()) as Omit<Answer, 'status'>) };
    },
    async takeDown(domain) {
      platform.caller.disable(domain);
      await served.get(domain)?.stop();
    },
    async bringUp(domain) {
      platform.caller.enable(domain);
      const port = Number(new URL(served.get(domain)?.url ?? 'http://none:0').port);
      if (path === 'over HTTP') await serve(domain, port);
    },
    async statementsDuring(work) {
      const counters = domains.map((domain) => [domain, countStatements(databases[domain].superUrl)] as const);
      for (const [, counter] of counters) await counter.reset();
      await work();
      const byDomain = Object.fromEntries(
        await Promise.all(counters.map(async ([domain, counter]) => [domain, await counter.count()] as const)),
      );
      return { total: Object.values(byDomain).reduce((a, b) => a + b, 0), byDomain };
    },
    async stop() {
      await gateway.stop();
      await Promise.all([...served.values()].map((one) => one.stop()));
      if (caller !== platform.caller) await caller.close();
      await platform.close();
      await drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const gatewayOver = async (caller: SubgraphCaller, verifier: TokenVerifier, devIssuer: DevIssuer, trustedDocuments = false) =>
  startGateway({
    config: { port: 0, host: '127.0.0.1', trustedDocuments },
    supergraphs: await supergraphs(),
    caller,
    verifier,
    devIssuer,
    log: () => {},
  });

const appUrls = (databases: Record<DomainName, ClonedDatabase>) =>
  Object.fromEntries(domains.map((domain) => [domain, databases[domain].appUrl])) as Record<DomainName, string>;

/** The demo, written, its facts delivered and its report published, as templates to be copied; made once per Jest run. */
function demoTemplate(issuer: DevIssuer, verifier: TokenVerifier): Promise<void> {
  return makeTemplate('demo', domains, async (databases) => {
    const owners = Object.fromEntries(domains.map((domain) => [domain, databases[domain].ownerUrl])) as Record<DomainName, string>;
    await Promise.all(modules.map((module) => migrateOne(module, { owner: owners[module.name], app: databases[module.name].appUrl })));
    await seedDemo(owners, demoDay);
    const platform = await openPlatform({ urls: appUrls(databases), verifier, clock: () => new Date(`${demoDay}T10:00:00Z`), poolSize: 4 });
    await platform.catchUp();
    const gateway = await gatewayOver(platform.caller, verifier, issuer);
    await publishDemo(gateway.url, platform, issuer);
    await gateway.stop();
    await platform.close();
  });
}
