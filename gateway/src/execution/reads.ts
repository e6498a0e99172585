import type { DomainName } from '@atbalsts/database/domains';
import { failedResult, type SubgraphCaller, type SubgraphRequest, type SubgraphResult } from '@atbalsts/graphql/call';

/** A read under way that several requests wait for. */
interface Shared {
  readonly answer: Promise<SubgraphResult>;
  readonly patience: AbortController;
  waiting: number;
}

/**
 * Calls of subgraphs, identical reads under way made once. Two reads are identical when everything that the subgraph can see of them is equal, save the
 * request id; and the request id may differ only where the subgraph has been declared to keep no trace of who asked, since its audit and its log would
 * lose the second request. So by default nothing is shared between requests: our domains audit what is read of a person, under the request's id.
 * A mutation is never shared, and a read that begins after one has ended never joins a read from before it.
 */
export class SubgraphCalls {
  private readonly underWay = new Map<string, Shared>();

  /**
   * @param caller the way to the subgraphs
   * @param keepsNoTrace whether a subgraph notes nothing of a read: neither audit nor log has its request id
   */
  constructor(
    private readonly caller: SubgraphCaller,
    private readonly keepsNoTrace: (subgraph: string) => boolean,
  ) {}

  /** Changes something; never shared. Rejects only where the caller breaks its promise not to. */
  async change(subgraph: string, request: SubgraphRequest): Promise<SubgraphResult> {
    try {
      return await this.caller.call(subgraph as DomainName, request);
    } finally {
      this.underWay.clear();
    }
  }

  /** Reads something; shared with an identical read under way where that is allowed. Rejects only where the caller breaks its promise not to. */
  read(subgraph: string, request: SubgraphRequest): Promise<SubgraphResult> {
    if (!this.keepsNoTrace(subgraph) || request.signal?.aborted) return this.caller.call(subgraph as DomainName, request);
    // Whatever else a request may come to carry is part of the key without being named here.
    const { signal, requestId: _, ...seen } = request;
    const key = `${subgraph} ${JSON.stringify(seen)}`;
    const known = this.underWay.get(key);
    const shared = known ?? this.begin(key, subgraph, request);
    return signal ? this.wait(key, shared, subgraph, signal) : this.stay(shared);
  }

  private begin(key: string, subgraph: string, request: SubgraphRequest): Shared {
    const patience = new AbortController();
    const answer = this.caller.call(subgraph as DomainName, { ...request, signal: patience.signal });
    const shared = { answer, patience, waiting: 0 };
    this.underWay.set(key, shared);
    const done = () => this.forget(key, shared);
    answer.then(done, done);
    return shared;
  }

  /** Waits without an end of its own. */
  private stay(shared: Shared): Promise<SubgraphResult> {
    shared.waiting += 1;
    return shared.answer;
  }

  /** Waits until the answer is there or nobody wants it here; the last who leaves ends the call. */
  private wait(key: string, shared: Shared, subgraph: string, signal: AbortSignal): Promise<SubgraphResult> {
    shared.waiting += 1;
    return new Promise((resolve, reject) => {
      const leave = () => {
        shared.waiting -= 1;
        if (shared.waiting === 0) {
          this.forget(key, shared);
          shared.patience.abort(signal.reason);
        }
        resolve(failedResult(subgraph as DomainName, 'SUBGRAPH_UNAVAILABLE'));
      };
      signal.addEventListener('abort', leave, { once: true });
      const stop = () => signal.removeEventListener('abort', leave);
      shared.answer.then(
        (answer) => {
          stop();
          resolve(answer);
        },
        (error) => {
          stop();
          reject(error);
        },
      );
    });
  }

  private forget(key: string, shared: Shared): void {
    if (this.underWay.get(key) === shared) this.underWay.delete(key);
  }
}
