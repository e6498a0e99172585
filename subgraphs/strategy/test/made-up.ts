import type { ReportRowDefinition, ReportTableDefinition } from '@atbalsts/reference';
import type { PublishedTables } from '../src/reconciliation/finding.js';

/** A row of a table made up for a test: its figures by year, and what is said of it beside. */
export type MadeUpRow = Partial<Omit<ReportRowDefinition, 'key'>> & { figures?: Readonly<Record<number, number>> };

/** Tables made up for a test of the rules, and their figures as published. */
export function madeUp(year: number, tables: Readonly<Record<string, Readonly<Record<string, MadeUpRow>>>>): PublishedTables {
  const years = Object.values(tables).flatMap((rows) =>
    Object.values(rows).flatMap(({ figures }) => Object.keys(figures ?? {}).map(Number)),
  );
  return {
    year,
    years: [...new Set(years)].sort(),
    published: (table, row, of) => tables[table]?.[row]?.figures?.[of] ?? null,
    tables: Object.entries(tables).map(
      ([id, rows]): ReportTableDefinition => ({
        id,
        domain: null,
        unit: null,
        title: { lv: id, en: id },
        columns: [],
        rows: Object.entries(rows).map(([key, { figures: _figures, ...row }]) => ({
          key,
          parent: null,
          label: { lv: key, en: key },
          level: 0,
          measure: 'PERSONS' as const,
          heading: false,
          approximate: false,
          ...row,
        })),
      }),
    ),
  };
}
