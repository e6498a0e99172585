import { type BatchLoad, groupedInOrder } from '@atbalsts/graphql';
import { byOrder } from './queue.rules.js';
import { FacilityPlaceOffer, FacilityWaitingEntry } from './waiting.entity.js';

/** Who waits today by facility, in order. */
export const waitingListOf: BatchLoad<string, FacilityWaitingEntry[]> = async ({ em, today }, ids) => {
  const waiting = { facilityId: { $in: [...ids] }, since: { $lte: today }, $or: [{ endedOn: null }, { endedOn: { $gt: today } }] };
  const lists = groupedInOrder(ids, await em.find(FacilityWaitingEntry, waiting), (e) => e.facilityId);
  for (const list of lists) for (const [index, entry] of list.sort(byOrder).entries()) entry.position = index + 1;
  return lists;
};

/** Offers by entry, in their order. */
export const offersOf: BatchLoad<string, FacilityPlaceOffer[]> = async ({ em }, ids) =>
  groupedInOrder(
    ids,
    await em.find(FacilityPlaceOffer, { entryId: { $in: [...ids] } }, { orderBy: { offeredOn: 'asc', id: 'asc' } }),
    (o) => o.entryId,
  );
