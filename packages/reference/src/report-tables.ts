import { daugavpils } from './municipalities.js';
import { type PrintedReport, printedReport, type ReportDomain, type ReportTableDefinition } from './printed-tables.js';
import { results } from './results.js';

/** A table's id and a row's key in it. */
export interface RowRef {
  readonly table: string;
  readonly row: string;
}

/** The results of Daugavpils for 2022. */
const printed = printedReport(results.tables, 2022);

/** A table of the model report: a domain computes it. */
export type DerivedTableDefinition = ReportTableDefinition & { readonly domain: ReportDomain };

/** Every table of the 2022 results, in print order: what the annual report of a municipality has to fill. */
export const reportTables: readonly DerivedTableDefinition[] = printed.tables.map((table) => {
  if (!table.domain) throw new Error(`report-measures.json names no domain for ${table.id}`);
  return { ...table, domain: table.domain };
});

/** The tables of one part of the annual report. */
export function reportTablesOf(domain: ReportDomain): readonly DerivedTableDefinition[] {
  return reportTables.filter((table) => table.domain === domain);
}

/**
 * A table by its id.
 * @throws Error where there is none: ids are written in code, so it is a mistake of ours.
 */
export function reportTable(id: string): DerivedTableDefinition {
  const table = findReportTable(id);
  if (!table) throw new Error(`No report table is called ${id}`);
  return table;
}

/** A table by its id, or undefined: for ids that come from outside. */
export function findReportTable(id: string): DerivedTableDefinition | undefined {
  return reportTables.find((table) => table.id === id);
}

/** Rows without any figure: headings, which no counting rule fills. */
export const headingRows: readonly RowRef[] = reportTables.flatMap((table) =>
  table.rows.filter((row) => row.heading).map((row) => ({ table: table.id, row: row.key })),
);

/** What this package holds of what a municipality has printed, or null. */
export const printedBy = (municipality: string): PrintedReport | null => (municipality === daugavpils ? printed : null);

/** Title of the document that the published figures are from. */
export const resultsSource: string = results.document;

/**
 * The figure a municipality has printed for a row and a year, or null where none is printed. Money in Euro, not cents. Plans are no
 * figures of a year: ask `plannedFigure`.
 */
export function publishedFigure(municipality: string, tableId: string, rowKey: string, year: number): number | null {
  return printedBy(municipality)?.figure(tableId, rowKey, year) ?? null;
}

/** The figure a municipality has printed as its plan for a year (columns such as '2023-plan'), or null. Money in Euro. */
export function plannedFigure(municipality: string, tableId: string, rowKey: string, year: number): number | null {
  return printedBy(municipality)?.figure(tableId, rowKey, year, true) ?? null;
}
