import { idsAmong } from '@atbalsts/database';
import { type BatchLoad, groupedInOrder, inOrder } from '@atbalsts/graphql';
import { Consent } from './consent.entity.js';

/** Consents by id; null for one that is not the principal's to see. */
export const consentById: BatchLoad<string, Consent | null> = async ({ em }, ids) =>
  inOrder(ids, await em.find(Consent, { id: { $in: idsAmong(ids) } }), (c) => c.id);

/** Consents by person, the latest first; a partner sees those given to its organisation, while they hold: withdrawn or expired, they are gone for it. */
export const consentsOf: BatchLoad<string, Consent[]> = async ({ em, principal, today }, ids) => {
  const held = { withdrawnAt: null, from: { $lte: today }, until: { $gt: today } };
  const own = principal.audience === 'PARTNER' ? { organisationId: principal.organisation ?? null, ...held } : {};
  return groupedInOrder(
    ids,
    await em.find(Consent, { personId: { $in: [...ids] }, ...own }, { orderBy: { from: 'desc', id: 'desc' } }),
    (c) => c.personId,
  );
};
