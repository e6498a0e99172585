import type { FactKind } from './kinds.js';

/** A place in the outbox of one domain: a whole number that only grows; 0 lies before the first fact. */
export type Position = number;

/** A fact on its way from its owner to a subscriber. */
export interface Fact {
  /** Where it stands in the owner's outbox. */
  position: Position;
  kind: FactKind;
  key: string;
  /** ATVK code of the municipality whose record it is. */
  municipality: string;
  /** By the schema of the kind; null: it no longer holds. */
  body: Record<string, unknown> | null;
  /** When the owner wrote it, RFC 3339. */
  at: string;
}

/** Facts of some kinds after a position, in order. */
export interface FactBatch {
  /** The position after which they were read. */
  after: Position;
  /** The position to go on from: every fact of these kinds up to here is in this batch or an earlier one. */
  upTo: Position;
  /** The last position that the owner has given out; `head - upTo` is how far the reader lies behind, at most. */
  head: Position;
  /** The kinds that were asked for. */
  kinds: FactKind[];
  facts: Fact[];
  /** True where the limit cut it short: ask again at once. */
  more: boolean;
}

/** What a pull may be narrowed by. */
export interface PullOptions {
  /** Only these kinds; all kinds of the owner when left out. */
  kinds?: readonly FactKind[];
  /** Gives up the pull. */
  signal?: AbortSignal;
}

/** Asks an owner for facts after a position (null: from the beginning), at most `limit`. Throws when the owner does not answer. */
export type FactPull = (after: Position | null, limit: number, options?: PullOptions) => Promise<FactBatch>;

/** Where a domain's facts are pulled from: its database in the same process, or its /facts address. */
export interface FactSource {
  pull: FactPull;
}
