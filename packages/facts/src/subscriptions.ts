import type { DomainName } from '@atbalsts/database';
import type { FactKind } from './kinds.js';

/**
 * Which domain hears which kinds of which source. A subscriber receives these and nothing else: the source filters by this table,
 * whatever is asked for. A kind added later is heard from its beginning, because the cursor is kept by kind.
 */
export const subscriptions: { readonly [S in DomainName]: { readonly [O in DomainName]?: readonly FactKind[] } } = {
  registry: {},
  benefits: { registry: ['person', 'circumstance', 'household-member'] },
  services: {
    registry: ['person', 'circumstance', 'household-member'],
    benefits: ['household-status', 'decision'],
    institutions: ['placement'],
    workforce: ['employee'],
    strategy: ['published-coverage'],
  },
  institutions: {
    registry: ['person', 'circumstance', 'household-member'],
    benefits: ['household-status'],
  },
  workforce: { strategy: ['published-staffing'] },
  strategy: {},
};

/** The domains whose facts a domain hears. */
export function sourcesOf(subscriber: DomainName): DomainName[] {
  return Object.keys(subscriptions[subscriber]) as DomainName[];
}

/** The kinds that a domain hears of a source; none where it is no subscriber. */
export function subscribedKinds(subscriber: DomainName, source: DomainName): readonly FactKind[] {
  return subscriptions[subscriber][source] ?? [];
}
