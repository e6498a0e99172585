import type { HouseholdStatus } from '../../gql/staff/graphql.js';

/** What is to be prolonged, as it is being chosen. */
export interface ScopeDraft {
  endingFrom: string | null;
  endingUntil: string | null;
  until: string | null;
  statuses: readonly HouseholdStatus[];
  withBenefits: boolean;
}

/** Whether a day is there and typed to its end: while a year is typed it is one of the first centuries. */
const isWhole = (day: string | null): day is string => day !== null && day >= '2000';

/** What is to be prolonged as the graph takes it; null while something of it is not chosen. */
export function scopeOf({ endingFrom, endingUntil, until, statuses, withBenefits }: ScopeDraft) {
  if (!isWhole(endingFrom) || !isWhole(endingUntil) || !isWhole(until) || !statuses.length) return null;
  return { endingFrom, endingUntil, until, statuses: [...statuses], withBenefits };
}
