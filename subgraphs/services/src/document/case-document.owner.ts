import { type DocumentOwner, OwnerKind, type OwnerRecord } from '@atbalsts/documents';
import type { BatchLoad } from '@atbalsts/graphql';
import type { SocialCase } from '../social-case/social-case.entity.js';
import { caseById } from '../social-case/social-case.loader.js';

/** While the case is open; what a closed case rests on is kept until its term ends. */
const recordOf = ({ id, municipality, personId, closedOn }: SocialCase): OwnerRecord => ({
  id,
  municipality,
  personId,
  takesMore: closedOn === null,
  letsDiscard: closedOn === null,
});

const byId: BatchLoad<string, OwnerRecord | null> = (context, ids) =>
  Promise.all(
    ids.map(async (id) => {
      const record = await context.load(caseById, id);
      return record && recordOf(record);
    }),
  );

/** How documents are attached to a social case. */
export const caseDocuments: DocumentOwner = {
  kind: OwnerKind.CASE,
  byId,
  closedOn: `select id as owner_id, closed_on from social_case`,
};
