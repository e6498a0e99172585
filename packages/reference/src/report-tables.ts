import { z } from 'zod';
import { readData } from './data.js';
import { daugavpils } from './municipalities.js';
import { results, type resultTableShape } from './results.js';
import type { Label } from './values.js';

/** What a row of a report counts. */
export type Measure =
  | 'PERSONS'
  | 'FAMILIES'
  | 'HOUSEHOLDS'
  | 'CASES'
  | 'CONTRACTS'
  | 'PLACES'
  | 'POSTS'
  | 'EMPLOYEES'
  | 'EUR'
  | 'SESSIONS'
  | 'VISITS'
  | 'OTHER';

/** The part of the annual report that a table belongs to, which names the domain that computes it; finance is computed by strategy. */
export type ReportDomain = 'benefits' | 'services' | 'institutions' | 'workforce' | 'finance';

/** One printed column: the figures of a year, or the plan for a year. */
export interface ReportColumn {
  /** As the file keys it: '2022', '2022-plan', 'clients'. */
  readonly key: string;
  /** As printed. */
  readonly label: string;
  readonly year: number;
  readonly plan: boolean;
}

/** One row of a report table: key, words and nature. Figures are asked with `publishedFigure`. */
export interface ReportRowDefinition {
  readonly key: string;
  readonly label: Label;
  /** Key of the row that this row is a part of; the document's indentation says it, not a sum. */
  readonly parent: string | null;
  readonly level: number;
  readonly measure: Measure;
  /** No figure in any column: the row is printed as a heading of the rows below it. */
  readonly heading: boolean;
  /** The document says "about". */
  readonly approximate: boolean;
}

/** One table of the annual report, as the results for 2022 print it. */
export interface ReportTableDefinition {
  readonly id: string;
  readonly domain: ReportDomain;
  /** The unit of the office that the table is printed under, in Latvian. */
  readonly unit: string | null;
  readonly title: Label;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly ReportRowDefinition[];
}

/** A table's id and a row's key in it. */
export interface RowRef {
  readonly table: string;
  readonly row: string;
}

const measureShape = z.enum([
  'PERSONS',
  'FAMILIES',
  'HOUSEHOLDS',
  'CASES',
  'CONTRACTS',
  'PLACES',
  'POSTS',
  'EMPLOYEES',
  'EUR',
  'SESSIONS',
  'VISITS',
  'OTHER',
]);
const nature = readData(
  'report-measures.json',
  z.object({
    columns: z.record(z.string(), measureShape),
    domains: z.record(z.string(), z.enum(['benefits', 'services', 'institutions', 'workforce', 'finance'])),
    measures: z.record(z.string(), z.record(z.string(), measureShape)),
  }),
);

type ResultTable = z.output<typeof resultTableShape>;
interface Figured extends ReportRowDefinition {
  readonly values: readonly (number | null)[];
}

/** The year of the document whose tables give counts by kind instead of by year. */
const documentYear = 2022;
const englishColumn: Readonly<Record<string, string>> = { clients: 'clients', sessions: 'sessions', visits: 'visits' };

function yearColumn(key: string, label: string): ReportColumn | null {
  const match = /^(\d{4})(-plan)?$/.exec(key);
  return match ? { key, label, year: Number(match[1]), plan: match[2] !== undefined } : null;
}

function measureOf(table: string, row: string): Measure {
  const measure = nature.measures[table]?.[row];
  if (!measure) throw new Error(`report-measures.json lacks ${table}/${row}`);
  return measure;
}

function rowsByYear(table: ResultTable): Figured[] {
  return table.rows.map(({ key, label, parent, level, approximate, values }) => ({
    key,
    label,
    parent,
    level,
    measure: measureOf(table.id, key),
    heading: values.every((value) => value === null),
    approximate: approximate ?? false,
    values,
  }));
}

/**
 * Tables whose columns are kinds of count ("clients | sessions") instead of years: a row has one figure, so the first column keeps the
 * printed key, and each further column becomes a row `KEY-COLUMN` beside it, e.g. `music` (32 persons) and `music-sessions` (679 sessions).
 */
function rowsByKind(table: ResultTable): Figured[] {
  return rowsByYear(table).flatMap((row) => {
    if (row.heading) return [{ ...row, values: [null] }];
    return table.columns.map((column, at): Figured => {
      const measure = nature.columns[column];
      if (!measure) throw new Error(`report-measures.json lacks the column ${column} of ${table.id}`);
      const label = { lv: `${row.label.lv}: ${table.columnLabels[at]}`, en: `${row.label.en}: ${englishColumn[column] ?? column}` };
      return { ...row, key: at === 0 ? row.key : `${row.key}-${column}`, label, measure, values: [row.values[at] ?? null] };
    });
  });
}

const figured = results.tables.map((table) => {
  const columns = table.columns.map((key, at) => yearColumn(key, table.columnLabels[at] ?? key));
  const years = columns.filter((column) => column !== null);
  const byYear = years.length === columns.length;
  const domain = nature.domains[table.id];
  if (!domain) throw new Error(`report-measures.json names no domain for ${table.id}`);
  const { id, unit, title } = table;
  return byYear
    ? { id, domain, unit, title, columns: years, rows: rowsByYear(table) }
    : {
        id,
        domain,
        unit,
        title,
        columns: [{ key: '2022', label: '2022. gads', year: documentYear, plan: false }],
        rows: rowsByKind(table),
      };
});

/** Every table of the 2022 results, in print order: what the annual report of a municipality has to fill. */
export const reportTables: readonly ReportTableDefinition[] = figured.map((table) => ({
  ...table,
  rows: table.rows.map(({ values: _values, ...row }) => row),
}));

/** The tables of one part of the annual report. */
export function reportTablesOf(domain: ReportDomain): readonly ReportTableDefinition[] {
  return reportTables.filter((table) => table.domain === domain);
}

/**
 * A table by its id.
 * @throws Error where there is none: ids are written in code, so it is a mistake of ours.
 */
export function reportTable(id: string): ReportTableDefinition {
  const table = findReportTable(id);
  if (!table) throw new Error(`No report table is called ${id}`);
  return table;
}

/** A table by its id, or undefined: for ids that come from outside. */
export function findReportTable(id: string): ReportTableDefinition | undefined {
  return reportTables.find((table) => table.id === id);
}

/** Rows without any figure: headings, which no counting rule fills. */
export const headingRows: readonly RowRef[] = reportTables.flatMap((table) =>
  table.rows.filter((row) => row.heading).map((row) => ({ table: table.id, row: row.key })),
);

/** The municipality and years of which this package holds published tables. */
export const publishedYears: ReadonlyMap<string, readonly number[]> = new Map([[daugavpils, [2020, 2021, 2022]]]);

/** Title of the document that the published figures are from. */
export const resultsSource: string = results.document;

function figure(municipality: string, ref: RowRef, year: number, plan: boolean): number | null {
  if (municipality !== daugavpils) return null;
  const table = figured.find((each) => each.id === ref.table);
  const at = table?.columns.findIndex((column) => column.year === year && column.plan === plan) ?? -1;
  return table?.rows.find((row) => row.key === ref.row)?.values[at] ?? null;
}

/**
 * The figure a municipality has printed for a row and a year, or null where none is printed. Money in Euro, not cents. Plans are no
 * figures of a year: ask `plannedFigure`.
 */
export function publishedFigure(municipality: string, tableId: string, rowKey: string, year: number): number | null {
  return figure(municipality, { table: tableId, row: rowKey }, year, false);
}

/** The figure a municipality has printed as its plan for a year (columns such as '2023-plan'), or null. Money in Euro. */
export function plannedFigure(municipality: string, tableId: string, rowKey: string, year: number): number | null {
  return figure(municipality, { table: tableId, row: rowKey }, year, true);
}
