import { type Connection, type Context, type PageArgs, page } from '@atbalsts/graphql';
import type { FilterQuery } from '@mikro-orm/postgresql';
import { readCursor } from '../cursor.js';
import { consentsOf } from './consent.loader.js';
import { liveConsents } from './consent.rules.js';
import { Referral, ReferralState } from './referral.entity.js';
import { ownReferrals } from './referral.loader.js';

const open: Referral['recorded'][] = [ReferralState.OFFERED, ReferralState.ACCEPTED];

/** Referrals of the municipality, or to the partner's organisation, the latest first; only those in a state when it is named. */
export async function listReferrals(
  context: Context,
  state: ReferralState | null | undefined,
  args: PageArgs,
): Promise<Connection<Referral>> {
  const { em } = context;
  const where: FilterQuery<Referral> = { $and: [ownReferrals(context), state ? await conditionOf(context, state) : {}] };
  const { value, id } = readCursor(args.after);
  const beyond = value && id ? { $or: [{ offeredOn: { $lt: value } }, { offeredOn: value, id: { $lt: id } }] } : {};
  const rows = await em.find(
    Referral,
    { $and: [where, beyond] },
    {
      orderBy: { offeredOn: 'desc', id: 'desc' },
      limit: args.first + 1,
    },
  );
  return page(
    rows,
    args,
    (row) => [row.offeredOn, row.id],
    () => em.count(Referral, where),
  );
}

/**
 * Whether an open referral still has a consent is not stored, so the consents of everybody with an open referral are asked at once,
 * and the list is read among those whose answer fits.
 */
async function conditionOf(context: Context, state: ReferralState): Promise<FilterQuery<Referral>> {
  if (state === ReferralState.DECLINED || state === ReferralState.ENDED) return { recorded: state };
  const among = state === ReferralState.CONSENT_WITHDRAWN ? open : [state];
  const candidates = await context.em.find(
    Referral,
    { recorded: { $in: among }, ...ownReferrals(context) },
    // only these columns, and forgotten again, so that the list itself reads whole referrals
    { fields: ['personId', 'organisationId'], disableIdentityMap: true },
  );
  const fitting = await Promise.all(
    candidates.map(async ({ id, personId, organisationId }) => {
      const isLive = liveConsents(await context.load(consentsOf, personId), organisationId, context.today).length > 0;
      return isLive === (state !== ReferralState.CONSENT_WITHDRAWN) ? [id] : [];
    }),
  );
  return { id: { $in: fitting.flat() } };
}
