/** Why nobody waits for an answer any more: it took too long, or whoever asked has gone. */
export type GivenUpReason = 'late' | 'gone';

/** Thrown inside a call when its patience has ended. */
export class GivenUp extends Error {
  /** @param afterLongWait whether what ended was the time of the whole request, after this call had been waited for long enough to speak against the subgraph */
  constructor(
    readonly reason: GivenUpReason,
    readonly afterLongWait = false,
  ) {
    super(reason === 'late' ? 'no answer in time' : 'nobody waits any more');
    this.name = 'GivenUp';
  }
}

/** A request that is given up for its own time limit speaks against a subgraph only if it had waited for it so long, in milliseconds. */
const longWaitMs = 1_000;

/** Who is to be told that a signal was aborted: a request makes many calls under one signal, and a listener of each would cost more than a set. */
const listeners = new WeakMap<AbortSignal, Set<Patience>>();

/** Those who wait for a signal; the first makes the one listener of all. */
function listenersOf(signal: AbortSignal): Set<Patience> {
  const known = listeners.get(signal);
  if (known) return known;
  const all = new Set<Patience>();
  listeners.set(signal, all);
  signal.addEventListener('abort', () => {
    for (const patience of all) patience.end('gone');
  });
  return all;
}

const late = (patience: Patience): void => patience.end('late');

/**
 * How long one call is waited for: a time, and the signal of whoever asks. One timer for everything the call does, whether it
 * stands in a queue, is on its way, or waits to be sent again. `close` must be called when the call is over.
 */
export class Patience {
  /** Null while somebody waits. */
  ended: GivenUp | null = null;
  /** Whether a connection was there and the request was given to it: from then on a subgraph may have acted on it. */
  isSent = false;
  /** What is to be stopped when the patience ends: set by the step that the call is in. */
  onEnd: ((why: GivenUp) => void) | null = null;
  private readonly began = performance.now();
  private readonly timer: NodeJS.Timeout;
  private readonly listeners: Set<Patience> | null;

  constructor(
    private readonly timeoutMs: number,
    private readonly signal?: AbortSignal,
  ) {
    this.timer = setTimeout(late, timeoutMs, this);
    this.listeners = signal && !signal.aborted ? listenersOf(signal) : null;
    if (this.listeners) this.listeners.add(this);
    else if (signal) this.end('gone');
  }

  /** Milliseconds since the call began. */
  get passedMs(): number {
    return performance.now() - this.began;
  }

  /** Milliseconds that are left; at least 1. */
  get leftMs(): number {
    return Math.max(1, Math.ceil(this.timeoutMs - this.passedMs));
  }

  close(): void {
    clearTimeout(this.timer);
    this.listeners?.delete(this);
    this.onEnd = null;
  }

  /** Waits so long, or throws GivenUp earlier. */
  pause(ms: number): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.ended) return reject(this.ended);
      const timer = setTimeout(() => {
        this.onEnd = null;
        resolve();
      }, ms);
      this.onEnd = (why) => {
        clearTimeout(timer);
        reject(why);
      };
    });
  }

  /** Ends it: what is under way is stopped. Nothing happens the second time. */
  end(reason: GivenUpReason): void {
    if (this.ended) return;
    const isTime = /^(TimeIsUp|TimeoutError)$/.test((this.signal?.reason as Error | undefined)?.name ?? '');
    this.ended = new GivenUp(reason, isTime && this.passedMs > longWaitMs);
    const stop = this.onEnd;
    this.onEnd = null;
    stop?.(this.ended);
  }
}
