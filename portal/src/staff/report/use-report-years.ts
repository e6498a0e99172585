import { useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import { yearInRiga } from '../../format/format.js';
import { graphql } from '../../gql/staff/index.js';
import { useSession } from '../../sign-in/session.js';

const yearsQuery = graphql(`
  query ReportYears($municipality: ID!, $y0: Int!, $y1: Int!, $y2: Int!, $y3: Int!, $y4: Int!, $y5: Int!, $y6: Int!) {
    y0: publishedReport(municipality: $municipality, year: $y0) {
      year
      publishedOn
    }
    y1: publishedReport(municipality: $municipality, year: $y1) {
      year
      publishedOn
    }
    y2: publishedReport(municipality: $municipality, year: $y2) {
      year
      publishedOn
    }
    y3: publishedReport(municipality: $municipality, year: $y3) {
      year
      publishedOn
    }
    y4: publishedReport(municipality: $municipality, year: $y4) {
      year
      publishedOn
    }
    y5: publishedReport(municipality: $municipality, year: $y5) {
      year
      publishedOn
    }
    y6: publishedReport(municipality: $municipality, year: $y6) {
      year
      publishedOn
    }
  }
`);

/** A year of which there is a report: any can be counted, some are published. */
export interface ReportYear {
  year: number;
  publishedOn: string | null;
  /** The year goes on: its figures still grow. */
  running: boolean;
}

/** The years to choose from, the latest first; `latest` is the last one published, else the last one that is over, and null until that is known. */
export function useReportYears(): { years: readonly ReportYear[]; latest: number | null } {
  const { place } = useSession();
  const now = yearInRiga();
  const { data, error } = useQuery(yearsQuery, {
    variables: { municipality: place ?? '', y0: now, y1: now - 1, y2: now - 2, y3: now - 3, y4: now - 4, y5: now - 5, y6: now - 6 },
  });
  return useMemo(() => {
    const found = data ? [data.y0, data.y1, data.y2, data.y3, data.y4, data.y5, data.y6] : [];
    const published = new Map(found.flatMap((one) => (one ? [[one.year, one.publishedOn] as const] : [])));
    const years = Array.from({ length: 7 }, (_, back) => ({
      year: now - back,
      publishedOn: published.get(now - back) ?? null,
      running: back === 0,
    }));
    return { years, latest: data || error ? (years.find(({ publishedOn }) => publishedOn)?.year ?? now - 1) : null };
  }, [data, error, now]);
}
