import type { ReferralState } from '../gql/partner/graphql.js';
import type { Tone } from '../ui/index.js';

/** What a state means for whoever reads it. */
export const stateTones: Readonly<Record<ReferralState, Tone>> = {
  OFFERED: 'info',
  ACCEPTED: 'good',
  DECLINED: 'neutral',
  ENDED: 'neutral',
  CONSENT_WITHDRAWN: 'warn',
};
