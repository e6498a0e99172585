import { idsAmong } from '@atbalsts/database';
import { type BatchLoad, groupedInOrder, inOrder } from '@atbalsts/graphql';
import { Representation } from './representation.entity.js';

/** Representations by id; null for one that is not the principal's to see. */
export const representationById: BatchLoad<string, Representation | null> = async ({ em }, ids) =>
  inOrder(ids, await em.find(Representation, { id: { $in: idsAmong(ids) } }), (held) => held.id);

/** Who has ever acted for a person, the first recorded first. */
export const representativesOf: BatchLoad<string, Representation[]> = async ({ em }, ids) =>
  groupedInOrder(
    ids,
    await em.find(Representation, { personId: { $in: [...ids] } }, { orderBy: { from: 'asc', id: 'asc' } }),
    (held) => held.personId,
  );

/** For whom a person has ever acted, the first recorded first. */
export const representedBy: BatchLoad<string, Representation[]> = async ({ em }, ids) =>
  groupedInOrder(
    ids,
    await em.find(Representation, { representativeId: { $in: [...ids] } }, { orderBy: { from: 'asc', id: 'asc' } }),
    (held) => held.representativeId,
  );
