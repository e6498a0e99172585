import type { DomainName } from '@atbalsts/database';
import { Pool } from 'undici';
import type { FileAnswer, FileRequest } from '../files/file.js';
import { fileOverHttp } from '../files/over-http.js';
import { AnswerTooLarge } from './answer.js';
import { Breaker, type BreakerOptions } from './breaker.js';
import { Bulkhead, BulkheadFull } from './bulkhead.js';
import { unchangingHeaders } from './headers.js';
import { GivenUp, Patience } from './patience.js';
import {
  type CallCondition,
  type CallerOptions,
  defaultTimeoutMs,
  failedFile,
  failedResult,
  isRead,
  type SubgraphCaller,
  type SubgraphFailureCode,
  type SubgraphRequest,
  type SubgraphResult,
  type SubgraphState,
} from './seam.js';
import { sent, type Way } from './sent.js';
import { Connections } from './wire/connections.js';
import { headerLines, requestPrefix } from './wire/request.js';

/** What the HTTP caller takes beside the common options. */
export interface HttpCallerOptions extends CallerOptions {
  /** Connections kept to one subgraph at most, and so calls under way at once; 32 unless told. */
  connections?: number;
  /** Calls that may wait for a connection, inside their time; 256 unless told. One more is refused at once. */
  queue?: number;
  /** Longest wait for GET /health, in milliseconds; 1 000 unless told. */
  healthTimeoutMs?: number;
  /** Answers beyond this are refused, not read into memory, counted before and after decompression; 16 MB unless told. */
  largestAnswerBytes?: number;
  /** Whether subgraphs are asked to compress their answers: between data centres it pays, in one it costs more than it saves. Off unless told. */
  compressed?: boolean;
  breaker?: BreakerOptions;
}

/** Longest silence while a file goes one way or the other, its scan included. */
const fileTimeoutMs = 120_000;
/** Connections for files: beside the others, so that large ones keep no call waiting. */
const fileConnections = 8;
/** Longest time that a connection is kept without being used, in milliseconds. */
const idleMs = 30_000;

interface Remote extends Way {
  files: Pool;
  /** One connection of its own: files under way must not make a subgraph look dead. */
  health: Pool;
  /** Path of the subgraph's base, without a closing slash. */
  base: string;
  breaker: Breaker;
}

/**
 * Calls subgraphs over HTTP: POST {base}/graphql, GET {base}/health, over kept-alive connections. Each subgraph has connections, a queue, and a
 * circuit breaker of its own: one that is slow or dead holds up nobody else. It is told how much time is left, and hung up on when that has passed
 * or nobody waits any more. A subgraph may be down when the caller is made; each call finds out for itself.
 */
export class HttpCaller implements SubgraphCaller {
  private readonly remotes = new Map<DomainName, Remote>();
  private readonly timeoutMs: number;
  private readonly largestAnswerBytes: number;

  constructor(
    urls: Partial<Record<DomainName, string>>,
    private readonly options: HttpCallerOptions = {},
  ) {
    this.timeoutMs = options.timeoutMs ?? defaultTimeoutMs;
    this.largestAnswerBytes = options.largestAnswerBytes ?? 16 * 1024 * 1024;
    const connections = options.connections ?? 32;
    for (const [subgraph, url] of Object.entries(urls) as [DomainName, string][]) {
      const { origin, protocol, hostname, port, host, pathname } = new URL(url);
      const base = pathname.replace(/\/(graphql\/?)?$/, '');
      const connectMs = Math.min(this.timeoutMs, 3_000);
      const shared = { pipelining: 1, connect: { timeout: connectMs }, keepAliveTimeout: idleMs };
      const isEncrypted = protocol === 'https:';
      const place = {
        host: hostname.replace(/^\[|\]$/g, ''),
        port: Number(port) || (isEncrypted ? 443 : 80),
        tls: isEncrypted ? {} : null,
      };
      this.remotes.set(subgraph, {
        calls: new Connections(place, { connectMs, idleMs }),
        prefix: requestPrefix(host, `${base}/graphql`, headerLines(unchangingHeaders(options.compressed ?? false))),
        files: new Pool(origin, { ...shared, connections: fileConnections }),
        health: new Pool(origin, { ...shared, connections: 1 }),
        base,
        bulkhead: new Bulkhead(connections, options.queue ?? 256),
        breaker: new Breaker(options.breaker ?? {}, isFailure),
      });
    }
  }

  call(subgraph: DomainName, request: SubgraphRequest): Promise<SubgraphResult> {
    const remote = this.remotes.get(subgraph);
    if (!remote) return Promise.resolve(this.failed(subgraph, request, 'SUBGRAPH_UNAVAILABLE', 'no address is configured'));
    const patience = new Patience(Math.min(this.timeoutMs, request.timeLeftMs ?? this.timeoutMs), request.signal);
    return remote.breaker
      .run(() => sent(remote, request, patience, this.largestAnswerBytes))
      .then(
        (result) => {
          patience.close();
          return result;
        },
        (error) => {
          patience.close();
          const mayBeMade = patience.isSent && !isRead(request);
          return this.failed(subgraph, request, isLate(error) ? 'SUBGRAPH_TIMEOUT' : 'SUBGRAPH_UNAVAILABLE', error, mayBeMade);
        },
      );
  }

  async file(subgraph: DomainName, request: FileRequest): Promise<FileAnswer> {
    const remote = this.remotes.get(subgraph);
    if (!remote) return failedFile(this.failed(subgraph, request, 'SUBGRAPH_UNAVAILABLE', 'no address is configured'), request);
    try {
      return await fileOverHttp(remote.files, remote.base, request, fileTimeoutMs);
    } catch (error) {
      return failedFile(this.failed(subgraph, request, isLate(error) ? 'SUBGRAPH_TIMEOUT' : 'SUBGRAPH_UNAVAILABLE', error), request);
    }
  }

  async health(subgraph: DomainName): Promise<SubgraphState> {
    const remote = this.remotes.get(subgraph);
    if (!remote) return 'down';
    try {
      const signal = AbortSignal.timeout(this.options.healthTimeoutMs ?? 1_000);
      const { statusCode, body } = await remote.health.request({ path: `${remote.base}/health`, method: 'GET', signal });
      await body.dump();
      return statusCode === 200 ? 'up' : 'down';
    } catch {
      return 'down';
    }
  }

  condition(subgraph: DomainName): CallCondition | undefined {
    const remote = this.remotes.get(subgraph);
    return remote && { breaker: remote.breaker.state, inFlight: remote.bulkhead.inFlight };
  }

  async close(): Promise<void> {
    const remotes = [...this.remotes.values()];
    for (const { calls } of remotes) calls.close();
    await Promise.all(remotes.flatMap(({ files, health }) => [files.destroy(), health.destroy()]));
  }

  private failed(
    subgraph: DomainName,
    request: Pick<SubgraphRequest, 'requestId' | 'signal'>,
    code: SubgraphFailureCode,
    cause: unknown,
    mayBeMade = false,
  ): SubgraphResult {
    // Whoever hung up is no failure of the subgraph.
    if (!request.signal?.aborted) this.options.onFailure?.({ subgraph, requestId: request.requestId, code, cause });
    return failedResult(subgraph, code, mayBeMade);
  }
}

const codeOf = (error: unknown): string => String((error as { code?: unknown } | null)?.code ?? '');

const isLate = (error: unknown): boolean =>
  error instanceof GivenUp ? error.reason === 'late' : /^UND_ERR_(HEADERS|BODY)_TIMEOUT$/.test(codeOf(error));

/** Whether an error speaks against the subgraph: not that somebody hung up, nor that others fill its queue, nor that one question has a very large answer. */
const isFailure = (error: unknown): boolean =>
  error instanceof GivenUp
    ? error.reason === 'late' || error.afterLongWait
    : !(error instanceof BulkheadFull || error instanceof AnswerTooLarge);
