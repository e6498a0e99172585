import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { graphql } from '../../gql/staff/index.js';
import { useFormat } from '../../i18n/language.js';
import { useMay } from '../../shell/may.js';
import { Badge, Checkbox, type Column, Empty, Part, Section, Skeleton, Table, useHoles } from '../../ui/index.js';
import styles from './audit.module.css';
import { useAuditTexts } from './texts.js';
import { useAuditWords } from './words.js';

const emergenciesQuery = graphql(`
  query EmergencyAccesses($first: Int!, $after: String, $open: Boolean!) {
    emergencyAccesses(first: $first, after: $after, open: $open) {
      totalCount
      nodes {
        id
        personId
        subject
        role
        reason
        openedAt
        endsAt
        closedAt
        open
        person {
          id
          reference
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

const pageSize = 20;
const toTrail = (row: { id: string; personId: string }) => `/audit/${row.personId}`;

/** Whose file was opened in an emergency, by whom and why; a row opens what was looked at. */
export function Emergencies() {
  const t = useAuditTexts();
  const words = useAuditWords();
  const format = useFormat();
  const may = useMay();
  const [open, setOpen] = useState(false);
  const { data, error, loading, refetch, fetchMore } = useQuery(emergenciesQuery, { variables: { first: pageSize, open } });
  const holes = useHoles(error);
  const page = data?.emergencyAccesses;
  const rows = page?.nodes ?? [];
  const columns: Column<(typeof rows)[number]>[] = [
    { id: 'client', header: t('client'), width: '7rem', cell: (row) => row.person?.reference ?? '–' },
    {
      id: 'who',
      header: t('who'),
      width: '13rem',
      cell: (row) => (
        <>
          <div>{words.roles(row.role)}</div>
          <div className={styles.subject}>{row.subject}</div>
        </>
      ),
    },
    { id: 'reason', header: t('reason'), cell: (row) => row.reason },
    { id: 'opened', header: t('opened'), width: '9.5rem', cell: (row) => format.moment(row.openedAt) },
    {
      id: 'state',
      header: t('state'),
      width: '12rem',
      cell: (row) =>
        row.open ? (
          <Badge tone="warn">{t('state.open')}</Badge>
        ) : (
          <Badge>{row.closedAt ? t('state.closed', { when: format.moment(row.closedAt) }) : t('state.ended')}</Badge>
        ),
    },
  ];
  const trails = may('audit.read').allowed;
  return (
    <Section
      title={t('emergencies')}
      count={page?.totalCount}
      flush
      actions={
        <Checkbox value={open} onChange={setOpen}>
          {t('openOnly')}
        </Checkbox>
      }
    >
      <Part holes={holes} at="emergencyAccesses" onAgain={() => void refetch()}>
        {page ? (
          <Table
            label={t('emergencies')}
            columns={columns}
            rows={rows}
            id={(row) => row.id}
            {...(trails ? { href: toTrail } : {})}
            empty={<Empty title={t('noEmergencies')}>{t('noEmergenciesLead')}</Empty>}
            {...(page.pageInfo.hasNextPage
              ? { onMore: () => void fetchMore({ variables: { after: page.pageInfo.endCursor } }).catch(() => undefined) }
              : {})}
            loadingMore={loading}
          />
        ) : (
          <div className={styles.pad}>
            <Skeleton lines={4} height="10rem" />
          </div>
        )}
      </Part>
    </Section>
  );
}
