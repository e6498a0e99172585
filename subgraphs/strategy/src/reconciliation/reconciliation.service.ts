import type { EntityManager } from '@mikro-orm/postgresql';
import type { Figures } from '../annual-report/figures.js';
import { printedOf } from '../printed-results/printed-results.js';
import { Discrepancy, type DiscrepancyKind } from './discrepancy.js';
import { reconcile } from './reconciliation.rules.js';

/** Everything that does not fit between a report and the published figures of its year, or within these; nothing where none are published. */
export async function discrepanciesOf(em: EntityManager, municipality: string, year: number, figures: Figures): Promise<Discrepancy[]> {
  const printed = await printedOf(em, municipality);
  const findings = reconcile({
    year,
    tables: printed.tables,
    years: printed.years,
    published: printed.figure,
    derived: (table, row) => figures.of(table, row),
    answered: (table) => figures.answered(table),
  });
  return findings.map(({ kind, ...found }) => {
    const { published, derived } = found;
    const difference = published === null || derived === null ? null : Math.round((published - derived) * 100) / 100;
    return Object.assign(new Discrepancy(), { ...found, kind: kind as DiscrepancyKind, difference, source: printed.sourceOf(found.table) });
  });
}
