import type { Patience } from '../patience.js';
import { Connection, type Keeper, type Place, type Receiver } from './connection.js';

export type { Receiver } from './connection.js';

/** How connections to one place are kept. */
export interface ConnectionsOptions {
  /** Longest wait for a connection, in milliseconds. */
  connectMs: number;
  /** Longest time that a connection is kept without being used, in milliseconds. */
  idleMs: number;
}

/** Thrown for what is asked after `close`. */
export class CallerClosed extends Error {
  constructor() {
    super('the connections have been closed');
    this.name = 'CallerClosed';
  }
}

/** After how long without its end, after an answer, a connection is taken for one that goes on, in milliseconds. */
const quietMs = 100;
/** Connections kept without being used at most. */
const mostIdle = 64;
/** How much earlier than the other side says it will, a connection is given up, in milliseconds: a request must not meet its end on the way. */
const earlierMs = 2_000;

/**
 * The connections to one subgraph. One that is free is used again, the last used first; where none is, another is made: how many there may be is the bulkhead's
 * to say. None is left to the other side to close, where it says how long it keeps it: a change sent into its end would be lost, and may not be sent again.
 */
export class Connections implements Keeper {
  private idle: Connection[] = [];
  private readonly all = new Set<Connection>();
  private sweep: NodeJS.Timeout | null = null;
  private isClosed = false;

  constructor(
    private readonly place: Place,
    private readonly options: ConnectionsOptions,
  ) {}

  /**
   * Sends a request; its answer is told. See `Connection.ask`.
   * @param isChange whether it may not be sent again: then it goes over a connection that has been quiet for a while, or a new one, and in the next turn of
   *   the event loop, when every end that has come is known. An answer and the end behind it come together, and whoever asks next does so between the two.
   */
  ask(request: string, patience: Patience, largestBytes: number, receiver: Receiver, isChange: boolean): void {
    const now = () => {
      if (this.isClosed) receiver.failed(new CallerClosed());
      else if (patience.ended) receiver.failed(patience.ended);
      else ((isChange ? this.takeQuiet() : this.take()) ?? this.make()).ask(request, patience, largestBytes, receiver);
    };
    if (!isChange) {
      now();
      return;
    }
    const turn = setImmediate(() => {
      patience.onEnd = null;
      now();
    });
    patience.onEnd = (why) => {
      clearImmediate(turn);
      receiver.failed(why);
    };
  }

  /** Ends all connections, and what is under way on them; nothing is sent any more. */
  close(): void {
    this.isClosed = true;
    if (this.sweep) clearTimeout(this.sweep);
    this.sweep = null;
    for (const connection of this.all) connection.close();
  }

  free(connection: Connection, keptForMs: number | null): void {
    const { idleMs } = this.options;
    const ms = keptForMs === null ? idleMs : Math.min(idleMs, keptForMs - earlierMs);
    if (ms <= 0 || this.isClosed || this.idle.length >= mostIdle) {
      connection.close();
      return;
    }
    connection.idleSince = performance.now();
    connection.idleUntil = connection.idleSince + ms;
    connection.rest();
    this.idle.push(connection);
    this.sweep ??= setTimeout(() => this.giveUpIdle(), idleMs).unref();
  }

  gone(connection: Connection): void {
    this.all.delete(connection);
    const index = this.idle.indexOf(connection);
    if (index >= 0) this.idle.splice(index, 1);
  }

  /** The connection that was used last, if any can be used. */
  private take(): Connection | undefined {
    const now = performance.now();
    for (let known = this.idle.pop(); known; known = this.idle.pop()) {
      if (known.idleUntil > now && known.isOpen) return known;
      known.close();
    }
    return undefined;
  }

  /** The connection that has been quiet longest, if that is long enough. */
  private takeQuiet(): Connection | undefined {
    const now = performance.now();
    const at = this.idle.findIndex((known) => known.isOpen && known.idleUntil > now && now - known.idleSince >= quietMs);
    return at < 0 ? undefined : this.idle.splice(at, 1)[0];
  }

  private make(): Connection {
    const made = new Connection(this.place, this.options.connectMs, this);
    this.all.add(made);
    return made;
  }

  private giveUpIdle(): void {
    this.sweep = null;
    const now = performance.now();
    const [kept, old]: [Connection[], Connection[]] = [[], []];
    for (const connection of this.idle) (connection.idleUntil > now ? kept : old).push(connection);
    this.idle = kept;
    for (const connection of old) connection.close();
    if (kept.length) this.sweep = setTimeout(() => this.giveUpIdle(), this.options.idleMs).unref();
  }
}
