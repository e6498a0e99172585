import { type BatchLoad, groupedInOrder } from '@atbalsts/graphql';
import { Circumstance } from './circumstance.entity.js';

/** Circumstances by person, the oldest first. */
export const circumstancesOf: BatchLoad<string, Circumstance[]> = async ({ em }, ids) =>
  groupedInOrder(
    ids,
    await em.find(Circumstance, { personId: { $in: [...ids] } }, { orderBy: { from: 'asc', id: 'asc' } }),
    (c) => c.personId,
  );
