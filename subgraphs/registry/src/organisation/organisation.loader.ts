import { idsAmong } from '@atbalsts/database';
import { type BatchLoad, inOrder } from '@atbalsts/graphql';
import { Organisation } from './organisation.entity.js';

/** Organisations by id; null for one that does not exist or, for a partner, is not its own. */
export const organisationById: BatchLoad<string, Organisation | null> = async ({ em, principal }, ids) => {
  const mine = principal.audience === 'PARTNER' ? ids.filter((id) => id === principal.organisation) : idsAmong(ids);
  return inOrder(ids, await em.find(Organisation, { id: { $in: mine } }), (o) => o.id);
};
