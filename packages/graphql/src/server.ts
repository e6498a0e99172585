import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzip } from 'node:zlib';
import { AuthenticationError, bearerToken, type TokenVerifier } from '@atbalsts/auth';
import { isId } from '@atbalsts/database';
import { answerPull, OutboxSource } from '@atbalsts/facts';
import type { ExecutionResult } from 'graphql';
import { readEmergency, readPurpose, readTimeLeft, readTraceparent, timeLeftHeader } from './call/index.js';
import { fileRequestOf, isFilePath, sendFile } from './files/index.js';
import type { Subgraph } from './subgraph.js';

/** A subgraph that answers over HTTP. */
export interface ServedSubgraph {
  url: string;
  /** Takes no new request, waits for those under way, and ends. The subgraph itself stays open. */
  stop(): Promise<void>;
}

/** Largest body a subgraph takes. */
const largestBody = 4 * 1024 * 1024;

class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/**
 * Serves a subgraph: POST /graphql (the token is checked by the subgraph itself), POST /facts for domains that subscribe (SYSTEM token), GET /health, and its files below /files and /letters.
 * It trusts nobody for having come through the gateway.
 */
export async function serveSubgraph(
  subgraph: Subgraph,
  verifier: Pick<TokenVerifier, 'verify'>,
  listen: { port: number; host: string },
): Promise<ServedSubgraph> {
  const source = new OutboxSource(subgraph.database);
  const routes: Record<string, (request: IncomingMessage, gone: AbortSignal) => Promise<{ status: number; body: unknown }>> = {
    'POST /graphql': async (request, signal) => {
      const body = await jsonOf(request);
      const { query, operationName = null, variables = null } = body;
      if (typeof query !== 'string') throw new Refused(400, 'BAD_REQUEST', 'The body needs a query');
      if (operationName !== null && typeof operationName !== 'string')
        throw new Refused(400, 'BAD_REQUEST', 'operationName must be a text');
      if (!isVariables(variables)) throw new Refused(400, 'BAD_REQUEST', 'variables must be an object');
      const result = await subgraph.execute({
        query,
        operationName,
        variables,
        token: bearerToken(request.headers.authorization),
        requestId: requestIdOf(request),
        purpose: readPurpose(request.headers['x-purpose']),
        emergency: readEmergency(request.headers['x-emergency-access']),
        traceparent: readTraceparent(request.headers.traceparent),
        timeLeftMs: readTimeLeft(request.headers[timeLeftHeader]),
        signal,
      });
      return { status: statusOf(result), body: result };
    },
    'POST /facts': async (request) => {
      const principal = await verifier.verify(bearerToken(request.headers.authorization) ?? '');
      if (principal.audience !== 'SYSTEM') throw new Refused(403, 'FORBIDDEN', 'Facts are for domains');
      return answerPull(source, subgraph.name, principal.subject, await jsonOf(request));
    },
    'GET /health': async () => {
      const state = (await subgraph.health?.()) ?? 'up';
      return { status: state === 'up' ? 200 : 503, body: { subgraph: subgraph.name, state } };
    },
  };
  const server = createServer((request, response) => {
    if (subgraph.file && isFilePath(request.url ?? '')) {
      const asked = fileRequestOf(request, bearerToken(request.headers.authorization), requestIdOf(request));
      void subgraph.file(asked).then((answer) => sendFile(response, answer));
      return;
    }
    const path = request.url?.split('?')[0];
    const route = routes[`${request.method} ${path}`];
    const methods = ['GET', 'POST'].filter((method) => routes[`${method} ${path}`]);
    if (!route && methods.length) response.setHeader('allow', methods.join(', '));
    const answer = route
      ? route(request, goneOf(response, readTimeLeft(request.headers[timeLeftHeader])))
      : Promise.reject(
          methods.length
            ? new Refused(405, 'METHOD_NOT_ALLOWED', `Only ${methods.join(', ')}`)
            : new Refused(404, 'NOT_FOUND', 'POST /graphql, POST /facts or GET /health'),
        );
    answer.then(
      ({ status, body }) => send(request, response, status, body),
      (error: unknown) => send(request, response, ...refusal(error)),
    );
  });
  server.keepAliveTimeout = 65_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(listen.port, listen.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://${listen.host}:${port}/graphql`, stop: () => closed(server) };
}

const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });

function refusal(error: unknown): [number, unknown] {
  if (error instanceof Refused) return [error.status, { errors: [{ message: error.message, extensions: { code: error.code } }] }];
  if (error instanceof AuthenticationError) return [401, { errors: [{ message: error.message, extensions: { code: 'UNAUTHENTICATED' } }] }];
  return [500, { errors: [{ message: 'Something failed on our side', extensions: { code: 'INTERNAL_SERVER_ERROR' } }] }];
}

function requestIdOf(request: IncomingMessage): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && (isId(given) || (/^[\w.-]{8,64}$/.test(given) && !codeLike.test(given))) ? given : randomUUID();
}

/** A personal code has the form of an id, and must not come into logs and answers as one. */
const codeLike = /\d{6}-?\d{5}/;

const isVariables = (value: unknown): value is Record<string, unknown> | null =>
  value === null || (typeof value === 'object' && !Array.isArray(value));

/** Codes of requests that were not executed at all. */
const refusedRequests = new Set<unknown>(['GRAPHQL_VALIDATION_FAILED', 'BAD_REQUEST', 'COST_LIMIT']);

/** 401 without a good token, 400 for what was not executed, else 200 (GraphQL over HTTP). */
function statusOf({ data, errors }: ExecutionResult): number {
  if (data) return 200;
  const code = errors?.[0]?.extensions?.code;
  if (code === 'UNAUTHENTICATED') return 401;
  return refusedRequests.has(code) ? 400 : 200;
}

/** Aborted when whoever asked has hung up before the answer was out, or its time is up: it may be cut off from us and unable to hang up. */
function goneOf(response: ServerResponse, timeLeftMs: number | undefined): AbortSignal {
  const gone = new AbortController();
  const timer = timeLeftMs === undefined ? undefined : setTimeout(() => gone.abort(), timeLeftMs);
  response.once('close', () => {
    clearTimeout(timer);
    if (!response.writableFinished) gone.abort();
  });
  return gone.signal;
}

/** The body as a JSON object. It must say that it is JSON: a browser sends no such request of another site without asking first (CSRF). */
async function jsonOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? ''))
    throw new Refused(415, 'UNSUPPORTED_MEDIA_TYPE', 'Send the request as JSON with content-type: application/json');
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > largestBody) throw new Refused(413, 'BODY_TOO_LARGE', 'The body is too large');
    parts.push(part);
  }
  try {
    const body: unknown = JSON.parse(Buffer.concat(parts).toString('utf8'));
    if (body && typeof body === 'object' && !Array.isArray(body)) return body as Record<string, unknown>;
  } catch {
    // falls through to the refusal
  }
  throw new Refused(400, 'BAD_REQUEST', 'The body is not a JSON object');
}

/** Answers smaller than this are not worth compressing, in bytes. */
const worthCompressing = 4_096;

/** Whether a header `accept-encoding` takes gzip. Its numbers have three digits at most (RFC 9110, 12.4.2); longer ones would be looked through again and again. */
export const takesGzip = (header: string | string[] | undefined): boolean =>
  String(header ?? '')
    .split(',')
    .some((one) => /^gzip\s*(;\s*q=(1(\.0{0,3})?|0?\.\d{0,2}[1-9]\d{0,2})\s*)?$/i.test(one.trim()));

/** Sends JSON; compressed for who says that it takes gzip, as callers do between data centres. */
function send(request: IncomingMessage, response: ServerResponse, status: number, body: unknown): void {
  const text = Buffer.from(JSON.stringify(body));
  const answer = (bytes: Buffer, encoding: Record<string, string>) => {
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'content-length': bytes.length, ...encoding });
    response.end(bytes);
  };
  if (text.length < worthCompressing || !takesGzip(request.headers['accept-encoding'])) answer(text, {});
  else gzip(text, { level: 1 }, (error, bytes) => (error ? answer(text, {}) : answer(bytes, { 'content-encoding': 'gzip' })));
}
