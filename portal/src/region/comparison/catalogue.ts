import type { Label } from '../../format/format.js';
import type { Measure } from '../../gql/region/graphql.js';

/** A row of a table that can be compared. */
export interface CatalogueRow extends Label {
  key: string;
  /** Key of the row it is a part of. */
  parent: string | null;
  level: number;
  measure: Measure;
  /** A heading has no figure and cannot be compared. */
  counted: boolean;
}

/** A table of the annual report. */
export interface CatalogueTable extends Label {
  id: string;
  rows: readonly CatalogueRow[];
}

/** Tables and rows of some reports put together: each once, in the order of the first that has it. A row is counted where any report counts it. */
export function joinTables(reports: readonly (readonly CatalogueTable[])[]): readonly CatalogueTable[] {
  const tables = new Map<string, { table: CatalogueTable; rows: Map<string, CatalogueRow> }>();
  for (const table of reports.flat()) {
    const known = tables.get(table.id) ?? { table, rows: new Map<string, CatalogueRow>() };
    tables.set(table.id, known);
    for (const row of table.rows) {
      const before = known.rows.get(row.key);
      known.rows.set(row.key, before ? { ...before, counted: before.counted || row.counted } : row);
    }
  }
  return [...tables.values()].map(({ table, rows }) => ({ ...table, rows: [...rows.values()] }));
}

/** The rows that a row is a part of, in words: "Trūcīga persona"; empty for a row of its own. */
export function nameAbove(rows: readonly CatalogueRow[], row: CatalogueRow, language: keyof Label): string {
  const names: string[] = [];
  let above = rows.find(({ key }) => key === row.parent);
  while (above && names.length < deepest) {
    names.unshift(above[language].replace(ofWhich, ''));
    const { parent } = above;
    above = rows.find(({ key }) => key === parent);
  }
  return names.join(': ');
}

/** A row with what it is a part of, as it must be read where it stands alone: "Trūcīga persona: Ģimenes". */
export const fullName = (rows: readonly CatalogueRow[], row: CatalogueRow, language: keyof Label): string =>
  [nameAbove(rows, row, language), row[language]].filter(Boolean).join(': ');

/** No printed table is deeper; a row that were its own part would end here. */
const deepest = 8;

/** "t.sk." and the like at the end of a row that is followed by its parts. */
const ofWhich = /[\s,:(]*(t\.\s?sk\.?|tai skaitā|of which|including)?[\s,:)]*$/u;
