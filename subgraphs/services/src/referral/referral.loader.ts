import { idsAmong } from '@atbalsts/database';
import { type BatchLoad, type Context, groupedInOrder, inOrder } from '@atbalsts/graphql';
import { Referral } from './referral.entity.js';

/** Keeps a partner to the referrals made to its own organisation; row-level security holds the same a second time. */
export const ownReferrals = ({ principal }: Context): { organisationId?: string | null } =>
  principal.audience === 'PARTNER' ? { organisationId: principal.organisation ?? null } : {};

/** Referrals by id; null for one that is not the principal's to see. */
export const referralById: BatchLoad<string, Referral | null> = async (context, ids) =>
  inOrder(ids, await context.em.find(Referral, { id: { $in: idsAmong(ids) }, ...ownReferrals(context) }), (referral) => referral.id);

/** Referrals by person, the latest first. */
export const referralsOf: BatchLoad<string, Referral[]> = async (context, ids) =>
  groupedInOrder(
    ids,
    await context.em.find(
      Referral,
      { personId: { $in: idsAmong(ids) }, ...ownReferrals(context) },
      { orderBy: { offeredOn: 'desc', id: 'desc' } },
    ),
    (referral) => referral.personId,
  );
