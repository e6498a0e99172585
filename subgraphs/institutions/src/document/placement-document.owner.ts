import { type DocumentOwner, OwnerKind, type OwnerRecord } from '@atbalsts/documents';
import type { BatchLoad } from '@atbalsts/graphql';
import type { Placement } from '../placement/placement.entity.js';
import { placementById } from '../placement/placement.loader.js';

/** While the place is held; what an ended placement rests on is kept until its term ends. */
const recordOf = ({ id, municipality, personId, endedOn }: Placement): OwnerRecord => ({
  id,
  municipality,
  personId,
  takesMore: endedOn === null,
  letsDiscard: endedOn === null,
});

const byId: BatchLoad<string, OwnerRecord | null> = (context, ids) =>
  Promise.all(
    ids.map(async (id) => {
      const record = await context.load(placementById, id);
      return record && recordOf(record);
    }),
  );

/** How documents are attached to a placement. */
export const placementDocuments: DocumentOwner = {
  kind: OwnerKind.PLACEMENT,
  byId,
  closedOn: `select id as owner_id, ended_on as closed_on from placement`,
};
