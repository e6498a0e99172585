import pg from 'pg';

/**
 * Hears when an owner has published: one connection that listens on the channel `facts` of the owner's database, shared by all pumps of the process.
 * A help only: a pump polls as well, so a lost connection costs freshness and nothing else. It is opened again in the background.
 */
export class FactBell {
  private readonly listeners = new Set<() => void>();
  private client: pg.Client | null = null;
  private timer: NodeJS.Timeout | null = null;
  private closed = false;

  private constructor(
    private readonly url: string,
    private readonly retryMs: number,
  ) {}

  /**
   * Begins to listen.
   * @param url of the owner's database, for any role that may connect
   * @param retryMs how long to wait before a lost connection is tried again, in milliseconds
   * @throws when the first connection fails
   */
  static async listen(url: string, retryMs = 2000): Promise<FactBell> {
    const bell = new FactBell(url, retryMs);
    try {
      await bell.connect();
    } catch (error) {
      await bell.close();
      throw error;
    }
    return bell;
  }

  /** Calls back on each publication that has committed; returns the function that ends it. */
  onRing(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Ends the connection. */
  async close(): Promise<void> {
    this.closed = true;
    if (this.timer) clearTimeout(this.timer);
    const client = this.client;
    this.client = null;
    await client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({ connectionString: this.url, application_name: 'atbalsts facts', keepAlive: true });
    client.on('notification', () => this.ring());
    client.on('error', () => this.lost(client));
    client.on('end', () => this.lost(client));
    this.client = client;
    await client.connect();
    await client.query('listen facts');
  }

  private ring(): void {
    for (const listener of this.listeners) listener();
  }

  private lost(client: pg.Client): void {
    if (this.closed || this.client !== client) return;
    this.client = null;
    client.end().catch(() => undefined);
    this.timer = setTimeout(() => {
      this.connect().then(
        () => this.ring(), // whatever was published in between
        () => this.client && this.lost(this.client),
      );
    }, this.retryMs);
    this.timer.unref();
  }
}
