import { isId } from '@atbalsts/database';
import type { BatchLoad } from '@atbalsts/graphql';
import type { HouseholdStatus } from '../means/means.model.js';

/** Of which household, and on which day, the status is asked. */
export interface StatusOn {
  householdId: string;
  on: string;
}

/** A status by a decision, and the first day on which it no longer holds. */
export interface StatusHeld {
  status: HouseholdStatus;
  until: string;
}

interface Row extends StatusHeld {
  householdId: string;
  from: string;
}

/**
 * The status of a household on a day, by the decisions in force; null where none holds. Where two overlap, the later approved counts.
 * A revoked decision gives its status until the day from which it is revoked.
 */
export const statusOn: BatchLoad<StatusOn, StatusHeld | null> = async ({ em }, keys) => {
  const rows = await em.execute<Row[]>(
    `select d.household_id as "householdId", d.household_status as status, d.status_from::text as from,
            least(d.status_until, d.revoked_from)::text as until
       from decision d
      where d.household_id = any (?::uuid[]) and d.status_from is not null and decision_in_force(d)
      order by d.approved_on desc, d.id desc`,
    [`{${[...new Set(keys.map((key) => key.householdId))].filter(isId).join(',')}}`],
  );
  return keys.map(({ householdId, on }) => {
    const held = rows.find((row) => row.householdId === householdId && row.from <= on && on < row.until);
    return held ? { status: held.status, until: held.until } : null;
  });
};
