import { useQuery } from '@apollo/client/react';
import { graphql } from '../../gql/staff/index.js';
import { useFormat } from '../../i18n/language.js';
import { useSession } from '../../sign-in/session.js';
import { Empty, Notice, Part, Skeleton, Stack, useHoles } from '../../ui/index.js';
import { Publication } from './publication.js';
import { tablesOf } from './report-table.js';
import { Tables } from './tables.js';
import { useReportTexts } from './texts.js';

const snapshotQuery = graphql(`
  query ReportSnapshot($municipality: ID!, $year: Int!) {
    preparedReport(year: $year) {
      year
      publishedOn
      tables {
        ...ReportTableParts
      }
    }
    publishedReport(municipality: $municipality, year: $year) {
      year
      publishedOn
      tables {
        ...ReportTableParts
      }
    }
  }
`);

/** What the region sees, or would see once a second person confirms it: the figures as they were kept, with what is withheld marked as such. */
export function Snapshot({ year }: { year: number }) {
  const t = useReportTexts();
  const format = useFormat();
  const municipality = useSession().place ?? '';
  const { data, error, refetch } = useQuery(snapshotQuery, { variables: { municipality, year } });
  const holes = useHoles(error);
  const shown = data?.preparedReport ?? data?.publishedReport;
  return (
    <Stack gap="l">
      <Publication year={year} />
      <Part holes={holes} at="publishedReport" onAgain={() => void refetch()}>
        {shown ? (
          <>
            <Notice>
              {t(data?.preparedReport ? 'snapshotPrepared' : 'snapshotPublished', { day: format.dayShort(shown.publishedOn) })}
            </Notice>
            <Tables tables={tablesOf(shown.tables)} year={year} found={[]} />
          </>
        ) : data ? (
          <Empty title={t('noSnapshot')}>{t('noSnapshotLead')}</Empty>
        ) : (
          <Skeleton lines={6} height="32rem" />
        )}
      </Part>
    </Stack>
  );
}
