import { useApolloClient, useQuery } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import type { ReferralState } from '../../gql/partner/graphql.js';
import { graphql } from '../../gql/partner/index.js';
import { useLanguage } from '../../i18n/language.js';
import { Badge, type Column, Empty, Part, Section, Skeleton, Table, useHoles } from '../../ui/index.js';
import { type Standing, standingText } from '../closing.js';
import { forgetReferral, withdrawal } from '../forget.js';
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
          consents {
            id
            scopes
            until
            withdrawnAt
          }
          givenName
          familyName
        }
      }
    }
  }
`);

/** Which referrals there are, without names: those stand in the client's trail each time they are asked for. */
const standingQuery = graphql(`
  query PartnerReferralsStanding($state: ReferralState, $first: Int!) {
    referrals(first: $first, state: $state) {
      totalCount
      nodes {
        id
        state
        person {
          consents {
            id
            scopes
            until
            withdrawnAt
          }
        }
      }
    }
  }
`);

/** Most referrals in one page of the graph. */
const mostReferrals = 200;

/** How often the list looks again, in milliseconds: a new referral shows up, a withdrawn one closes. */
const lookEvery = 60_000;

interface Standings {
  totalCount: number;
  nodes: readonly (Standing & { id: string })[];
}

/** What tells whether a list has changed, as far as both looks see it. */
const standingOf = ({ totalCount, nodes }: Standings, first: number) =>
  JSON.stringify([totalCount, nodes.slice(0, first).map((node) => [node.id, standingText(node)])]);

/** Referrals in one state, or all of them. */
export function ReferralList({ state, title }: { state: ReferralState | null; title: string }) {
  const t = useReferralsTexts();
  const words = usePartnerWords();
  const { language } = useLanguage();
  const { queue } = useDeliveryQueue();
  const client = useApolloClient();
  // Nothing of it goes into the cache: what the list shows is all there is.
  const { data, error, refetch, fetchMore } = useQuery(listQuery, {
    variables: { state },
    fetchPolicy: 'no-cache',
    nextFetchPolicy: 'no-cache',
  });
  const holes = useHoles(error);
  const page = data?.referrals;
  const nodes = page?.nodes ?? [];
  const withdrawn = nodes.flatMap((node) => (node.state === 'CONSENT_WITHDRAWN' ? [node.id] : [])).join(' ');
  useEffect(() => {
    for (const id of withdrawn.split(' ').filter(Boolean)) {
      forgetReferral(client.cache, id);
      void queue.forget(id, withdrawal);
    }
  }, [withdrawn, client, queue]);
  // What was here and is not any more may have been withdrawn: nothing that another screen has kept of it stays.
  const ids = nodes.map(({ id }) => id).join(' ');
  const before = useRef(ids);
  useEffect(() => {
    if (!page) return;
    const now = ids.split(' ');
    for (const id of before.current.split(' ').filter(Boolean)) if (!now.includes(id)) forgetReferral(client.cache, id);
    before.current = ids;
  }, [client, page, ids]);
  const first = Math.min(mostReferrals, Math.max(50, nodes.length));
  const shown = page ? standingOf(page, first) : null;
  useEffect(() => {
    const check = async () => {
      if (document.visibilityState !== 'visible') return;
      const now = await client
        .query({ query: standingQuery, variables: { state, first }, fetchPolicy: 'no-cache' })
        .then(({ data: found }) => found?.referrals)
        .catch(() => null); // the line is down: the notice says so, and the next look comes
      if (now && standingOf(now, first) !== shown) void refetch();
    };
    const timer = setInterval(() => void check(), lookEvery);
    window.addEventListener('focus', check);
    return () => {
      clearInterval(timer);
      window.removeEventListener('focus', check);
    };
  }, [client, state, first, shown, refetch]);
  const more = (after: string | null | undefined) =>
    fetchMore({
      variables: { after },
      updateQuery: (before, { fetchMoreResult: next }) =>
        before.referrals && next.referrals
          ? { ...next, referrals: { ...next.referrals, nodes: [...before.referrals.nodes, ...next.referrals.nodes] } }
          : before,
    });

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
            {...(page.pageInfo.hasNextPage ? { onMore: () => void more(page.pageInfo.endCursor) } : {})}
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
