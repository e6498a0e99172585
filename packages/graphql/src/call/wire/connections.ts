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

  constructor(
    private readonly place: Place,
    private readonly options: ConnectionsOptions,
  ) {}

  /** Sends a request; its answer is told. See `Connection.ask`. */
  ask(request: string, patience: Patience, largestBytes: number, receiver: Receiver): void {
    if (patience.ended) receiver.failed(patience.ended);
    else this.take().ask(request, patience, largestBytes, receiver);
  }

  /** Ends all connections, and what is under way on them. */
  close(): void {
    if (this.sweep) clearTimeout(this.sweep);
    this.sweep = null;
    for (const connection of this.all) connection.close();
  }

  free(connection: Connection, keptForMs: number | null): void {
    const { idleMs } = this.options;
    const ms = keptForMs === null ? idleMs : Math.min(idleMs, keptForMs - earlierMs);
    if (ms <= 0) {
      connection.close();
      return;
    }
    connection.idleUntil = performance.now() + ms;
    connection.rest();
    this.idle.push(connection);
    this.sweep ??= setTimeout(() => this.giveUpIdle(), idleMs).unref();
  }

  gone(connection: Connection): void {
    this.all.delete(connection);
    const index = this.idle.indexOf(connection);
    if (index >= 0) this.idle.splice(index, 1);
  }

  private take(): Connection {
    const now = performance.now();
    for (let known = this.idle.pop(); known; known = this.idle.pop()) {
      if (known.idleUntil > now && known.isOpen) return known;
      known.close();
    }
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
