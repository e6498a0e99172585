import { z } from 'zod';
import { readData } from './data.js';
import type { resultTableShape } from './results.js';
import type { Label } from './values.js';

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
const domainShape = z.enum(['benefits', 'services', 'institutions', 'workforce', 'finance']);

/** What a row of a report counts. */
export type Measure = z.output<typeof measureShape>;

/** The part of the annual report that a table belongs to, which names the domain that computes it; finance is computed by strategy. */
export type ReportDomain = z.output<typeof domainShape>;

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
  /** Of a share that names them: the row that is divided, and the row that it is divided by. */
  readonly share?: { readonly part: string; readonly whole: string };
}

/** One table of the annual report, as a town prints it. */
export interface ReportTableDefinition {
  readonly id: string;
  /** The domain that computes it; null for a table of a town's own, which no domain knows. */
  readonly domain: ReportDomain | null;
  /** The unit of the office that the table is printed under, in Latvian. */
  readonly unit: string | null;
  readonly title: Label;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly ReportRowDefinition[];
}

const nature = readData(
  'report-measures.json',
  z.object({
    columns: z.record(z.string(), measureShape),
    domains: z.record(z.string(), domainShape),
    measures: z.record(z.string(), z.record(z.string(), measureShape)),
  }),
);

type ResultTable = z.output<typeof resultTableShape>;
interface Figured extends ReportRowDefinition {
  readonly values: readonly (number | null)[];
}

const englishColumn: Readonly<Record<string, string>> = { clients: 'clients', sessions: 'sessions', visits: 'visits' };

function yearColumn(key: string, label: string): ReportColumn | null {
  const match = /^(\d{4})(-plan)?$/.exec(key);
  return match ? { key, label, year: Number(match[1]), plan: match[2] !== undefined } : null;
}

function rowsByYear(table: ResultTable): Figured[] {
  return table.rows.map(({ key, label, parent, level, approximate, values, measure, share }) => ({
    key,
    label,
    parent,
    level,
    measure: measure ?? nature.measures[table.id]?.[key] ?? 'OTHER',
    heading: values.every((value) => value === null),
    approximate: approximate ?? false,
    values,
    ...(share ? { share } : {}),
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
      const label = { lv: `${row.label.lv}: ${table.columnLabels[at]}`, en: `${row.label.en}: ${englishColumn[column] ?? column}` };
      const key = at === 0 ? row.key : `${row.key}-${column}`;
      return { ...row, key, label, measure: nature.columns[column] ?? 'OTHER', values: [row.values[at] ?? null] };
    });
  });
}

/** Whether the columns of a table are years, not kinds of count. */
export const hasYears = (table: Pick<ResultTable, 'columns'>): boolean => table.columns.every((key) => yearColumn(key, key) !== null);

/** What a town has printed: its tables, and what they say. */
export interface PrintedReport {
  readonly tables: readonly ReportTableDefinition[];
  /** Years of which figures are printed, from the first. */
  readonly years: readonly number[];
  /** The printed figure of a row and a year, or the plan for it; null where none is printed. Money in Euro. */
  figure(table: string, row: string, year: number, plan?: boolean): number | null;
}

/**
 * Tables as they are printed.
 * @param documentYear the year of the tables whose columns are kinds of count instead of years
 */
export function printedReport(printed: readonly ResultTable[], documentYear: number): PrintedReport {
  const figured = printed.map((table) => {
    const { id, unit, title } = table;
    const domain = nature.domains[id] ?? null;
    const columns = table.columns.flatMap((key, at) => yearColumn(key, table.columnLabels[at] ?? key) ?? []);
    return hasYears(table)
      ? { id, domain, unit, title, columns, rows: rowsByYear(table) }
      : {
          id,
          domain,
          unit,
          title,
          columns: [{ key: String(documentYear), label: `${documentYear}. gads`, year: documentYear, plan: false }],
          rows: rowsByKind(table),
        };
  });
  const columns = figured.flatMap((table) => table.columns);
  return {
    tables: figured.map((table) => ({ ...table, rows: table.rows.map(({ values: _values, ...row }) => row) })),
    years: [...new Set(columns.filter(({ plan }) => !plan).map(({ year }) => year))].sort((a, b) => a - b),
    figure(table, row, year, plan = false) {
      const found = figured.find(({ id }) => id === table);
      const at = found?.columns.findIndex((column) => column.year === year && column.plan === plan) ?? -1;
      return found?.rows.find(({ key }) => key === row)?.values[at] ?? null;
    },
  };
}
