import type { ApolloCache } from '@apollo/client';

/** What a delivery that still waited is told when the client withdrew the consent. */
export const withdrawal = {
  code: 'NO_CONSENT',
  text: {
    lv: 'Klienta piekrišana vairs nav spēkā. Iesniedziet šo ierakstu pašvaldībai citā veidā.',
    en: "The client's consent no longer holds. Hand this record in to the municipality in another way.",
  },
} as const;

/** Takes a referral, and with it everything about the client, out of the cache. */
export function forgetReferral(cache: ApolloCache, id: string): void {
  cache.evict({ id: cache.identify({ __typename: 'Referral', id }) });
  cache.gc();
}
