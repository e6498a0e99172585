import type { HouseholdStatus } from '../../gql/staff/graphql.js';

/** What is to be prolonged, as it is being chosen. */
export interface ScopeDraft {
  endingFrom: string | null;
  endingUntil: string | null;
  until: string | null;
  statuses: readonly HouseholdStatus[];
  withBenefits: boolean;
}

/** What is to be prolonged as the graph takes it; null while something of it is not chosen. */
export function scopeOf({ endingFrom, endingUntil, until, statuses, withBenefits }: ScopeDraft) {
  if (!endingFrom || !endingUntil || !until || !statuses.length) return null;
  return { endingFrom, endingUntil, until, statuses: [...statuses], withBenefits };
}
