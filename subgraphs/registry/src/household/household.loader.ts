import { idsAmong, periodContains } from '@atbalsts/database';
import { type BatchLoad, groupedInOrder, inOrder } from '@atbalsts/graphql';
import { Household, HouseholdMember } from './household.entity.js';

/** Households by id; null for one that is not the principal's to see. */
export const householdById: BatchLoad<string, Household | null> = async ({ em }, ids) =>
  inOrder(ids, await em.find(Household, { id: { $in: idsAmong(ids) } }), (h) => h.id);

/** All memberships, past ones too, by household; the head first, then by age of membership. */
export const membersOf: BatchLoad<string, HouseholdMember[]> = async ({ em }, ids) =>
  groupedInOrder(
    ids,
    await em.find(HouseholdMember, { householdId: { $in: [...ids] } }, { orderBy: { since: 'asc', id: 'asc' } }),
    (m) => m.householdId,
  );

/** The household a person belongs to on a day; null for who belongs to none. */
export const householdOf: BatchLoad<{ personId: string; on: string }, Household | null> = async (context, keys) => {
  const memberships = await context.em.find(HouseholdMember, { personId: { $in: [...new Set(keys.map((key) => key.personId))] } });
  return Promise.all(
    keys.map(({ personId, on }) => {
      const held = memberships.find((m) => m.personId === personId && periodContains(m.since, m.until, on));
      return held ? context.load(householdById, held.householdId) : null;
    }),
  );
};
