import { useApolloClient } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { graphql } from '../../gql/region/index.js';
import type { Publication } from '../use-towns.js';
import { type CatalogueTable, joinTables } from './catalogue.js';

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
          parent
          level
          measure
          value
          suppressed
        }
      }
    }
  }
`);

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
