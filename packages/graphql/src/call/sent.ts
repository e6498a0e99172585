import { ExponentialBackoff, type IBackoff } from 'cockatiel';
import { type Answered, textOf } from './answer.js';
import type { Bulkhead } from './bulkhead.js';
import { callHeaders } from './headers.js';
import type { Patience } from './patience.js';
import { isRead, type SubgraphRequest, type SubgraphResult } from './seam.js';
import { ConnectionBroken } from './wire/connection.js';
import type { Connections, Receiver } from './wire/connections.js';
import { headerLines, requestText } from './wire/request.js';

/** The way to one subgraph. */
export interface Way {
  calls: Connections;
  /** What every request begins with. */
  prefix: string;
  bulkhead: Bulkhead;
}

/** How often a read whose connection broke is sent again. */
const retries = 2;

/**
 * Sends one call when its turn has come, and reads its answer. One promise for all of it: a request makes many calls, and each promise more costs as much
 * as a part of the writing.
 * @throws what it was given up, refused or broken for
 */
export function sent(way: Way, request: SubgraphRequest, patience: Patience, largestBytes: number): Promise<SubgraphResult> {
  return new Promise((resolve, reject) => {
    const call = new Call(way, request, patience, largestBytes, resolve, reject);
    const turn = way.bulkhead.enter(patience);
    if (turn) turn.then(() => call.send(), reject);
    else call.send();
  });
}

/** A call that has a place. */
class Call implements Receiver {
  private times = 0;
  private backoff: IBackoff<unknown> | undefined;

  constructor(
    private readonly way: Way,
    private readonly request: SubgraphRequest,
    private readonly patience: Patience,
    private readonly largestBytes: number,
    private readonly resolve: (result: SubgraphResult) => void,
    private readonly reject: (why: unknown) => void,
  ) {}

  send(): void {
    const { request, patience, way } = this;
    try {
      const body = JSON.stringify({
        query: request.query,
        operationName: request.operationName ?? undefined,
        variables: request.variables ?? undefined,
      });
      // What has begun to change something is carried to its end: a mutation is told no time.
      const isChange = !isRead(request);
      const headers = callHeaders(request, isChange ? null : patience.leftMs);
      way.calls.ask(requestText(way.prefix, headerLines(headers), body), patience, this.largestBytes, this, isChange);
    } catch (error) {
      this.end(error);
    }
  }

  answered(answer: Answered): void {
    try {
      const text = textOf(answer, this.largestBytes);
      if (typeof text === 'string') this.read(answer.status, text);
      else
        text
          .then((decoded) => this.read(answer.status, decoded))
          .catch((error: unknown) => {
            this.end(error);
          });
    } catch (error) {
      this.end(error);
    }
  }

  /** A read whose connection broke before its answer was whole is sent again, each time after a short time of random length; a mutation never is. */
  failed(error: unknown): void {
    const { patience } = this;
    if (this.times >= retries || patience.ended || !isBrokenConnection(error) || !isRead(this.request)) {
      this.end(error);
      return;
    }
    this.times += 1;
    this.backoff = this.backoff?.next(undefined) ?? new ExponentialBackoff({ initialDelay: 10, maxDelay: 200 }).next();
    patience.pause(this.backoff.duration).then(
      () => this.send(),
      (why) => this.end(why),
    );
  }

  private read(status: number, text: string): void {
    const result = readResult(status, text);
    this.way.bulkhead.leave();
    this.resolve(result);
  }

  private end(why: unknown): void {
    this.way.bulkhead.leave();
    this.reject(why);
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
  if (!isResult || !areErrors(result.errors) || (status >= 500 && !result.errors?.some((error) => error.extensions?.code)))
    throw new Error(`HTTP ${status} without a GraphQL result`);
  return { ...(result.data === undefined ? {} : { data: result.data }), ...(result.errors?.length ? { errors: result.errors } : {}) };
}

/** Whether what an answer calls its errors are such: objects with a text and, where they have one, a path that is a list. None is none. */
const areErrors = (errors: unknown): boolean =>
  errors === undefined ||
  errors === null ||
  (Array.isArray(errors) &&
    errors.every(
      (error) => typeof error?.message === 'string' && (error.path === undefined || error.path === null || Array.isArray(error.path)),
    ));

const isBrokenConnection = (error: unknown): boolean =>
  error instanceof ConnectionBroken || ['ECONNRESET', 'EPIPE'].includes(String((error as { code?: unknown } | null)?.code));
