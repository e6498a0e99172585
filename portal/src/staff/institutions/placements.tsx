import { useQuery } from '@apollo/client/react';
import type { ResultOf } from '@graphql-typed-document-node/core';
import { graphql } from '../../gql/staff/index.js';
import { useFormat } from '../../i18n/language.js';
import { type Column, Empty, Link, Part, Section, Skeleton, Table, useHoles } from '../../ui/index.js';
import { useInstitutionsTexts } from './texts.js';

const placementsQuery = graphql(`
  query FacilityPlacements($id: ID!, $on: Date!, $after: String) {
    facility(id: $id) {
      id
      placements(on: $on, first: 50, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          id
          from
          until
          person {
            id
            reference
          }
        }
      }
    }
  }
`);

type Placed = NonNullable<ResultOf<typeof placementsQuery>['facility']>['placements']['nodes'][number];

/** Who has a place in a facility without beds on a day. */
export function Placements({ facilityId, on }: { facilityId: string; on: string }) {
  const t = useInstitutionsTexts();
  const format = useFormat();
  const { data, error, refetch, fetchMore } = useQuery(placementsQuery, { variables: { id: facilityId, on } });
  const holes = useHoles(error);
  const page = data?.facility?.placements;
  const columns: Column<Placed>[] = [
    { id: 'person', header: t('person'), cell: ({ person }) => <Link href={`/clients/${person.id}`}>{person.reference}</Link> },
    { id: 'from', header: t('since'), cell: ({ from }) => format.dayShort(from), sort: ({ from }) => from },
    { id: 'until', header: t('untilDay'), cell: ({ until }) => (until ? format.dayShort(until) : t('open')), sort: ({ until }) => until },
  ];
  return (
    <Section title={t('placements')} count={page?.totalCount ?? null} flush>
      <Part holes={holes} at="facility.placements" onAgain={() => void refetch()}>
        {page ? (
          <Table
            label={t('placements')}
            columns={columns}
            rows={page.nodes}
            id={({ id }) => id}
            empty={<Empty title={t('noPlacements')}>{t('noPlacementsLead')}</Empty>}
            {...(page.pageInfo.hasNextPage ? { onMore: () => void fetchMore({ variables: { after: page.pageInfo.endCursor } }) } : {})}
          />
        ) : (
          <Skeleton lines={6} height="20rem" />
        )}
      </Part>
    </Section>
  );
}
