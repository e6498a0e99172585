import type { Patience } from './patience.js';

/** Thrown where as many calls wait for a subgraph as may. */
export class BulkheadFull extends Error {
  constructor(readonly limit: number) {
    super(`${limit} calls to the subgraph are under way or waiting already`);
    this.name = 'BulkheadFull';
  }
}

/**
 * How many calls one subgraph is given at once, and how many more may wait for their turn: whatever becomes of it, it holds no more of the process
 * than that, and the other subgraphs never notice.
 */
export class Bulkhead {
  private running = 0;
  private readonly waiting = new Set<() => void>();

  constructor(
    private readonly places: number,
    private readonly queue: number,
  ) {}

  /** Calls under way and waiting. */
  get inFlight(): number {
    return this.running + this.waiting.size;
  }

  /**
   * Takes a place, at once or in turn; `leave` gives it back.
   * @returns nothing where the place was free. Rejects with BulkheadFull, or GivenUp where the patience ends first: then there is nothing to give back
   */
  enter(patience: Patience): Promise<void> | undefined {
    if (patience.ended) return Promise.reject(patience.ended);
    if (this.running < this.places) {
      this.running += 1;
      return undefined;
    }
    if (this.waiting.size >= this.queue) return Promise.reject(new BulkheadFull(this.places + this.queue));
    return new Promise((resolve, reject) => {
      const turn = () => {
        patience.onEnd = null;
        resolve();
      };
      this.waiting.add(turn);
      patience.onEnd = (why) => {
        this.waiting.delete(turn);
        reject(why);
      };
    });
  }

  /** Gives the place to whoever waits longest. */
  leave(): void {
    const [next] = this.waiting;
    if (next === undefined) this.running -= 1;
    else {
      this.waiting.delete(next);
      next();
    }
  }
}
