import { isId } from '@atbalsts/database';
import { type BatchLoad, groupedInOrder, inOrder } from '@atbalsts/graphql';
import { Document } from './document.entity.js';

/** Documents by id; null for one that is not the principal's town's. */
export const documentById: BatchLoad<string, Document | null> = async ({ em }, ids) =>
  inOrder(ids, await em.find(Document, { id: { $in: ids.filter(isId) } }), (document) => document.id);

/** Documents by the id of their record, the oldest first, with one statement for all records. */
export const documentsOf: BatchLoad<string, Document[]> = async ({ em }, ids) =>
  groupedInOrder(
    ids,
    await em.find(Document, { ownerId: { $in: [...ids] } }, { orderBy: { attachedAt: 'asc', id: 'asc' } }),
    (document) => document.ownerId,
  );
