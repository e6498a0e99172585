import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { PartnerReferralQuery } from '../../gql/partner/graphql.js';
import { graphql } from '../../gql/partner/index.js';
import { type Fault, faultsOf } from '../../graph/faults.js';
import { closedSince, type Look, openUntil, type Scope } from '../closing.js';

const referralQuery = graphql(`
  query PartnerReferral($id: ID!, $first: Int!) {
    referral(id: $id) {
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
        ...ClientFactsPerson
      }
      deliveries(first: $first) {
        totalCount
        nodes {
          id
          on
          units
          unit
          recordedBy
        }
      }
    }
  }
`);

/** A referral as its page asks for it. */
export type ReferralShown = NonNullable<PartnerReferralQuery['referral']>;

/** How often the page looks whether the consent still holds, in milliseconds. */
const lookEvery = 15_000;

/** What the page knows: nothing yet (undefined), no such referral (null), or the referral as of the last look. */
export interface ReferralNow {
  referral: ReferralShown | null | undefined;
  /** What was wrong with the last look; what was seen before stays on the page while the line is down. */
  faults: readonly Fault[];
  /** When the graph last answered, RFC 3339. */
  seenAt: string | null;
  /** What closed while the page was open. */
  closed: { all: boolean; parts: readonly Scope[] };
}

const lookOf = ({ state, person }: ReferralShown): Look => ({ state, open: [...openUntil(person.consents ?? []).keys()] });

/**
 * A referral, looked at again every quarter of a minute and whenever the page gets the focus. Nothing of it goes into the cache: what the page holds is
 * all there is, and a look that finds the consent withdrawn takes its place.
 */
export function useReferral(id: string, first: number): ReferralNow & { look(): Promise<void> } {
  const client = useApolloClient();
  const [now, setNow] = useState<ReferralNow>({ referral: undefined, faults: [], seenAt: null, closed: { all: false, parts: [] } });
  const order = useRef({ begun: 0, shown: 0 });

  const look = useCallback(async () => {
    order.current.begun += 1;
    const mine = order.current.begun;
    const answer = await client
      .query({ query: referralQuery, variables: { id, first }, fetchPolicy: 'no-cache' })
      .then(({ data, error }) => ({ data, faults: faultsOf(error) }))
      .catch((error: unknown) => ({ data: undefined, faults: faultsOf(error) }));
    // An answer that was asked for before the one that is shown must not open again what has closed since.
    if (mine < order.current.shown) return;
    order.current.shown = mine;
    setNow((before) => {
      if (!answer.data) return { ...before, faults: answer.faults };
      const referral = answer.data.referral ?? null;
      const since = referral ? closedSince(before.referral ? lookOf(before.referral) : null, lookOf(referral)) : before.closed;
      const closed = {
        all: before.closed.all || since.all,
        parts: [...new Set([...before.closed.parts, ...since.parts])].filter((part) => !referral || !lookOf(referral).open.includes(part)),
      };
      return { referral, faults: answer.faults, seenAt: new Date().toISOString(), closed };
    });
  }, [client, id, first]);

  useEffect(() => {
    const lookIfSeen = () => {
      if (document.visibilityState === 'visible') void look();
    };
    void look();
    const timer = setInterval(lookIfSeen, lookEvery);
    window.addEventListener('focus', lookIfSeen);
    window.addEventListener('online', lookIfSeen);
    document.addEventListener('visibilitychange', lookIfSeen);
    return () => {
      order.current.shown = order.current.begun + 1; // whatever is still on its way belongs to a page that is no more
      clearInterval(timer);
      window.removeEventListener('focus', lookIfSeen);
      window.removeEventListener('online', lookIfSeen);
      document.removeEventListener('visibilitychange', lookIfSeen);
    };
  }, [look]);

  return { ...now, look };
}
