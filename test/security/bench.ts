import { createPrivateKey, sign as ecSign, type KeyObject } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DevIssuer, localKeys, personaClaims, personaToken, type Role, TokenVerifier } from '@atbalsts/auth';
import { openPlatform, type Platform } from '@atbalsts/cli';
import { type DomainName, domains, withClient } from '@atbalsts/database';
import { audiences, type GraphAudience, startGateway } from '@atbalsts/gateway';
import { type ServedSubgraph, serveSubgraph } from '@atbalsts/graphql';
import { type Answer, demoDay, type Federation, federation, type Persona } from '../support/federation.js';
import { supergraphs } from '../support/supergraphs.js';

/** Codes of the two towns of the demo. */
export const daugavpils = '0002000';
export const bauska = '0025000';

/** What an attacker may send in one request. */
export interface Sent {
  method?: string;
  path?: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
}

/** A raw answer: status, headers, text, and the text as JSON where it is. */
export interface Raw extends Answer {
  headers: Headers;
  text: string;
}

/** The federation with what an attacker would need to be tried: the issuer's key, the subgraphs' own doors, and the log. */
export interface Bench {
  graph: Federation;
  url: string;
  platform: Platform;
  issuer: DevIssuer;
  /** Every line the gateway wrote. */
  log: string[];
  /** The address of a subgraph's own door. */
  door(domain: DomainName): string;
  token(persona: Persona): Promise<string>;
  /** A token of a member of Daugavpils' staff with one role. */
  tokenOf(role: Role): Promise<string>;
  /** A compact token with this header and payload, signed by the issuer's own key. */
  signed(header: object, payload: object): string;
  /** Claims of a good token of the director, changed. */
  claims(changes?: Record<string, unknown>): Record<string, unknown>;
  /** The public key as the world sees it. */
  jwk(): Record<string, string>;
  /** Puts a question to a graph with a token. */
  ask(token: string | null, query: string, variables?: Record<string, unknown>, audience?: GraphAudience): Promise<Raw>;
  /** Puts a question to a graph as a persona, at its own door. */
  as(persona: Persona, query: string, variables?: Record<string, unknown>): Promise<Raw>;
  /** Puts a question to a subgraph's own door. */
  askSubgraph(domain: DomainName, token: string | null, query: string, variables?: object, headers?: Record<string, string>): Promise<Raw>;
  /** Sends anything to the gateway. */
  send(sent: Sent): Promise<Raw>;
  /** What really is in a domain's database, past row-level security. */
  // biome-ignore lint/suspicious/noExplicitAny: rows of many shapes
  rows(domain: DomainName, sql: string, parameters?: unknown[]): Promise<any[]>;
  stop(): Promise<void>;
}

/** base64url of JSON. */
export const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Signs a header and payload with ES256. */
export function es256(key: KeyObject, header: object, payload: object): string {
  const text = `${part(header)}.${part(payload)}`;
  return `${text}.${ecSign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
}

const audienceOf = (persona: Persona): GraphAudience =>
  persona === 'region-analyst' ? 'REGIONAL' : persona.startsWith('ngo-') ? 'PARTNER' : 'STAFF';

/** Puts up the demo a second time over the same databases, with an issuer whose key the tests hold. */
export async function openBench(): Promise<Bench> {
  const graph = await federation();
  const folder = mkdtempSync(join(tmpdir(), 'atbalsts-security-'));
  const issuer = await DevIssuer.open(folder);
  const key = createPrivateKey({ key: JSON.parse(readFileSync(join(folder, 'dev-issuer.json'), 'utf8')), format: 'jwk' });
  const verifier = new TokenVerifier(localKeys(issuer.jwks()), { issuer: issuer.issuer });
  const urls = Object.fromEntries(domains.map((domain) => [domain, graph.databases[domain].appUrl])) as Record<DomainName, string>;
  const platform = await openPlatform({ urls, verifier, clock: () => new Date(`${demoDay}T10:00:00Z`), poolSize: 4 });
  const served = new Map<DomainName, ServedSubgraph>();
  for (const [domain, subgraph] of platform.subgraphs) {
    served.set(domain, await serveSubgraph(subgraph, verifier, { port: 0, host: '127.0.0.1' }));
  }
  const log: string[] = [];
  const gateway = await startGateway({
    config: { port: 0, host: '127.0.0.1' },
    supergraphs: await supergraphs(),
    caller: platform.caller,
    verifier,
    devIssuer: issuer,
    log: (entry) => log.push(JSON.stringify(entry)),
  });
  const jwk = () => issuer.jwks().keys[0] as unknown as Record<string, string>;
  const door = (domain: DomainName) => served.get(domain)?.url ?? '';
  const tokens = new Map<string, Promise<string>>();
  const once = (name: string, make: () => Promise<string>) => {
    const known = tokens.get(name) ?? make();
    tokens.set(name, known);
    return known;
  };
  const json = { 'content-type': 'application/json', accept: 'application/graphql-response+json' };
  const fetchRaw = async (url: string, init: RequestInit): Promise<Raw> => {
    const response = await fetch(url, { redirect: 'manual', ...init });
    const text = await response.text();
    let parsed: object = {};
    try {
      parsed = JSON.parse(text) as object;
    } catch {
      // not JSON: the text tells
    }
    return { data: undefined, ...parsed, status: response.status, headers: response.headers, text };
  };
  const bearer = (token: string | null): Record<string, string> => (token === null ? {} : { authorization: `Bearer ${token}` });
  const bench: Bench = {
    graph,
    url: gateway.url,
    platform,
    issuer,
    log,
    door,
    jwk,
    token: (persona) => once(persona, () => personaToken(issuer, persona)),
    tokenOf: (role) =>
      once(`role ${role}`, () =>
        issuer.issue({ subject: `test:${role}`, atbalsts: { audience: 'STAFF', municipality: daugavpils, roles: [role] as never } }),
      ),
    signed: (header, payload) => es256(key, header, payload),
    claims: (changes = {}) => {
      const now = Math.floor(Date.now() / 1_000);
      const { atbalsts } = personaClaims('director');
      return { iss: issuer.issuer, aud: 'atbalsts', sub: 'demo:director', iat: now, exp: now + 600, atbalsts, ...changes };
    },
    ask: (token, query, variables = {}, audience = 'STAFF') =>
      fetchRaw(gateway.url + audiences[audience].path, {
        method: 'POST',
        headers: { ...json, ...bearer(token) },
        body: JSON.stringify({ query, variables }),
      }),
    as: async (persona, query, variables = {}) => bench.ask(await bench.token(persona), query, variables, audienceOf(persona)),
    askSubgraph: (domain, token, query, variables = {}, headers = {}) =>
      fetchRaw(door(domain), {
        method: 'POST',
        headers: { ...json, ...bearer(token), ...headers },
        body: JSON.stringify({ query, variables }),
      }),
    send: ({ method = 'POST', path = '/graphql', headers = {}, body }) =>
      fetchRaw(gateway.url + path, { method, headers, body: body as RequestInit['body'] }),
    rows: (domain, sql, parameters = []) =>
      withClient(graph.databases[domain].superUrl, async (client) => (await client.query(sql, parameters)).rows),
    async stop() {
      await gateway.stop();
      await Promise.all([...served.values()].map((one) => one.stop()));
      await platform.close();
      await graph.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return bench;
}

/** The first error's code, or OK where there is none. */
export const codeOf = (answer: Pick<Answer, 'errors'>): string => String(answer.errors?.[0]?.extensions.code ?? 'OK');
