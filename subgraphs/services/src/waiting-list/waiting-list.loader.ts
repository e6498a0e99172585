import { type BatchLoad, groupedInOrder, inOrder } from '@atbalsts/graphql';
import { WaitingListChange } from './waiting-list-change.entity.js';
import { WaitingListEntry } from './waiting-list-entry.entity.js';

/** Changes of order by entry, the latest first. */
export const changesOf: BatchLoad<string, WaitingListChange[]> = async ({ em }, ids) =>
  groupedInOrder(
    ids,
    await em.find(WaitingListChange, { entryId: { $in: [...ids] } }, { orderBy: { recordedAt: 'desc', id: 'desc' } }),
    (change) => change.entryId,
  );

/** Positions of entries by id among those who wait for the same service in the same town; null for who waits no more. One statement. */
export const positionOf: BatchLoad<string, number | null> = async ({ em }, ids) => {
  const rows: { id: string; position: number }[] = await em.execute(
    `select asked.id, asked.position from (
       select e.id, row_number() over (partition by e.municipality, r.service_type order by e.urgency, e.since_date, e.id)::int as position
         from waiting_list_entry e join service_request r on r.id = e.request_id
        where e.left_on is null and (e.municipality, r.service_type) in (
          select w.municipality, q.service_type from waiting_list_entry w join service_request q on q.id = w.request_id
           where w.id in (select value::uuid from jsonb_array_elements_text(?::jsonb)))) asked
      where asked.id in (select value::uuid from jsonb_array_elements_text(?::jsonb))`,
    [JSON.stringify(ids), JSON.stringify(ids)],
  );
  return ids.map((id) => rows.find((row) => row.id === id)?.position ?? null);
};

/** The live place in a queue by request; null for who does not wait. */
export const entryOfRequest: BatchLoad<string, WaitingListEntry | null> = async ({ em }, ids) =>
  inOrder(ids, await em.find(WaitingListEntry, { requestId: { $in: [...ids] }, leftOn: null }), (entry) => entry.requestId);
