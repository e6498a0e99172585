import type { ResultOf } from '@graphql-typed-document-node/core';
import { type FragmentType, graphql, read } from '../../gql/staff/index.js';
import { type Domain, domains } from './figures.js';

/** A table of the report with its rows, in both languages. */
export const reportTable = graphql(`
  fragment ReportTableParts on ReportTable {
    id
    lv: title
    en: title(language: EN)
    rows {
      key
      lv: label
      en: label(language: EN)
      parent
      level
      measure
      value
      suppressed
      previous
      previousSuppressed
      rule {
        code
        since
        lv: text
        en: text(language: EN)
      }
    }
  }
`);

/** What does not fit, as the reconciliation found it. */
export const discrepancy = graphql(`
  fragment ReportDiscrepancy on Discrepancy {
    kind
    table
    row
    published
    derived
    difference
    source
    lv: note
    en: note(language: EN)
  }
`);

/** The whole report of a year: every screen of it asks the same, so that going from one to another asks nothing. */
export const reportQuery = graphql(`
  query Report($municipality: ID!, $year: Int!) {
    annualReport(municipality: $municipality, year: $year) {
      year
      benefits {
        ...ReportTableParts
      }
      services {
        ...ReportTableParts
      }
      institutions {
        ...ReportTableParts
      }
      workforce {
        ...ReportTableParts
      }
      finance {
        ...ReportTableParts
      }
      reconciliation {
        ...ReportDiscrepancy
      }
      serviceOutcomes {
        goalsClosed
        goalsAchieved
        surveyAnswers
        meanScore
      }
      monitoring {
        goalsAchievedShare
        satisfaction
        costPerClient
        outputs {
          value
          suppressed
        }
      }
    }
  }
`);

/** The report as the screens get it. */
export type ReportData = NonNullable<ResultOf<typeof reportQuery>['annualReport']>;

/** A table as it is shown. */
export type ReportTable = ReturnType<typeof tablesOf>[number];

/** A row as it is shown. */
export type ReportRow = ReportTable['rows'][number];

/** Something that does not fit. */
export type Discrepancy = ReturnType<typeof discrepanciesOf>[number];

/** The tables of a part of the report; empty where it has none. */
export function tablesOf(tables: readonly FragmentType<typeof reportTable>[] | null | undefined) {
  return read(reportTable, tables ?? []);
}

/** What the reconciliation found; empty where it found nothing. */
export function discrepanciesOf(found: readonly FragmentType<typeof discrepancy>[] | null | undefined) {
  return read(discrepancy, found ?? []);
}

/** A figure by its address in a report: the part that counts it, its table and its row. */
export function findFigure(
  report: Partial<Record<Domain, readonly FragmentType<typeof reportTable>[] | null>> | null | undefined,
  tableId: string,
  rowKey: string,
): { domain: Domain; table: ReportTable; row: ReportRow } | null {
  for (const domain of domains) {
    const table = tablesOf(report?.[domain]).find(({ id }) => id === tableId);
    const row = table?.rows.find(({ key }) => key === rowKey);
    if (table && row) return { domain, table, row };
  }
  return null;
}
