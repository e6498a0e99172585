import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import type { ReferralState } from '../../gql/partner/graphql.js';
import { graphql } from '../../gql/partner/index.js';
import { useLanguage } from '../../i18n/language.js';
import { Badge, type Column, Empty, Part, Section, Skeleton, Table, useHoles } from '../../ui/index.js';
import { withdrawal } from '../forget.js';
import { useDeliveryQueue } from '../queue/use-queue.js';
import { stateTones } from '../state-tones.js';
import { usePartnerWords } from '../words.js';
import styles from './referrals.module.css';
import { useReferralsTexts } from './texts.js';

const listQuery = graphql(`
  query PartnerReferrals($state: ReferralState, $after: String) {
    referrals(first: 50, after: $after, state: $state) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        state
        purpose
        needs
        serviceType {
          code
          lv: label
          en: label(language: EN)
        }
        person {
          reference
          givenName
          familyName
        }
      }
    }
  }
`);

/** How often the list looks again, in milliseconds: a new referral shows up, a withdrawn one closes. */
const lookEvery = 60_000;

/** Referrals in one state, or all of them. */
export function ReferralList({ state, title }: { state: ReferralState | null; title: string }) {
  const t = useReferralsTexts();
  const words = usePartnerWords();
  const { language } = useLanguage();
  const { queue } = useDeliveryQueue();
  const { data, error, refetch, fetchMore } = useQuery(listQuery, { variables: { state }, pollInterval: lookEvery });
  const holes = useHoles(error);
  const page = data?.referrals;
  const nodes = page?.nodes ?? [];
  const withdrawn = nodes.flatMap((node) => (node.state === 'CONSENT_WITHDRAWN' ? [node.id] : [])).join(' ');
  useEffect(() => {
    for (const id of withdrawn.split(' ').filter(Boolean)) void queue.forget(id, withdrawal);
  }, [withdrawn, queue]);
  useEffect(() => {
    const look = () => void refetch();
    window.addEventListener('focus', look);
    return () => window.removeEventListener('focus', look);
  }, [refetch]);

  type Node = (typeof nodes)[number];
  const nameOf = ({ person }: Node) => [person.givenName, person.familyName].filter(Boolean).join(' ');
  const closed = <span className={styles.closed}>{t('closed')}</span>;
  const status: Column<Node> = {
    id: 'state',
    header: t('state'),
    width: '12rem',
    cell: (node) => <Badge tone={stateTones[node.state]}>{words(`state.${node.state}`)}</Badge>,
    sort: (node) => words(`state.${node.state}`),
  };
  const columns: Column<Node>[] = [
    {
      id: 'client',
      header: t('client'),
      width: '16rem',
      cell: (node) => nameOf(node) || (node.person.reference ?? words('closedClient')),
      sort: ({ person }) => person.familyName ?? person.reference ?? '\uffff',
    },
    {
      id: 'service',
      header: t('service'),
      width: '18rem',
      cell: ({ serviceType }) => serviceType[language],
      sort: ({ serviceType }) => serviceType[language],
    },
    { id: 'needs', header: t('needs'), cell: ({ needs }) => needs ?? closed },
    ...(state ? [] : [status]),
  ];
  const which = state ?? 'ALL';
  return (
    <Section title={title} count={page?.totalCount} flush>
      <Part holes={holes} at="referrals" onAgain={() => void refetch()}>
        {page ? (
          <Table
            label={t('list', { of: title })}
            columns={columns}
            rows={nodes}
            id={({ id }) => id}
            href={({ id }) => `/referrals/${id}`}
            empty={<Empty title={t(`none.${which}`)}>{t(`noneLead.${which}`)}</Empty>}
            {...(page.pageInfo.hasNextPage ? { onMore: () => void fetchMore({ variables: { after: page.pageInfo.endCursor } }) } : {})}
          />
        ) : (
          <div className={styles.waiting}>
            <Skeleton lines={4} height="9rem" />
          </div>
        )}
      </Part>
    </Section>
  );
}
