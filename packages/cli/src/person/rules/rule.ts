import type { HeldRow } from '../person-export.js';

/** How long a kind of record is kept, and what of it is erased with the person. */
export interface RecordRule {
  /** What it is, as a refusal names it. */
  lv: string;
  en: string;
  /** Full years it is kept after it ended; null where it is kept for as long as the others are and no longer. */
  years: number | null;
  /** The day it ended, from a row; null while it still runs. Only where `years` says how long. */
  ends?: (row: HeldRow) => string | null;
  /** Columns that may tell who it is: replaced by the tombstone. */
  erase: readonly string[];
  /** The other columns of text: codes, states and numbers that tell nothing by themselves. */
  keep: readonly string[];
  /** Of `erase`, the columns that are left empty; the others hold the tombstone, since rules may ask whether there was some text. */
  clear?: readonly string[];
  /** Two rows may not say the same: each tombstone carries the id of its row. */
  distinct?: boolean;
  /** Rows that are nothing but identity are removed whole, and with them what the database removes with them. */
  remove?: boolean;
}

/** The day of a value of a row; null where it has none. */
export const day = (value: unknown): string | null => (typeof value === 'string' ? value.slice(0, 10) : null);
/** The latest of some days. */
export const latest = (...days: unknown[]): string | null =>
  days.map(day).reduce((a, b) => (b !== null && (a === null || b > a) ? b : a), null);
/** The latest of some days where it is over, else null. */
export const ended = (over: boolean, ...days: unknown[]): string | null => (over ? latest(...days) : null);

/** Years that are assumed for money, for care and social work, and for consents. */
export const [money, care, consents] = [10, 10, 3];
