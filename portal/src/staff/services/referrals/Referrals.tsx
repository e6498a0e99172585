import { useQuery } from '@apollo/client/react';
import { graphql } from '../../../gql/staff/index.js';
import { useFormat } from '../../../i18n/language.js';
import { Empty, Link, Part, Section, Skeleton, Table, useHoles } from '../../../ui/index.js';
import styles from '../../cases/cases.module.css';
import { useServiceTexts } from '../texts.js';
import { ReferralBadge } from '../words.js';

const ReferralsQuery = graphql(`
  query StaffReferrals($after: String) {
    referrals(first: 40, after: $after) {
      totalCount
      nodes {
        id
        state
        purpose
        endedOn
        person {
          id
          reference
        }
        organisation {
          id
          name
        }
        serviceType {
          code
          lv: label
          en: label(language: EN)
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

/** Whom the town has referred to partners, and what the partners answered. */
export function Referrals() {
  const t = useServiceTexts();
  const format = useFormat();
  const { data, loading, error, refetch, fetchMore } = useQuery(ReferralsQuery);
  const holes = useHoles(error);
  const page = data?.referrals;
  return (
    <Section title={t('referrals')} count={page?.totalCount} flush>
      {loading && !data ? (
        <div className={styles.wait}>
          <Skeleton lines={6} height="16rem" />
        </div>
      ) : (
        <Part holes={holes} at="referrals" onAgain={() => void refetch()}>
          <Table
            label={t('referrals')}
            rows={page?.nodes ?? []}
            id={({ id }) => id}
            columns={[
              {
                id: 'client',
                header: t('client'),
                cell: ({ person }) => <Link href={`/clients/${person.id}`}>{person.reference ?? '–'}</Link>,
                width: '8rem',
              },
              { id: 'partner', header: t('partner'), cell: ({ organisation }) => organisation.name },
              { id: 'service', header: t('service'), cell: ({ serviceType }) => serviceType[format.language] },
              { id: 'purpose', header: t('purpose'), cell: ({ purpose }) => purpose },
              { id: 'state', header: t('referralState'), cell: ({ state }) => <ReferralBadge state={state} />, width: '13rem' },
            ]}
            onMore={page?.pageInfo.hasNextPage ? () => void fetchMore({ variables: { after: page.pageInfo.endCursor } }) : undefined}
            loadingMore={loading}
            empty={<Empty title={t('noReferrals')}>{t('noReferralsLead')}</Empty>}
          />
        </Part>
      )}
    </Section>
  );
}
