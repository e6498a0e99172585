import type { DomainName } from '@atbalsts/database';
import { Pool } from 'undici';
import type { FileAnswer, FileRequest } from '../files/file.js';
import { fileOverHttp } from '../files/over-http.js';
import {
  type CallerOptions,
  defaultTimeoutMs,
  failedFile,
  failedResult,
  purposeHeader,
  type SubgraphCaller,
  type SubgraphFailureCode,
  type SubgraphRequest,
  type SubgraphResult,
  type SubgraphState,
} from './seam.js';

/** What the HTTP caller takes beside the common options. */
export interface HttpCallerOptions extends CallerOptions {
  /** Connections kept to one subgraph at most; 32 unless told. More calls wait, inside the timeout. */
  connections?: number;
  /** Longest wait for GET /health, in milliseconds; 1 000 unless told. */
  healthTimeoutMs?: number;
}

/** Answers beyond this are refused, not read into memory. */
const largestAnswerBytes = 64 * 1024 * 1024;

/** Longest silence while a file goes one way or the other, its scan included. */
const fileTimeoutMs = 120_000;

interface Remote {
  pool: Pool;
  /** Path of the subgraph's base, without a closing slash. */
  base: string;
}

/**
 * Calls subgraphs over HTTP: POST {base}/graphql, GET {base}/health, over kept-alive connections of one undici pool per subgraph.
 * A subgraph may be down when the caller is made; each call finds out for itself.
 */
export class HttpCaller implements SubgraphCaller {
  private readonly remotes = new Map<DomainName, Remote>();
  private readonly timeoutMs: number;

  constructor(
    urls: Partial<Record<DomainName, string>>,
    private readonly options: HttpCallerOptions = {},
  ) {
    this.timeoutMs = options.timeoutMs ?? defaultTimeoutMs;
    for (const [subgraph, url] of Object.entries(urls) as [DomainName, string][]) {
      const { origin, pathname } = new URL(url);
      const pool = new Pool(origin, {
        connections: options.connections ?? 32,
        pipelining: 1,
        connect: { timeout: Math.min(this.timeoutMs, 3_000) },
        headersTimeout: this.timeoutMs,
        bodyTimeout: this.timeoutMs,
        keepAliveTimeout: 30_000,
        maxResponseSize: largestAnswerBytes,
      });
      this.remotes.set(subgraph, { pool, base: pathname.replace(/\/(graphql\/?)?$/, '') });
    }
  }

  async call(subgraph: DomainName, request: SubgraphRequest): Promise<SubgraphResult> {
    const remote = this.remotes.get(subgraph);
    if (!remote) return this.failed(subgraph, request, 'SUBGRAPH_UNAVAILABLE', 'no address is configured');
    const patience = new AbortController();
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      patience.abort();
    }, this.timeoutMs);
    const onAbort = () => patience.abort();
    if (request.signal?.aborted) onAbort();
    request.signal?.addEventListener('abort', onAbort, { once: true });
    try {
      return await this.post(remote, request, patience.signal);
    } catch (error) {
      return this.failed(subgraph, request, late || isTimeout(error) ? 'SUBGRAPH_TIMEOUT' : 'SUBGRAPH_UNAVAILABLE', error);
    } finally {
      clearTimeout(timer);
      request.signal?.removeEventListener('abort', onAbort);
    }
  }

  async file(subgraph: DomainName, request: FileRequest): Promise<FileAnswer> {
    const remote = this.remotes.get(subgraph);
    if (!remote) return failedFile(this.failed(subgraph, request, 'SUBGRAPH_UNAVAILABLE', 'no address is configured'), request);
    try {
      return await fileOverHttp(remote.pool, remote.base, request, fileTimeoutMs);
    } catch (error) {
      return failedFile(this.failed(subgraph, request, isTimeout(error) ? 'SUBGRAPH_TIMEOUT' : 'SUBGRAPH_UNAVAILABLE', error), request);
    }
  }

  async health(subgraph: DomainName): Promise<SubgraphState> {
    const remote = this.remotes.get(subgraph);
    if (!remote) return 'down';
    try {
      const signal = AbortSignal.timeout(this.options.healthTimeoutMs ?? 1_000);
      const { statusCode, body } = await remote.pool.request({ path: `${remote.base}/health`, method: 'GET', signal });
      await body.dump();
      return statusCode === 200 ? 'up' : 'down';
    } catch {
      return 'down';
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.remotes.values()].map(({ pool }) => pool.destroy()));
  }

  private async post(remote: Remote, request: SubgraphRequest, signal: AbortSignal): Promise<SubgraphResult> {
    const headers: Record<string, string> = {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
      'x-request-id': request.requestId,
    };
    if (request.purpose) headers['x-purpose'] = purposeHeader(request.purpose);
    if (request.emergency) headers['x-emergency-access'] = request.emergency;
    if (request.token !== null) headers.authorization = `Bearer ${request.token}`;
    const body = JSON.stringify({
      query: request.query,
      operationName: request.operationName ?? undefined,
      variables: request.variables ?? undefined,
    });
    const send = async () => {
      const answer = await remote.pool.request({ path: `${remote.base}/graphql`, method: 'POST', headers, body, signal });
      return { status: answer.statusCode, text: await answer.body.text() };
    };
    let answer: { status: number; text: string };
    try {
      answer = await send();
    } catch (error) {
      // The other side closed a kept-alive connection as we took it. A read may be sent again; a mutation never is.
      if (!isClosedConnection(error) || /^\s*mutation\b/.test(request.query) || signal.aborted) throw error;
      answer = await send();
    }
    return readResult(answer.status, answer.text);
  }

  private failed(
    subgraph: DomainName,
    request: Pick<SubgraphRequest, 'requestId' | 'signal'>,
    code: SubgraphFailureCode,
    cause: unknown,
  ): SubgraphResult {
    // Whoever hung up is no failure of the subgraph.
    if (!request.signal?.aborted) this.options.onFailure?.({ subgraph, requestId: request.requestId, code, cause });
    return failedResult(subgraph, code);
  }
}

/** A GraphQL result in the body counts whatever the status; anything else means that no subgraph stands there. */
function readResult(status: number, text: string): SubgraphResult {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new Error(`HTTP ${status} without a JSON body`);
  }
  const result = parsed as SubgraphResult | null;
  const isResult = typeof result === 'object' && result !== null && (Array.isArray(result.errors) || typeof result.data === 'object');
  if (!isResult || (status >= 500 && !result.errors?.some((error) => error.extensions?.code)))
    throw new Error(`HTTP ${status} without a GraphQL result`);
  return { ...(result.data === undefined ? {} : { data: result.data }), ...(result.errors?.length ? { errors: result.errors } : {}) };
}

const codeOf = (error: unknown): string => String((error as { code?: unknown } | null)?.code ?? '');

const isTimeout = (error: unknown): boolean => /^UND_ERR_(HEADERS|BODY)_TIMEOUT$/.test(codeOf(error));

const isClosedConnection = (error: unknown): boolean => ['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE'].includes(codeOf(error));
