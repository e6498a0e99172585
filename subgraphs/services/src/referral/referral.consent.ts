import type { Context } from '@atbalsts/graphql';
import { consentsOf } from './consent.loader.js';
import { liveConsents, openScopes, referralState } from './consent.rules.js';
import type { Referral } from './referral.entity.js';
import { ReferralState } from './referral.entity.js';

/** What the referral is today, consents considered. Only an open one depends on them, so only for an open one the registry is asked. */
export async function stateOf(context: Context, referral: Referral): Promise<ReferralState> {
  const { recorded } = referral;
  if (recorded !== ReferralState.OFFERED && recorded !== ReferralState.ACCEPTED) return recorded;
  const consents = await context.load(consentsOf, referral.personId);
  const hasLive = liveConsents(consents, referral.organisationId, context.today).length > 0;
  return ReferralState[referralState(recorded, hasLive)];
}

/** Whether the principal may see a part of the referral's file: staff by their role, a partner by the scope of a live consent alone. */
export async function isOpen(context: Context, referral: Referral, scope: 'NEEDS' | 'DELIVERY'): Promise<boolean> {
  if (context.principal.audience === 'STAFF') return true;
  const consents = await context.load(consentsOf, referral.personId);
  return openScopes(consents, referral.organisationId, context.today).has(scope);
}

/**
 * Whether the principal may know for what the referral was made: staff by their role, a partner while a consent for it holds. Once none does, what is
 * left for the partner is that there was a referral for this service, and its state.
 */
export async function isConsentedTo(context: Context, referral: Referral): Promise<boolean> {
  if (context.principal.audience === 'STAFF') return true;
  return liveConsents(await context.load(consentsOf, referral.personId), referral.organisationId, context.today).length > 0;
}

/** Whether there is still something to be done by a referral: what is declined or has ended shows a partner no needs any more, whatever is consented. */
export const isOver = ({ recorded }: Referral): boolean => recorded === ReferralState.DECLINED || recorded === ReferralState.ENDED;
