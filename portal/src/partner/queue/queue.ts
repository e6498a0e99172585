import { withdrawal } from '../forget.js';
import type { DeliveryDraft, Outcome, QueuedDelivery } from './delivery.js';

/** Where the queue is kept over a reload. */
export interface QueueStore {
  all(): Promise<QueuedDelivery[]>;
  put(delivery: QueuedDelivery): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
}

/** Sends one delivery to the graph; never throws. */
export type Send = (delivery: QueuedDelivery & { referralId: string }) => Promise<Outcome>;

/** What the queue is made of. */
export interface QueueParts {
  /** Subject of the token. */
  subject: string;
  store: QueueStore;
  send: Send;
  /** This moment, RFC 3339. */
  now?: () => string;
}

/** How long the note of a sent delivery stays, in milliseconds: the working day. */
const sentStays = 12 * 3_600_000;

const byWriting = (a: QueuedDelivery, b: QueuedDelivery) => (a.writtenAt < b.writtenAt ? -1 : a.writtenAt > b.writtenAt ? 1 : 0);

/**
 * Deliveries that were written on this machine. Each is kept before it is sent and sent under its own key until the graph has answered, so that a lost
 * line, a lost answer, a reload or a second click never make two of one. One after the other, in the order in which they were written.
 */
export class DeliveryQueue {
  readonly subject: string;
  #entries: readonly QueuedDelivery[] = [];
  #listeners = new Set<() => void>();
  #sending: Promise<void> | null = null;
  #asked = false;
  #left = false;
  #ready: Promise<void>;
  #parts: QueueParts;
  #now: () => string;

  constructor(parts: QueueParts) {
    this.#parts = parts;
    this.subject = parts.subject;
    this.#now = parts.now ?? (() => new Date().toISOString());
    this.#ready = this.#load();
  }

  /** Everything of this person on this machine, the oldest first. A new array after each change. */
  entries = (): readonly QueuedDelivery[] => this.#entries;

  /** Tells of every change. */
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Resolves when what was kept is read. */
  ready = (): Promise<void> => this.#ready;

  /** Keeps a delivery, then sends. A key that is here already, a second click on one form, changes nothing. */
  async add({ key, referralId, service, on, units, unit }: DeliveryDraft): Promise<void> {
    await this.#ready;
    if (this.#entries.some((entry) => entry.key === key)) return;
    const written = { writtenAt: this.#now(), state: 'WAITING' as const, attempts: 0, answeredAt: null, refusal: null };
    const entry: QueuedDelivery = { key, subject: this.subject, referralId, service, on, units, unit, ...written };
    this.#set([...this.#entries, entry]);
    await this.#parts.store.put(entry);
    await this.flush();
  }

  /** Sends what waits. While it is sending, another call makes it look once more at the end. */
  flush(): Promise<void> {
    if (this.#sending) {
      this.#asked = true;
      return this.#sending;
    }
    this.#sending = this.#run().finally(() => {
      this.#sending = null;
    });
    return this.#sending;
  }

  /** Takes a refused one out of the list: it was read. What waits cannot be taken back; it may have been counted already. */
  async dismiss(key: string): Promise<void> {
    if (this.#entries.find((entry) => entry.key === key)?.state !== 'REFUSED') return;
    this.#set(this.#entries.filter((entry) => entry.key !== key));
    await this.#parts.store.remove([key]);
  }

  /**
   * The consent of a referral no longer holds: nothing of it is kept on this machine. What still waited is shown as refused until the page is left,
   * without the referral, so that the partner can hand it in on paper.
   */
  async forget(referralId: string, refusal: NonNullable<QueuedDelivery['refusal']>): Promise<void> {
    await this.#ready;
    const concerned = this.#entries.filter((entry) => entry.referralId === referralId);
    if (!concerned.length) return;
    const gone = (entry: QueuedDelivery): QueuedDelivery =>
      entry.state === 'SENT'
        ? { ...entry, referralId: null }
        : { ...entry, referralId: null, state: 'REFUSED', answeredAt: entry.answeredAt ?? this.#now(), refusal: entry.refusal ?? refusal };
    this.#set(this.#entries.map((entry) => (entry.referralId === referralId ? gone(entry) : entry)));
    await this.#parts.store.remove(concerned.map(({ key }) => key));
  }

  /**
   * On signing out: nothing is sent any more, and only what the graph has not counted stays for the same person's next session: what waits, and what was
   * refused and nobody has taken out yet.
   */
  async leave(): Promise<void> {
    this.#left = true;
    await this.#ready;
    const sent = this.#entries.filter(({ state }) => state === 'SENT').map(({ key }) => key);
    this.#set(this.#entries.filter(({ state }) => state !== 'SENT'));
    await this.#parts.store.remove(sent);
  }

  async #load(): Promise<void> {
    const kept = (await this.#parts.store.all()).filter(({ subject }) => subject === this.subject);
    const oldest = new Date(Date.parse(this.#now()) - sentStays).toISOString();
    const stale = kept.filter(({ state, answeredAt }) => state === 'SENT' && (answeredAt ?? '') < oldest).map(({ key }) => key);
    this.#set(kept.filter(({ key }) => !stale.includes(key)).sort(byWriting));
    if (stale.length) await this.#parts.store.remove(stale);
  }

  async #run(): Promise<void> {
    await this.#ready;
    do {
      this.#asked = false;
      for (const { key } of this.#entries.filter(({ state }) => state === 'WAITING')) {
        if (!(await this.#sendOne(key))) break;
      }
    } while (this.#asked && !this.#left);
  }

  /** False where the line is down or the person has left: what comes after would not get through either. */
  async #sendOne(key: string): Promise<boolean> {
    if (this.#left) return false;
    const waiting = this.#entries.find((entry) => entry.key === key && entry.state === 'WAITING');
    if (!waiting?.referralId) return true;
    const tried = { ...waiting, referralId: waiting.referralId, attempts: waiting.attempts + 1 };
    await this.#change(tried);
    if (this.#left) return false; // while it was kept
    const outcome = await this.#parts.send(tried);
    const now = this.#entries.find((entry) => entry.key === key);
    if (now?.state !== 'WAITING') return true; // forgotten meanwhile
    if (outcome.kind === 'LATER') return false;
    const answer = { ...tried, answeredAt: this.#now() };
    if (outcome.kind === 'SENT') {
      await this.#change({ ...answer, state: 'SENT' });
      if (this.#left) await this.leave(); // the answer came after the person had gone
      return true;
    }
    const refusal = { code: outcome.code, text: outcome.text };
    // The client withdrew: the note says so, and nothing of the referral stays, whichever page is open.
    if (outcome.code === withdrawal.code) await this.forget(waiting.referralId, refusal);
    else await this.#change({ ...answer, state: 'REFUSED', refusal });
    return true;
  }

  async #change(changed: QueuedDelivery): Promise<void> {
    this.#set(this.#entries.map((entry) => (entry.key === changed.key ? changed : entry)));
    await this.#parts.store.put(changed);
  }

  #set(entries: readonly QueuedDelivery[]): void {
    this.#entries = entries;
    for (const listener of this.#listeners) listener();
  }
}
