import type { IsoDate } from './values.js';

/** A municipality that was joined to another. */
export interface Merger {
  /** ATVK code of the one that is no more. */
  readonly from: string;
  /** ATVK code of the one it was joined to. */
  readonly into: string;
  /** The first day of the joined municipality. */
  readonly on: IsoDate;
}

/** Mergers since the reform of 2021-07-01: Varakļānu novads joined Madonas novads (municipalities.json says so of both). */
export const mergers: readonly Merger[] = [{ from: '0055000', into: '0038000', on: '2025-07-01' }];

/** The codes under which figures of a municipality are found: its own, and of those joined to it. */
export const codesWithMerged = (code: string): readonly string[] => [
  code,
  ...mergers.filter(({ into }) => into === code).map(({ from }) => from),
];
