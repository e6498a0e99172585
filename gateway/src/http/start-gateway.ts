import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { DevIssuer } from '@atbalsts/auth/identity';
import type { DomainName } from '@atbalsts/database/domains';
import type { SubgraphCaller } from '@atbalsts/graphql/call';
import { audienceNames, type GraphAudience, type Supergraphs } from '../audiences/audience.js';
import { subgraphNames } from '../audiences/supergraph.js';
import { readTrustedDocuments } from '../documents/trusted-documents.js';
import { createExecution, type Execution, type ExecutionOptions } from '../execution/execution.js';
import { limits as houseLimits, type Limits } from '../limits/limits.js';
import type { Clock } from '../limits/rate-limit.js';
import { observedCaller } from '../observe/observed-caller.js';
import type { Tracing } from '../observe/tracing.js';
import { portalFolder as housePortalFolder, partnerDocumentsFolder } from '../paths.js';
import { createApp } from './app.js';
import type { Verifier } from './audience-guard.js';
import { type GraphEndpoint, startGraphEndpoint } from './graph-endpoint.js';
import { describeForLog, type Log, logToStderr } from './log.js';
import { Metrics } from './metrics.js';
import { reloading } from './reload.js';

/** What a gateway is made of. */
export interface GatewayOptions {
  /** Where to listen, port 0 takes any free one; and whether partners run trusted documents only (off unless told; `readConfig` tells). */
  config: {
    /** Where subgraphs stand, in place of the addresses in the supergraph. None in one process. */
    subgraphUrls?: Partial<Record<DomainName, string>>;
    port: number;
    host: string;
    trustedDocuments?: boolean;
    documentsFolder?: string;
    /** Issuer to which the portal sends people to sign in; without it they pick a persona. */
    oidcIssuer?: string;
    portalClientId?: string;
    portalScope?: string;
  };
  /** Folder of the built portal; the house's own unless told. */
  portalFolder?: string;
  supergraphs: Supergraphs;
  /** The way to the subgraphs. It stays the property of who made it: `stop` does not close it. */
  caller: SubgraphCaller;
  verifier: Verifier;
  /** With it, `/.well-known/jwks.json` and the explorer's personas are there. Never in production. */
  devIssuer?: DevIssuer;
  /** What each audience may ask; the limits of the house unless told. */
  limits?: Limits;
  /** Folder of the partners' trusted documents; the gateway's own unless told. */
  documentsFolder?: string;
  /** Clock of the rate limits and of the places of operations in the metrics. */
  clock?: Clock;
  /** Lines of the log; to stderr unless told. */
  log?: Log;
  /** Spans of the operations and calls; none unless told (`openTracing`). Closed with the gateway. */
  tracing?: Tracing | null;
  /** Makes the execution of an audience's graph; the house's own unless told. */
  executionOf?: (options: ExecutionOptions) => Execution;
  /** How long a stop waits for requests under way, in milliseconds; 10 000 unless told. */
  drainMs?: number;
}

/** A gateway that answers. */
export interface RunningGateway {
  url: string;
  /** Replaces the supergraphs without dropping a request, all that changed or none; tells which. Throws ReloadRefused, and the old ones go on answering. */
  reload(supergraphs: Supergraphs): Promise<GraphAudience[]>;
  /** Takes no new request, waits for those under way, and ends. A second call waits for the first. */
  stop(): Promise<void>;
}

/** The port is taken, by another copy as a rule. */
export class PortInUseError extends Error {
  constructor(
    readonly host: string,
    readonly port: number,
  ) {
    super(`Port ${port} on ${host} is in use: stop the other program, or set PORT to a free one`);
    this.name = 'PortInUseError';
  }
}

/** Starts the gateway: three graphs, `/health`, `/metrics`, `/explorer`, `/.well-known/jwks.json`. No subgraph needs to be up. Throws PortInUseError. */
export async function startGateway(options: GatewayOptions): Promise<RunningGateway> {
  const { config, supergraphs, verifier, devIssuer, log = logToStderr, limits = houseLimits, clock, tracing = null } = options;
  const subgraphs = subgraphNames(supergraphs.STAFF);
  const metrics = new Metrics(clock);
  metrics.watch(options.caller, subgraphs);
  const caller = observedCaller(options.caller, metrics);
  const documentsFolder = options.documentsFolder ?? config.documentsFolder ?? partnerDocumentsFolder;
  const trustedDocuments = config.trustedDocuments ? await readTrustedDocuments(documentsFolder) : null;
  const onUnexpected = (error: { requestId: string; subgraph: string; code: unknown; message: string }) =>
    log({
      level: 'error',
      requestId: error.requestId,
      subgraph: error.subgraph,
      code: String(error.code ?? ''),
      text: describeForLog(error.message),
    });
  const executions = {} as Record<GraphAudience, Execution>;
  const graphs = {} as Record<(typeof audienceNames)[number], GraphEndpoint>;
  const stopGraphs = () => Promise.all(Object.values(graphs).map((graph) => graph.stop()));
  for (const audience of audienceNames) {
    const supergraphSdl = supergraphs[audience];
    const execution = (options.executionOf ?? createExecution)({ supergraphSdl, caller, onUnexpected });
    executions[audience] = execution;
    graphs[audience] = await startGraphEndpoint({
      execution,
      limits: limits[audience],
      trustedDocuments: audience === 'PARTNER' ? trustedDocuments : null,
      log,
    });
  }
  let stopping = false;
  const app = createApp({
    graphs,
    verifier,
    caller,
    devIssuer,
    portal: {
      folder: options.portalFolder ?? housePortalFolder,
      signIn: config.oidcIssuer ? { authority: config.oidcIssuer, clientId: config.portalClientId, scope: config.portalScope } : {},
    },
    limits,
    clock,
    log,
    metrics,
    tracing,
    subgraphs,
    isStopping: () => stopping,
  });
  const server = createServer(app);
  const underWay = new Set<ServerResponse>();
  server.on('request', (_req, res) => {
    underWay.add(res);
    res.once('close', () => underWay.delete(res));
  });
  // Longer than the usual idle time of a balancer (60 s), so that it is never we who close a connection it is about to use.
  server.keepAliveTimeout = 65_000;
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(config.port, config.host, resolve);
    });
  } catch (error) {
    await stopGraphs();
    await tracing?.close();
    throw (error as NodeJS.ErrnoException).code === 'EADDRINUSE' ? new PortInUseError(config.host, config.port) : error;
  }
  let stopped: Promise<void> | undefined;
  const stop = async () => {
    stopping = true;
    // A connection that waits for its answer is not idle yet, and would be kept alive after it.
    for (const res of underWay) if (!res.headersSent) res.setHeader('connection', 'close');
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    const patience = setTimeout(() => server.closeAllConnections(), options.drainMs ?? 10_000);
    await closed;
    clearTimeout(patience);
    await stopGraphs();
    await tracing?.close();
  };
  const { port } = server.address() as AddressInfo;
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  return {
    url: `http://${host}:${port}`,
    reload: reloading(supergraphs, executions, config.subgraphUrls),
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
}
