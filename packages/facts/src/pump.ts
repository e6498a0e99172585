import { setTimeout as wait } from 'node:timers/promises';
import { type DomainDatabase, type DomainName, withSession } from '@atbalsts/database';
import { applyFacts, readPosition } from './apply.js';
import type { FactBell } from './bell.js';
import type { FactBatch, FactPull, Position } from './fact.js';
import type { FactKind } from './kinds.js';
import { subscribedKinds } from './subscriptions.js';
import { systemPrincipal } from './system.js';

/** From so many facts in one pass on, the planner is given new statistics at once: reports would else be planned for an empty table. */
const many = 10_000;

/** What a pump needs. */
export interface FactPumpOptions {
  /** The subscriber's database. */
  database: DomainDatabase;
  /** How to pull from each source; a source to which the domain does not subscribe is left alone. */
  sources: Partial<Record<DomainName, FactPull>>;
  /** Bells of sources in the same process: their facts arrive at once instead of at the next poll. */
  bells?: Partial<Record<DomainName, FactBell>>;
  /** Milliseconds between polls of a source that has nothing new, give or take a fifth (1000). */
  pollMs?: number;
  /** Longest wait in milliseconds after repeated failures (30 000); it doubles from pollMs. */
  longestWaitMs?: number;
  /** Facts in a batch (5000). */
  batch?: number;
  /** Told once when a source begins to fail and once when it works again; for the log. */
  onChange?: (state: FactSourceState) => void;
  /** Told after each batch that has committed; for metrics. */
  onApplied?: (state: FactSourceState, facts: number) => void;
}

/** How the pump stands with one source. */
export interface FactSourceState {
  source: DomainName;
  /** Position up to which everything has been applied; null before the first look. */
  position: Position | null;
  /** At most so many facts of the source (of any kind) are not yet here; null before the first answer. */
  behind: number | null;
  /** When the source last answered and everything it gave was applied. */
  lastSuccess: Date | null;
  /** Failures in a row; 0 while all is well. */
  failures: number;
  /** Text of the last failure; null while all is well. */
  error: string | null;
}

/** The owner has given out fewer positions than the subscriber has read: its database was put back to an older copy. See the README for what to do. */
export class FactSourceRewoundError extends Error {
  override name = 'FactSourceRewoundError';
}

/** One pass over one source. */
interface Lane {
  source: DomainName;
  pull: FactPull;
  kinds: readonly FactKind[];
  state: FactSourceState;
  /** The pass under way, so that two never run at once. */
  running: Promise<number> | null;
  /** Ends the wait between two polls. */
  wake: AbortController;
  /** A bell that rang during a pass: go round once more. */
  rung: boolean;
}

/**
 * Brings the facts of other domains to a subscriber: pulls them from each source in batches, applies each batch in one transaction together with
 * the cursor, and so delivers every fact once and in order, whichever side crashes when. The sources do not wait for one another. A source that
 * does not answer is tried again later and never makes the pump throw.
 */
export class FactPump {
  private readonly lanes: Lane[];
  private readonly batch: number;
  private stopping = new AbortController();
  private loops: Promise<void>[] = [];
  private unhook: (() => void)[] = [];

  constructor(private readonly options: FactPumpOptions) {
    this.batch = options.batch ?? 5000;
    this.lanes = [];
    for (const [source, pull] of Object.entries(options.sources) as [DomainName, FactPull][]) {
      const kinds = subscribedKinds(options.database.domain, source);
      if (kinds.length === 0) continue;
      const state: FactSourceState = { source, position: null, behind: null, lastSuccess: null, failures: 0, error: null };
      this.lanes.push({ source, pull, kinds, state, running: null, wake: new AbortController(), rung: false });
    }
  }

  /**
   * Pulls from every source until it has nothing more. Never throws: what went wrong stands in `status()`.
   * @returns how many facts were applied
   */
  async catchUp(): Promise<number> {
    const applied = await Promise.all(this.lanes.map((lane) => this.pass(lane)));
    return applied.reduce((sum, n) => sum + n, 0);
  }

  /** How the pump stands with each source. */
  status(): FactSourceState[] {
    return this.lanes.map((lane) => ({ ...lane.state }));
  }

  /** Goes on by itself until `stop()`: polls each source, earlier when its bell rings. A second call does nothing. */
  start(): void {
    if (this.loops.length > 0) return;
    for (const lane of this.lanes) {
      const unhook = this.options.bells?.[lane.source]?.onRing(() => {
        lane.rung = true;
        lane.wake.abort();
      });
      if (unhook) this.unhook.push(unhook);
      this.loops.push(this.loop(lane, this.stopping.signal));
    }
  }

  /** Stops: gives up a pull under way, lets a batch that is being applied finish. The pump may be started again. */
  async stop(): Promise<void> {
    this.stopping.abort();
    for (const unhook of this.unhook.splice(0)) unhook();
    for (const lane of this.lanes) lane.wake.abort();
    await Promise.all(this.loops.splice(0));
    await Promise.all(this.lanes.map((lane) => lane.running));
    this.stopping = new AbortController();
  }

  private async loop(lane: Lane, stopping: AbortSignal): Promise<void> {
    const poll = this.options.pollMs ?? 1000;
    const longest = Math.max(poll, this.options.longestWaitMs ?? 30_000);
    while (!stopping.aborted) {
      lane.wake = new AbortController();
      lane.rung = false;
      await this.pass(lane);
      if (stopping.aborted) return;
      if (lane.rung && lane.state.failures === 0) continue;
      const pause = Math.min(longest, poll * 2 ** Math.min(lane.state.failures, 10)) * (0.8 + Math.random() * 0.4);
      await wait(pause, undefined, { signal: lane.wake.signal, ref: false }).catch(() => undefined);
    }
  }

  /** One pass at a time for each source; who comes while one runs waits for it and then looks once more. */
  private async pass(lane: Lane): Promise<number> {
    while (lane.running) await lane.running;
    lane.running = this.drain(lane, this.stopping.signal);
    try {
      return await lane.running;
    } finally {
      lane.running = null;
    }
  }

  /** Pulls and applies until nothing more comes. Gives the number of facts applied; failures go to the state. */
  private async drain(lane: Lane, stopping: AbortSignal): Promise<number> {
    const { database } = this.options;
    const principal = systemPrincipal(database.domain);
    let applied = 0;
    try {
      let position = await withSession(database, principal, (em) => readPosition(em, lane.source, lane.kinds));
      lane.state.position = position;
      let next: Promise<FactBatch> | null = this.pull(lane, position, stopping);
      while (next && !stopping.aborted) {
        const batch: FactBatch = await next;
        if (batch.head < position) {
          throw new FactSourceRewoundError(
            `${lane.source} has given out ${batch.head} positions, ${position} have been read: was it put back to an older copy?`,
          );
        }
        // The source reads the next batch while this one is applied.
        next = batch.more ? this.pull(lane, batch.upTo, stopping) : null;
        const { upTo, head } = batch;
        const moved = upTo > position;
        const { facts } = moved ? await withSession(database, principal, (em) => applyFacts(em, lane.source, batch)) : { facts: 0 };
        applied += facts;
        position = upTo;
        lane.state.position = position;
        lane.state.behind = Math.max(0, head - position);
        if (moved) this.options.onApplied?.({ ...lane.state }, facts);
      }
      if (applied >= many) await withSession(database, principal, (em) => em.execute('select fact_analyze()'));
      this.succeeded(lane);
    } catch (error) {
      if (!stopping.aborted) this.failed(lane, error);
    }
    return applied;
  }

  private pull(lane: Lane, after: Position, signal: AbortSignal): Promise<FactBatch> {
    const pulled = lane.pull(after, this.batch, { kinds: lane.kinds, signal });
    pulled.catch(() => undefined); // one that nobody waits for any more, because applying failed, must not end the process
    return pulled;
  }

  private succeeded(lane: Lane): void {
    const before = lane.state.failures;
    lane.state.lastSuccess = new Date();
    lane.state.failures = 0;
    lane.state.error = null;
    if (before > 0) this.options.onChange?.({ ...lane.state });
  }

  private failed(lane: Lane, error: unknown): void {
    lane.state.failures += 1;
    lane.state.error = error instanceof Error ? error.message : String(error);
    if (lane.state.failures === 1) this.options.onChange?.({ ...lane.state });
  }
}
