import { useQuery } from '@apollo/client/react';
import type { ResultOf } from '@graphql-typed-document-node/core';
import { graphql } from '../../gql/staff/index.js';
import { useFormat } from '../../i18n/language.js';
import { useMay } from '../../shell/may.js';
import { Badge, type Column, Empty, Link, Part, Section, Skeleton, Table, useHoles } from '../../ui/index.js';
import { ConfirmButton } from './confirm-button.js';
import styles from './institutions.module.css';
import { useInstitutionsTexts } from './texts.js';
import { today } from './today.js';

const toConfirmQuery = graphql(`
  query PlacementsToConfirm($after: String) {
    placementsToConfirm(first: 50, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        version
        place
        from
        emergency
        confirmationDue
        facility {
          id
          name
        }
        person {
          id
          reference
        }
      }
    }
  }
`);

type Waiting = NonNullable<ResultOf<typeof toConfirmQuery>['placementsToConfirm']>['nodes'][number];

/**
 * Emergency admissions that another person is to confirm, with the day until which that is in time. Some stand above everything else, none below: each of
 * the two places shows it only when it is its turn.
 */
export function ToConfirm({ when }: { when: 'some' | 'none' }) {
  const t = useInstitutionsTexts();
  const format = useFormat();
  const may = useMay();
  const { data, error, refetch, fetchMore } = useQuery(toConfirmQuery);
  const holes = useHoles(error);
  const page = data?.placementsToConfirm;
  const some = Boolean(page?.totalCount) || holes.all.length > 0;
  if (when === 'some' ? !some : some) return null;
  const columns: Column<Waiting>[] = [
    { id: 'person', header: t('person'), cell: ({ person }) => <Link href={`/clients/${person.id}`}>{person.reference}</Link> },
    {
      id: 'facility',
      header: t('facility'),
      cell: ({ facility, place }) => (
        <>
          <Link href={`/institutions/${facility.id}`}>{facility.name}</Link> {place}
        </>
      ),
      sort: ({ facility }) => facility.name,
    },
    { id: 'why', header: t('why'), cell: ({ emergency }) => emergency },
    {
      id: 'due',
      header: t('confirmBy'),
      cell: ({ confirmationDue }) =>
        confirmationDue ? (
          <>
            {format.dayShort(confirmationDue)}{' '}
            {confirmationDue < today() ? <Badge tone="bad">{t('late')}</Badge> : <Badge>{format.distance(confirmationDue, today())}</Badge>}
          </>
        ) : null,
      sort: ({ confirmationDue }) => confirmationDue,
    },
    ...(may('placement.confirm').allowed
      ? [{ id: 'confirm', header: t('confirm'), cell: (one: Waiting) => <ConfirmButton placement={one} onDone={() => void refetch()} /> }]
      : []),
  ];
  return (
    <Section title={t('toConfirm')} count={page?.totalCount ?? null} flush>
      <p className={styles.pad}>{t('toConfirmLead')}</p>
      <Part holes={holes} at="placementsToConfirm" onAgain={() => void refetch()}>
        {page ? (
          <Table
            label={t('toConfirm')}
            columns={columns}
            rows={page.nodes}
            id={({ id }) => id}
            empty={<Empty title={t('nothingToConfirm')}>{t('nothingToConfirmLead')}</Empty>}
            {...(page.pageInfo.hasNextPage ? { onMore: () => void fetchMore({ variables: { after: page.pageInfo.endCursor } }) } : {})}
          />
        ) : (
          <Skeleton lines={3} height="8rem" />
        )}
      </Part>
    </Section>
  );
}
