import { type BatchLoad, type Context, countTables } from '@atbalsts/graphql';
import { findReportTable, type ReportDomain } from '@atbalsts/reference';
import { fundingSourcesRules } from '../report/funding-sources.rules.js';
import { type AnnualReport, otherParts } from './annual-report.js';

/** As much of a report table as figures are read from. */
export interface FigureTable {
  id: string;
  rows: readonly { key: string; value: number | null }[];
}

/** A report as figures: asked by table and row. A part is missing where its domain does not answer. */
export class Figures {
  private readonly byRow = new Map<string, number | null>();

  constructor(private readonly parts: Partial<Record<ReportDomain, readonly FigureTable[] | null>>) {
    for (const table of Object.values(parts).flatMap((tables) => tables ?? [])) {
      for (const row of table.rows) this.byRow.set(`${table.id}/${row.key}`, row.value ?? null);
    }
  }

  /** The figure of a row: null where there are no records, undefined where it is not derived, or its domain does not answer. */
  of(table: string, row: string): number | null | undefined {
    return this.byRow.get(`${table}/${row}`);
  }

  /** Whether the domain of a table has answered. */
  answered(table: string): boolean {
    const domain = findReportTable(table)?.domain;
    return domain !== undefined && this.parts[domain] != null;
  }
}

/** Tables of finance by municipality and year. */
export const financeTables: BatchLoad<{ municipality: string; year: number }, Awaited<ReturnType<typeof countTables>>> = async (
  { em },
  keys,
) => {
  const counted: Awaited<ReturnType<typeof countTables>>[] = [];
  for (const { municipality, year } of keys) counted.push(await countTables(em, fundingSourcesRules, municipality, year));
  return counted;
};

/** The figures of a report: the other domains' as the gateway brought them, finance from the own records. */
export async function figuresOf(context: Context, report: AnnualReport): Promise<Figures> {
  const finance = await context.load(financeTables, { municipality: report.municipalityCode, year: report.year });
  return new Figures({
    finance,
    ...Object.fromEntries(otherParts.map((part) => [part, report[part] as readonly FigureTable[] | null | undefined])),
  });
}
