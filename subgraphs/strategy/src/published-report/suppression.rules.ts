import type { SnapshotRow, SnapshotTable } from './snapshot.js';

/** What counts people, or what tells of them: such a figure from 1 to 4 is never published. */
const ofPeople: ReadonlySet<string> = new Set(['PERSONS', 'FAMILIES', 'HOUSEHOLDS', 'CASES', 'EMPLOYEES']);

/** Smallest count of people that is published; 0 is too. */
export const smallestPublished = 5;

/** Whether a figure is so small that a person could be known by it. */
export function isSmall(measure: string, value: number | null): boolean {
  return value !== null && value > 0 && value < smallestPublished && ofPeople.has(measure);
}

/** Withholds every count of people from 1 to 4, of the year and of the year before; the rest stays as it is. */
export function suppressSmall(tables: readonly SnapshotTable[]): SnapshotTable[] {
  return tables.map((table) => ({ ...table, rows: table.rows.map(withheld) }));
}

function withheld(row: SnapshotRow): SnapshotRow {
  const suppressed = row.suppressed || isSmall(row.measure, row.value);
  const previousSuppressed = row.previousSuppressed || isSmall(row.measure, row.previous);
  return {
    ...row,
    value: suppressed ? null : row.value,
    suppressed,
    previous: previousSuppressed ? null : row.previous,
    previousSuppressed,
  };
}
