/** What a figure is known by: year, table and row. */
export type CellId = string;

/** The id of a figure. */
export const cellId = (year: number, table: string, row: string): CellId => `${year}|${table}|${row}`;

/** A figure that a report of a town would show. */
export interface Cell {
  id: CellId;
  /** As it was counted; Euro for money. */
  value: number;
  /** Whether it counts people, or what tells of them. */
  people: boolean;
  /** Whether it is a total or a row of its own: such a figure is withheld last. */
  total: boolean;
  /** What has been published of it already, which nobody can take back; missing where nothing has. */
  published?: 'shown' | 'withheld';
}

/**
 * What anybody who reads the tables knows of their figures: parts make up a total; two figures are one; one is part of another, so never larger; money is spent on
 * those whom a count counts.
 */
export type Relation =
  | { kind: 'sum'; total: CellId; parts: readonly CellId[] }
  | { kind: 'same'; one: CellId; other: CellId }
  | { kind: 'within'; part: CellId; whole: CellId }
  | { kind: 'follows'; money: CellId; count: CellId };

/** What the figures that stay visible say of one that is withheld: it lies between these two, both possible. */
export interface Interval {
  from: number;
  until: number;
}
