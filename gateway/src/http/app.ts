import type { DevIssuer } from '@atbalsts/auth/identity';
import type { DomainName } from '@atbalsts/database/domains';
import { readEmergency, readPurpose, readTraceparent, type SubgraphCaller } from '@atbalsts/graphql/call';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import { audienceNames, audiences, type GraphAudience } from '../audiences/audience.js';
import { internalError } from '../execution/downstream.js';
import { type Limits, refusedPerMinute } from '../limits/limits.js';
import { Buckets, type Clock, rateLimit } from '../limits/rate-limit.js';
import type { Tracing } from '../observe/tracing.js';
import { audienceGuard, type Verifier } from './audience-guard.js';
import { compress } from './compress.js';
import { explorer } from './explorer.js';
import { files, isFileAddress } from './files.js';
import type { GraphEndpoint } from './graph-endpoint.js';
import { health } from './health.js';
import { describeForLog, type Log } from './log.js';
import type { Metrics } from './metrics.js';
import { plainJsonStatus } from './plain-json.js';
import { hasPortal, type PortalOptions, portal } from './portal.js';
import { requestIdOf, scopeOf, setScope } from './request-scope.js';
import { type Refusal, refuse } from './respond.js';

/** What the HTTP side is made of. */
export interface AppOptions {
  graphs: Record<GraphAudience, GraphEndpoint>;
  verifier: Verifier;
  caller: SubgraphCaller;
  subgraphs: readonly DomainName[];
  devIssuer?: DevIssuer;
  /** The portal at `/`; where it has not been built, `/` leads to the explorer. */
  portal: PortalOptions;
  limits: Limits;
  /** Of the rate limits; the process's own unless told. */
  clock?: Clock;
  log: Log;
  metrics: Metrics;
  /** Spans of the operations; null where nothing is traced. */
  tracing: Tracing | null;
  isStopping: () => boolean;
}

/** Largest request body. */
const largestBody = '1mb';

/** All endpoints of the gateway on one express application. */
export function createApp(options: AppOptions): Express {
  const { graphs, verifier, caller, subgraphs, devIssuer, limits, clock, log, metrics, tracing, isStopping } = options;
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(opened(log, metrics, tracing, isStopping));
  const byAddress = new Buckets(refusedPerMinute, clock);
  for (const audience of audienceNames) {
    app.all(
      audiences[audience].path,
      noStore,
      audienceGuard(audience, verifier, rateLimit(new Buckets(limits[audience].requestsPerMinute, clock), byAddress)),
      compress,
      plainJsonStatus,
      jsonOnly,
      express.json({ limit: largestBody, strict: false }),
      graphs[audience].handler,
    );
  }
  const filesGuard = audienceGuard('STAFF', verifier, rateLimit(new Buckets(limits.STAFF.requestsPerMinute, clock), byAddress));
  app.use(['/files', '/letters', '/progress-reports'], files(caller, subgraphs, filesGuard));
  app.get('/health', noStore, health(subgraphs, caller, isStopping));
  app.get('/metrics', noStore, metrics.handler);
  app.use('/explorer', explorer(devIssuer));
  if (devIssuer) app.get('/.well-known/jwks.json', (_req, res) => void res.json(devIssuer.jwks()));
  if (hasPortal(options.portal.folder)) app.use(portal(options.portal));
  else app.get('/', (_req, res) => res.redirect('/explorer'));
  app.use((req, res) =>
    refuse(req, res, scopeOf(res).requestId, { status: 404, code: 'NOT_FOUND', message: 'There is nothing at this address' }),
  );
  app.use(failed(log));
  return app;
}

/** Opens every request: its id, its headers, and one line of log and one measurement when it is answered. */
function opened(log: Log, metrics: Metrics, tracing: Tracing | null, isStopping: () => boolean): RequestHandler {
  const audienceOfPath = new Map(audienceNames.map((audience) => [audiences[audience].path, audience]));
  return (req, res, next) => {
    const start = process.hrtime.bigint();
    const graph = audienceOfPath.get(req.path) ?? null;
    const audience = graph ?? (isFileAddress(req.path) ? 'STAFF' : null);
    const traceparent = readTraceparent(req.headers.traceparent);
    const purpose = readPurpose(req.headers['x-purpose']);
    const emergency = readEmergency(req.headers['x-emergency-access']);
    const scope = {
      requestId: requestIdOf(req),
      audience,
      purpose,
      emergency,
      operation: null as string | null,
      code: null as string | null,
      traceparent,
      span: graph ? (tracing?.operation(graph, traceparent) ?? null) : null,
    };
    setScope(res, scope);
    res.setHeader('x-request-id', scope.requestId);
    res.setHeader('x-content-type-options', 'nosniff');
    res.setHeader('referrer-policy', 'no-referrer');
    if (isStopping()) res.setHeader('connection', 'close');
    res.once('close', () => {
      const ms = Number((process.hrtime.bigint() - start) / 1_000n) / 1_000;
      const code = scope.code ?? (res.writableFinished ? 'OK' : 'CLIENT_GONE');
      const { requestId, operation, span } = scope;
      span?.end(operation, code, res.statusCode);
      if (!audience) return;
      metrics.answered(audience, code, ms / 1_000, operation, res.locals.principal?.subject ?? '');
      const line = { level: 'info', audience, operation, status: res.statusCode, code, ms, requestId };
      log(span ? { ...line, trace: span.traceId } : line);
    });
    next();
  };
}

const noStore: RequestHandler = (_req, res, next) => {
  res.setHeader('cache-control', 'no-store');
  next();
};

/** A POST is JSON or it is not read (GraphQL over HTTP, 415). */
const jsonOnly: RequestHandler = (req, res, next) => {
  if (req.method !== 'POST' || req.is('application/json')) return next();
  const { requestId } = scopeOf(res);
  refuse(req, res, requestId, {
    status: 415,
    code: 'UNSUPPORTED_MEDIA_TYPE',
    message: 'Send the request as JSON with content-type: application/json',
  });
};

/** What the body parser refuses, and what nobody foresaw, in the form of every GraphQL error. */
function failed(log: Log): ErrorRequestHandler {
  return (error, req, res, next) => {
    const scope = scopeOf(res);
    const refusal = refusalOf(error);
    if (refusal.status >= 500) log({ level: 'error', requestId: scope.requestId, text: describeForLog(error) });
    scope.code = refusal.code;
    if (res.headersSent) return next(error);
    refuse(req, res, scope.requestId, refusal);
  };
}

function refusalOf(error: { type?: string; status?: number }): Refusal {
  if (error.type === 'entity.too.large') {
    return {
      status: 413,
      code: 'PAYLOAD_TOO_LARGE',
      message: 'The request is larger than 1 MB',
      messageLv: 'Pieprasījums ir lielāks par 1 MB',
    };
  }
  if (error.type === 'entity.parse.failed') {
    return { status: 400, code: 'BAD_REQUEST', message: 'The body is not JSON', messageLv: 'Pieprasījuma saturs nav JSON' };
  }
  const status = error.status ?? 500;
  if (status >= 400 && status < 500) {
    return { status, code: status === 415 ? 'UNSUPPORTED_MEDIA_TYPE' : 'BAD_REQUEST', message: 'The request cannot be read' };
  }
  return { status: 500, code: internalError.code, message: internalError.message, messageLv: internalError.messageLv };
}
