import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { PartnerReferralQuery } from '../../gql/partner/graphql.js';
import { graphql } from '../../gql/partner/index.js';
import { type Fault, faultsOf } from '../../graph/faults.js';
import { closedSince, type Look, openUntil, type Scope, type Standing, sameStanding } from '../closing.js';

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

/** Whether the consent still holds, and nothing else: identity that is asked for stands in the client's trail each time. */
const standingQuery = graphql(`
  query PartnerReferralStanding($id: ID!) {
    referral(id: $id) {
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

const lookOf = ({ state, person }: Standing): Look => ({ state, open: [...openUntil(person.consents ?? []).keys()] });

/** What has closed up to now, when a look found this. */
function closedBy({ referral, closed }: ReferralNow, found: Standing | null): ReferralNow['closed'] {
  if (!found) return closed;
  const now = lookOf(found);
  const since = closedSince(referral ? lookOf(referral) : null, now);
  return {
    all: closed.all || since.all,
    parts: [...new Set([...closed.parts, ...since.parts])].filter((part) => !now.open.includes(part)),
  };
}

/**
 * A referral, read on opening and after an action (`look`). Every quarter of a minute and whenever the page gets the focus only its standing is asked for,
 * and the whole is read again when that has changed. Nothing of it goes into the cache: what the page holds is all there is, and a look that finds the
 * consent withdrawn takes its place.
 */
export function useReferral(id: string, first: number): ReferralNow & { look(): Promise<void> } {
  const client = useApolloClient();
  const [now, setNow] = useState<ReferralNow>({ referral: undefined, faults: [], seenAt: null, closed: { all: false, parts: [] } });
  const order = useRef({ begun: 0, shown: 0 });
  const shown = useRef<ReferralShown | null | undefined>(undefined);
  shown.current = now.referral;

  const read = useCallback(
    async (standing: Standing | null) => {
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
        // What has changed is not shown as it was, even where the line breaks just now.
        if (!answer.data)
          return { ...before, faults: answer.faults, ...(standing ? { referral: undefined, closed: closedBy(before, standing) } : {}) };
        const referral = answer.data.referral ?? null;
        return { referral, faults: answer.faults, seenAt: new Date().toISOString(), closed: closedBy(before, referral) };
      });
    },
    [client, id, first],
  );

  const look = useCallback(() => read(null), [read]);

  const check = useCallback(async () => {
    const before = shown.current;
    if (!before) return look();
    order.current.begun += 1;
    const mine = order.current.begun;
    const { data, faults } = await client
      .query({ query: standingQuery, variables: { id }, fetchPolicy: 'no-cache' })
      .then(({ data, error }) => ({ data, faults: faultsOf(error) }))
      .catch((error: unknown) => ({ data: undefined, faults: faultsOf(error) }));
    if (mine < order.current.shown) return;
    if (!data) return setNow((was) => ({ ...was, faults }));
    const standing = data.referral ?? null;
    if (!standing || faults.length || !sameStanding(before, standing)) return read(standing);
    setNow((was) => ({ ...was, faults, seenAt: new Date().toISOString() }));
  }, [client, id, look, read]);

  useEffect(() => {
    const lookIfSeen = () => {
      if (document.visibilityState === 'visible') void check();
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
  }, [look, check]);

  return { ...now, look };
}
