import { connect as connectPlain, isIP, type Socket } from 'node:net';
import { type ConnectionOptions, connect as connectTls } from 'node:tls';
import type { Answered } from '../answer.js';
import type { Patience } from '../patience.js';
import { ResponseReader } from './response.js';

/** Where a subgraph listens. */
export interface Place {
  host: string;
  port: number;
  /** How the connection is encrypted; null where it is not. */
  tls: ConnectionOptions | null;
}

/** What a connection tells whoever keeps it. */
export interface Keeper {
  /** The answer is whole, and another question may be asked within this time. */
  free(connection: Connection, keptForMs: number | null): void;
  /** It can be used no more. */
  gone(connection: Connection): void;
}

/** Thrown where a connection ends before the answer is whole. What was sent may or may not have been read. */
export class ConnectionBroken extends Error {
  constructor() {
    super('the connection ended before the answer was whole');
    this.name = 'ConnectionBroken';
  }
}

/** Thrown where no connection comes about in time. Nothing was sent. */
export class ConnectTimeout extends Error {
  constructor(ms: number) {
    super(`no connection within ${ms} ms`);
    this.name = 'ConnectTimeout';
  }
}

/** Whoever asked: told once, of the one or the other. */
export interface Receiver {
  answered(answer: Answered): void;
  /** @param why what the patience ended for, what the answer was refused for, or what the socket died of */
  failed(why: Error): void;
}

interface Exchange {
  request: string;
  reader: ResponseReader;
  patience: Patience;
  receiver: Receiver;
}

/** One connection to a subgraph, HTTP/1.1, one exchange at a time. Whatever goes wrong on it ends it. */
export class Connection {
  /** Since when it is idle, on the clock of `performance.now()`. */
  idleSince = 0;
  /** When it is to be given up for having been idle, on the clock of `performance.now()`. */
  idleUntil = 0;
  private readonly socket: Socket;
  private exchange: Exchange | null = null;
  private isReady = false;
  private error: Error | null = null;

  constructor(
    { host, port, tls }: Place,
    connectMs: number,
    private readonly keeper: Keeper,
  ) {
    // Not said unless it is asked for: whoever chooses among several by name would choose the wrong one.
    const servername = isIP(host) ? {} : { servername: host };
    const socket = tls ? connectTls({ ALPNProtocols: ['http/1.1'], ...servername, ...tls, host, port }) : connectPlain({ host, port });
    this.socket = socket;
    socket.setNoDelay(true);
    const timer = setTimeout(() => socket.destroy(new ConnectTimeout(connectMs)), connectMs);
    socket.once(tls ? 'secureConnect' : 'connect', () => {
      clearTimeout(timer);
      this.isReady = true;
      if (this.exchange) this.write(this.exchange);
    });
    socket.on('data', (bytes) => this.read(bytes));
    socket.on('end', () => this.end());
    socket.on('error', (error) => {
      this.error = error;
    });
    socket.once('close', () => {
      clearTimeout(timer);
      keeper.gone(this);
      this.fail(this.error ?? new ConnectionBroken());
    });
  }

  /**
   * Sends a request. May only be called while no other is under way.
   * @param largestBytes how large the body of the answer may be
   */
  ask(request: string, patience: Patience, largestBytes: number, receiver: Receiver): void {
    const exchange = { request, reader: new ResponseReader(largestBytes), patience, receiver };
    this.exchange = exchange;
    patience.onEnd = this.refuse;
    this.socket.ref();
    if (this.isReady) this.write(exchange);
  }

  /** Whether it may be used: one that the other side has ended is not gone at once. */
  get isOpen(): boolean {
    return !this.socket.destroyed;
  }

  /** Lets the process end although the connection is open. */
  rest(): void {
    this.socket.unref();
  }

  close(): void {
    this.socket.destroy();
  }

  private write({ request, patience }: Exchange): void {
    patience.isSent = true;
    this.socket.write(request);
  }

  private read(bytes: Buffer): void {
    const { exchange } = this;
    // Nobody asked for anything: the next answer would not be told from it.
    if (!exchange) return void this.socket.destroy();
    try {
      if (exchange.reader.push(bytes)) this.finish(exchange);
    } catch (error) {
      this.refuse(error as Error);
    }
  }

  /** The other side sends no more. */
  private end(): void {
    if (this.exchange?.reader.end()) this.finish(this.exchange);
    this.socket.destroy();
  }

  private finish({ reader, patience, receiver }: Exchange): void {
    const { head, hasSurplus } = reader;
    if (!head) return;
    this.exchange = null;
    patience.onEnd = null;
    // What was answered before it was all sent is not to be followed by the rest of it.
    if (head.isPersistent && !hasSurplus && this.socket.writableLength === 0) this.keeper.free(this, head.keptForMs);
    else this.socket.destroy();
    receiver.answered({ status: head.status, encoding: head.encoding, body: reader.body() });
  }

  private readonly refuse = (why: Error): void => {
    this.socket.destroy();
    this.fail(why);
  };

  private fail(why: Error): void {
    const { exchange } = this;
    if (!exchange) return;
    this.exchange = null;
    exchange.patience.onEnd = null;
    exchange.receiver.failed(why);
  }
}
