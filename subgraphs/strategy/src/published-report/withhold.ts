import { type Cell, type CellId, cellId, type Relation } from '../suppression/cell.js';
import { planSuppression } from '../suppression/plan.js';
import { countsPeople } from '../suppression/protection.rules.js';
import { relationsOf } from '../suppression/relations.rules.js';
import type { SnapshotRow, SnapshotTable, WithheldCounts } from './snapshot.js';

/** A report that the town has published: of the year before, of the year after, or of the same year, which the new one replaces. */
export interface EarlierReport {
  year: number;
  tables: readonly SnapshotTable[];
}

/** A figure of a report as it stands in what was published. */
interface Published {
  value: number | null;
  suppressed: boolean;
}

/** Which of its two years a row shows. */
const faces = [
  { ago: 0, of: ({ value, suppressed }: SnapshotRow): Published => ({ value, suppressed }) },
  { ago: 1, of: ({ previous, previousSuppressed }: SnapshotRow): Published => ({ value: previous, suppressed: previousSuppressed }) },
] as const;

/**
 * A report as it may be published: small counts and everything from which they could be worked out withheld, in all tables and in both years at once, together with
 * what the town has published of these years before. What was withheld stays withheld. A figure of the year before that was shown is shown again as it was: a region
 * never subtracts two moments.
 * @param beside what is published beside the report's own tables, and is not counted among its figures
 */
export async function withhold(
  tables: readonly SnapshotTable[],
  year: number,
  earlier: readonly EarlierReport[],
  beside: readonly SnapshotTable[] = [],
): Promise<{ tables: SnapshotTable[]; beside: SnapshotTable[]; withheld: WithheldCounts }> {
  const published = publishedBefore(year, earlier);
  const agreed = [...tables, ...beside].map((table) => ({
    ...table,
    rows: table.rows.map((row) => asShownBefore(row, year, table.id, published)),
  }));
  const cells = cellsOf(agreed, year, published);
  const figures = new Map(cells.map(({ id, value }) => [id, value]));
  const relations = [year, year - 1].flatMap((of): Relation[] =>
    relationsOf(
      of,
      agreed.map(({ id, rows }) => ({ id, rows })),
      (table, row) => figures.get(cellId(of, table, row)) ?? null,
    ),
  );
  const plan = await planSuppression(cells, relations);
  const shown = agreed.map((table) => ({ ...table, rows: table.rows.map((row) => without(row, year, table.id, plan.withheld)) }));
  const own = cellsOf(agreed.slice(0, tables.length), year, published).map(({ id }) => id);
  const hidden = own.filter((id) => plan.withheld.has(id));
  const small = own.filter((id) => plan.small.has(id)).length;
  return {
    tables: shown.slice(0, tables.length),
    beside: shown.slice(tables.length),
    withheld: { shown: own.length - hidden.length, small, complementary: hidden.length - small },
  };
}

/** What reports say of the figures of a year and the year before; where one withholds, it is withheld. */
function publishedBefore(year: number, earlier: readonly EarlierReport[]): Map<CellId, Published & { of: number }> {
  const found = new Map<CellId, Published & { of: number }>();
  for (const report of earlier) {
    for (const { id: table, rows } of report.tables) {
      for (const row of rows) {
        for (const { ago, of } of faces) {
          const [at, figure] = [report.year - ago, of(row)];
          const id = cellId(at, table, row.key);
          // A year that no figure of this report is of; and a shown figure of the report that is replaced binds nobody.
          if (at > year || at < year - 1 || (report.year === year && !figure.suppressed) || found.get(id)?.suppressed) continue;
          if (figure.suppressed || figure.value !== null) found.set(id, { ...figure, of: report.year });
        }
      }
    }
  }
  return found;
}

/** The row with the figure of the year before as that year's own report shows it. */
function asShownBefore(
  row: SnapshotRow,
  year: number,
  table: string,
  published: ReadonlyMap<CellId, Published & { of: number }>,
): SnapshotRow {
  const before = published.get(cellId(year - 1, table, row.key));
  return before && !before.suppressed && before.of === year - 1 ? { ...row, previous: before.value } : row;
}

function cellsOf(tables: readonly SnapshotTable[], year: number, published: ReadonlyMap<CellId, Published>): Cell[] {
  return tables.flatMap(({ id: table, rows }) =>
    rows.flatMap((row) =>
      faces.flatMap(({ ago, of }): Cell[] => {
        const { value } = of(row);
        if (value === null) return [];
        const id = cellId(year - ago, table, row.key);
        const before = published.get(id);
        const state = before && (before.suppressed ? 'withheld' : 'shown');
        return [{ id, value, people: countsPeople(row.measure), total: row.parent === null, ...(state ? { published: state } : {}) }];
      }),
    ),
  );
}

function without(row: SnapshotRow, year: number, table: string, withheld: ReadonlySet<CellId>): SnapshotRow {
  const suppressed = withheld.has(cellId(year, table, row.key));
  const previousSuppressed = withheld.has(cellId(year - 1, table, row.key));
  return {
    ...row,
    value: suppressed ? null : row.value,
    suppressed,
    previous: previousSuppressed ? null : row.previous,
    previousSuppressed,
  };
}
