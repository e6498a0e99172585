import type { DomainName } from '@atbalsts/database';
import { type ExecutionResult, GraphQLError, type GraphQLFormattedError } from 'graphql';
import { type FileAnswer, type FileRequest, noSuchFile, refusedFile } from '../files/file.js';
import {
  type CallerOptions,
  defaultTimeoutMs,
  failedFile,
  failedResult,
  isRead,
  type SubgraphCaller,
  type SubgraphExecutor,
  type SubgraphFailureCode,
  type SubgraphRequest,
  type SubgraphResult,
  type SubgraphState,
} from './seam.js';

const aborted = Symbol('aborted');
const timedOut = Symbol('timed out');

/**
 * Calls subgraphs that live in this process: no HTTP and no JSON in between. Errors come out as plain objects, exactly as HTTP would give them.
 * The map may grow after construction, so that subgraphs and the caller they use to ask one another can be made in any order.
 */
export class InProcessCaller implements SubgraphCaller {
  private readonly disabled = new Set<DomainName>();
  private readonly timeoutMs: number;

  constructor(
    private readonly subgraphs: ReadonlyMap<DomainName, SubgraphExecutor>,
    private readonly options: CallerOptions = {},
  ) {
    this.timeoutMs = options.timeoutMs ?? defaultTimeoutMs;
  }

  async call(subgraph: DomainName, request: SubgraphRequest): Promise<SubgraphResult> {
    const executor = this.subgraphs.get(subgraph);
    if (!executor || this.disabled.has(subgraph)) return this.failed(subgraph, request, 'SUBGRAPH_UNAVAILABLE', 'not mounted');
    if (request.signal?.aborted) return this.failed(subgraph, request, 'SUBGRAPH_UNAVAILABLE', 'nobody waits');
    const patience = new AbortController();
    let onAbort: (() => void) | undefined;
    let timer: NodeJS.Timeout | undefined;
    const timeLeftMs = Math.min(this.timeoutMs, request.timeLeftMs ?? this.timeoutMs);
    const givenUp = new Promise<typeof aborted | typeof timedOut>((resolve) => {
      timer = setTimeout(() => resolve(timedOut), timeLeftMs);
      onAbort = () => resolve(aborted);
      request.signal?.addEventListener('abort', onAbort, { once: true });
    });
    try {
      const answer = await Promise.race([executor.execute({ ...request, signal: patience.signal, timeLeftMs }), givenUp]);
      if (answer === timedOut || answer === aborted) {
        patience.abort();
        return this.failed(
          subgraph,
          request,
          answer === timedOut ? 'SUBGRAPH_TIMEOUT' : 'SUBGRAPH_UNAVAILABLE',
          'no answer in time',
          !isRead(request),
        );
      }
      return plain(answer);
    } catch (error) {
      return this.failed(subgraph, request, 'SUBGRAPH_UNAVAILABLE', error, !isRead(request));
    } finally {
      clearTimeout(timer);
      if (onAbort) request.signal?.removeEventListener('abort', onAbort);
    }
  }

  async file(subgraph: DomainName, request: FileRequest): Promise<FileAnswer> {
    const executor = this.subgraphs.get(subgraph);
    if (!executor || this.disabled.has(subgraph))
      return failedFile(this.failed(subgraph, request, 'SUBGRAPH_UNAVAILABLE', 'not mounted'), request);
    return executor.file ? executor.file(request) : refusedFile(noSuchFile(), request.requestId);
  }

  async health(subgraph: DomainName): Promise<SubgraphState> {
    const executor = this.subgraphs.get(subgraph);
    if (!executor || this.disabled.has(subgraph)) return 'down';
    try {
      return (await executor.health?.()) ?? 'up';
    } catch {
      return 'down';
    }
  }

  async close(): Promise<void> {}

  /** Makes a subgraph unreachable, as if its process had died. For tests of outages. */
  disable(subgraph: DomainName): void {
    this.disabled.add(subgraph);
  }

  /** Makes it reachable again. */
  enable(subgraph: DomainName): void {
    this.disabled.delete(subgraph);
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

/** Errors as HTTP would show them: no prototype, no stack, no original error. */
function plain(result: ExecutionResult): SubgraphResult {
  const answer: { data?: Record<string, unknown> | null; errors?: GraphQLFormattedError[] } = {};
  if (result.data !== undefined) answer.data = result.data;
  if (result.errors?.length) answer.errors = result.errors.map((error) => (error instanceof GraphQLError ? error.toJSON() : error));
  return answer;
}
