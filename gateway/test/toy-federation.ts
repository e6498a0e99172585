import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AuthenticationError, type Principal } from '@atbalsts/auth';
import type { DomainName } from '@atbalsts/database';
import { HttpCaller, InProcessCaller, type SubgraphCaller, type SubgraphExecutor, type SubgraphFailure } from '@atbalsts/graphql';
import type { GraphAudience } from '../src/audiences/audience.js';
import { composeSupergraphs } from '../src/audiences/compose.js';
import type { Verifier } from '../src/http/audience-guard.js';
import type { LogEntry } from '../src/http/log.js';
import { type GatewayOptions, type RunningGateway, startGateway } from '../src/http/start-gateway.js';
import { type ToyState, toySdls, toySubgraphs } from './toy-subgraphs.js';

/** The two ways to a subgraph; every test of the graph runs over both. */
export const callPaths = ['in process', 'over HTTP'] as const;
export type CallPath = (typeof callPaths)[number];

/** The supergraphs of the toys. */
export const toySupergraphs = composeSupergraphs(toySdls);

/** A gateway over the toys, and what tests do with it. */
export interface ToyFederation {
  url: string;
  state: ToyState;
  failures: SubgraphFailure[];
  log: LogEntry[];
  gateway: RunningGateway;
  kill(subgraph: DomainName): Promise<void>;
  revive(subgraph: DomainName): Promise<void>;
  stop(): Promise<void>;
}

/** Starts toys, caller and gateway; the subgraphs in `dead` are down from the beginning. */
export async function startToyFederation(
  path: CallPath,
  options: { dead?: DomainName[]; timeoutMs?: number; gateway?: Partial<GatewayOptions> } = {},
): Promise<ToyFederation> {
  const state: ToyState = { seen: [], slow: Promise.resolve('done') };
  const failures: SubgraphFailure[] = [];
  const log: LogEntry[] = [];
  const ground = await (path === 'in process' ? inProcess : overHttp)(toySubgraphs(state), {
    timeoutMs: options.timeoutMs,
    onFailure: (failure) => failures.push(failure),
  });
  for (const subgraph of options.dead ?? []) await ground.kill(subgraph);
  const gateway = await startGateway({
    config: { port: 0, host: '127.0.0.1' },
    supergraphs: toySupergraphs,
    caller: ground.caller,
    verifier: toyVerifier,
    log: (entry) => log.push(entry),
    ...options.gateway,
  });
  const stop = async () => {
    await gateway.stop();
    await ground.caller.close();
    await ground.stop();
  };
  return { url: gateway.url, state, failures, log, gateway, kill: ground.kill, revive: ground.revive, stop };
}

interface Ground {
  caller: SubgraphCaller;
  kill(subgraph: DomainName): Promise<void>;
  revive(subgraph: DomainName): Promise<void>;
  stop(): Promise<void>;
}

type CallerSettings = { timeoutMs?: number; onFailure: (failure: SubgraphFailure) => void };

async function inProcess(subgraphs: Map<DomainName, SubgraphExecutor>, settings: CallerSettings): Promise<Ground> {
  const caller = new InProcessCaller(subgraphs, settings);
  return { caller, kill: async (name) => caller.disable(name), revive: async (name) => caller.enable(name), stop: async () => {} };
}

async function overHttp(subgraphs: Map<DomainName, SubgraphExecutor>, settings: CallerSettings): Promise<Ground> {
  const servers = new Map<DomainName, Server>();
  const ports = new Map<DomainName, number>();
  const revive = async (name: DomainName) => {
    const server = serve(subgraphs.get(name) as SubgraphExecutor);
    await new Promise<void>((resolve) => server.listen(ports.get(name) ?? 0, '127.0.0.1', resolve));
    ports.set(name, (server.address() as AddressInfo).port);
    servers.set(name, server);
  };
  const kill = async (name: DomainName) => {
    const server = servers.get(name);
    servers.delete(name);
    const closed = new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
    server?.closeAllConnections();
    await closed;
  };
  for (const name of subgraphs.keys()) await revive(name);
  const caller = new HttpCaller(Object.fromEntries([...ports].map(([name, port]) => [name, `http://127.0.0.1:${port}`])), settings);
  return { caller, kill, revive, stop: async () => void (await Promise.all([...servers.keys()].map(kill))) };
}

/** The HTTP form of a subgraph. */
function serve(executor: SubgraphExecutor): Server {
  return createServer(async (req, res) => {
    if (req.url === '/health') return void res.end('{}');
    const { query, variables, operationName } = JSON.parse(await bodyOf(req)) as {
      query: string;
      variables?: Record<string, unknown>;
      operationName?: string;
    };
    const token = req.headers.authorization?.replace(/^Bearer /, '') ?? null;
    const result = await executor.execute({ query, variables, operationName, token, requestId: String(req.headers['x-request-id']) });
    res.setHeader('content-type', 'application/json');
    res.end(JSON.stringify(result));
  });
}

async function bodyOf(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** Takes the tokens `staff`, `regional`, `partner` and `system`. */
const toyVerifier: Verifier = {
  async verify(token) {
    if (!token) throw new AuthenticationError('missing');
    if (!['staff', 'regional', 'partner', 'system'].includes(token)) throw new AuthenticationError('refused');
    return { subject: 'toy', audience: token.toUpperCase(), roles: ['director'], token, expiresAt: 4_102_444_800 } as unknown as Principal;
  },
};

/** One answer, with what HTTP says of it. */
export interface Answer {
  status: number;
  type: string;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers freely
  data: Record<string, any> | null | undefined;
  errors: { message: string; path?: (string | number)[]; extensions: Record<string, unknown> }[] | undefined;
  text: string;
}

/** Puts a query to the graph of an audience, as that audience unless told otherwise. */
export async function ask(
  url: string,
  query: string,
  variables?: Record<string, unknown>,
  options: { audience?: GraphAudience; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const audience = options.audience ?? 'STAFF';
  const path = { STAFF: '/graphql', REGIONAL: '/regional/graphql', PARTNER: '/partner/graphql' }[audience];
  return send(`${url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${audience.toLowerCase()}`, ...options.headers },
    body: JSON.stringify({ query, variables }),
  });
}

/** Any request; the answer read as far as it can be. */
export async function send(url: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(url, init);
  const text = await response.text();
  const type = response.headers.get('content-type') ?? '';
  const body = /json/.test(type) ? JSON.parse(text) : {};
  return { status: response.status, type, headers: response.headers, data: body.data, errors: body.errors, text };
}
