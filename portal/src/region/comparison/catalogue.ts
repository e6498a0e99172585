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

/** A row with the rows it is a part of before it, as it must be read where it stands alone: "Trūcīgas personas: Ģimenes". */
export function fullName(rows: readonly CatalogueRow[], row: CatalogueRow, language: keyof Label): string {
  const names = [row[language]];
  let above = rows.find(({ key }) => key === row.parent);
  for (let depth = 0; above && depth < 8; depth += 1) {
    names.unshift(above[language]);
    const { parent } = above;
    above = rows.find(({ key }) => key === parent);
  }
  return names
    .map((name, index) => (index < names.length - 1 ? name.replace(/[\s,:]*(t\.\s?sk\.|\((t\.\s?sk\.|tai skaitā)\))?[\s,:]*$/u, '') : name))
    .join(': ');
}
