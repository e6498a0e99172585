import { useApolloClient } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import type { Label } from '../../format/format.js';
import type { Measure } from '../../gql/region/graphql.js';
import { graphql } from '../../gql/region/index.js';
import type { Publication } from '../use-towns.js';

const catalogueQuery = graphql(`
  query FigureCatalogue($municipality: ID!, $year: Int!) {
    publishedReport(municipality: $municipality, year: $year) {
      municipalityCode
      year
      tables {
        id
        lv: title
        en: title(language: EN)
        rows {
          key
          lv: label
          en: label(language: EN)
          level
          measure
          value
          suppressed
        }
      }
    }
  }
`);

/** A row of a table that can be compared. */
export interface CatalogueRow extends Label {
  key: string;
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

/** What can be compared: the tables and rows of each town's newest publication. Null while it is asked. */
export function useCatalogue(published: ReadonlyMap<string, readonly Publication[]> | null): readonly CatalogueTable[] | null {
  const client = useApolloClient();
  const [tables, setTables] = useState<readonly CatalogueTable[] | null>(null);
  useEffect(() => {
    if (!published) return;
    let gone = false;
    const newest = [...published].flatMap(([code, [first]]) => (first ? [{ municipality: code, year: first.year }] : []));
    void Promise.all(newest.map((variables) => client.query({ query: catalogueQuery, variables }))).then((answers) => {
      if (gone) return;
      const reports = answers.map(({ data }) =>
        (data?.publishedReport?.tables ?? []).map(({ id, lv, en, rows }) => ({
          id,
          lv,
          en,
          rows: rows.map((row) => ({ ...row, counted: row.value !== null || row.suppressed })),
        })),
      );
      setTables(joinTables(reports));
    });
    return () => {
      gone = true;
    };
  }, [client, published]);
  return tables;
}
