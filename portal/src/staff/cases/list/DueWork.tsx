import { useQuery } from '@apollo/client/react';
import { useSearchParams } from 'react-router';
import { graphql } from '../../../gql/staff/index.js';
import { useFormat } from '../../../i18n/language.js';
import { Badge, type Column, Empty, Link, Part, Row, Section, Select, Skeleton, Stack, Table, useHoles } from '../../../ui/index.js';
import styles from '../cases.module.css';
import { useCaseTexts } from '../texts.js';

const DueWorkQuery = graphql(`
  query DueWorkOfAll($kind: DueKind, $after: String) {
    dueWork(first: 40, after: $after, kind: $kind) {
      totalCount
      nodes {
        kind
        dueOn
        daysLate
        objectId
        number
        person {
          id
          reference
        }
        responsible {
          id
          name
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

const kinds = [
  'SOCIAL_WORK_START',
  'RISK_ASSESSMENT',
  'CASE_GOAL',
  'SERVICE_DECISION',
  'SERVICE_REVIEW',
  'SERVICE_END',
  'OFFER_ANSWER',
] as const;
type Kind = (typeof kinds)[number];

/** Where the record that is due is seen; null for what has no page of its own. */
function placeOf({ kind, objectId }: { kind: Kind; objectId: string }): string | null {
  if (kind === 'SOCIAL_WORK_START' || kind === 'RISK_ASSESSMENT') return `/cases/${objectId}`;
  if (kind === 'SERVICE_DECISION' || kind === 'SERVICE_REVIEW' || kind === 'SERVICE_END') return `/requests/${objectId}`;
  return null;
}

/** What is due of all workers of the town, the longest overdue first: for who answers for all of it. */
export function DueWork() {
  const t = useCaseTexts();
  const format = useFormat();
  const [params, setParams] = useSearchParams();
  const kind = kinds.find((one) => one === params.get('kind')) ?? null;
  const { data, loading, error, refetch, fetchMore } = useQuery(DueWorkQuery, { variables: { kind } });
  const holes = useHoles(error);
  const page = data?.dueWork;
  type Item = NonNullable<typeof page>['nodes'][number];
  const columns: readonly Column<Item>[] = [
    {
      id: 'due',
      header: t('column.due'),
      width: '15rem',
      cell: ({ dueOn, daysLate }) => (
        <Row>
          <span>{format.dayShort(dueOn)}</span>
          {daysLate > 0 ? <Badge tone="bad">{t('daysLate', { count: daysLate })}</Badge> : null}
        </Row>
      ),
    },
    {
      id: 'kind',
      header: t('what'),
      cell: (item) => {
        const place = placeOf(item);
        const words = t(`due.${item.kind}`);
        return place ? <Link href={place}>{words}</Link> : words;
      },
    },
    { id: 'number', header: t('recordNumber'), cell: ({ number }) => number, width: '8rem' },
    {
      id: 'person',
      header: t('column.person'),
      cell: ({ person }) => <Link href={`/clients/${person.id}`}>{person.reference ?? '–'}</Link>,
      width: '8rem',
    },
    { id: 'responsible', header: t('column.responsible'), cell: ({ responsible }) => responsible?.name ?? t('nobody') },
  ];
  return (
    <Stack>
      <div className={styles.filters}>
        <Select<Kind | 'ALL'>
          label={t('what')}
          choices={[{ id: 'ALL', label: t('anyDue') }, ...kinds.map((id) => ({ id, label: t(`due.${id}`) }))]}
          value={kind ?? 'ALL'}
          onChange={(next) => setParams(next === 'ALL' ? { part: 'due' } : { part: 'due', kind: next }, { replace: true })}
        />
      </div>
      <Part holes={holes} at="dueWork" onAgain={() => void refetch()}>
        <Section title={t('tabDue')} count={page?.totalCount} flush>
          {loading && !page ? (
            <div className={styles.wait}>
              <Skeleton lines={10} height="26rem" />
            </div>
          ) : (
            <Table
              label={t('tabDue')}
              columns={columns}
              rows={page?.nodes ?? []}
              id={(item) => `${item.kind} ${item.objectId}`}
              onMore={page?.pageInfo.hasNextPage ? () => void fetchMore({ variables: { after: page.pageInfo.endCursor } }) : undefined}
              loadingMore={loading}
              empty={<Empty title={t('nothingDue')}>{t('nothingDueLead')}</Empty>}
            />
          )}
        </Section>
      </Part>
    </Stack>
  );
}
