import { publishedFigure, publishedYears, reportTables, resultsSource } from '@atbalsts/reference';
import type { Figures } from '../annual-report/figures.js';
import { Discrepancy, type DiscrepancyKind } from './discrepancy.js';
import { reconcile } from './reconciliation.rules.js';

/** Everything that does not fit between a report and the published figures of its year, or within these; nothing where none are published. */
export function discrepanciesOf(municipality: string, year: number, figures: Figures): Discrepancy[] {
  const findings = reconcile({
    year,
    tables: reportTables,
    years: publishedYears.get(municipality) ?? [],
    published: (table, row, of) => publishedFigure(municipality, table, row, of),
    derived: (table, row) => figures.of(table, row),
    answered: (table) => figures.answered(table),
  });
  return findings.map(({ kind, ...found }) => {
    const { published, derived } = found;
    const difference = published === null || derived === null ? null : Math.round((published - derived) * 100) / 100;
    return Object.assign(new Discrepancy(), { ...found, kind: kind as DiscrepancyKind, difference, source: resultsSource });
  });
}
