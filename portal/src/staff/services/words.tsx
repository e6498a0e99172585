import { Badge, type Tone } from '../../ui/index.js';
import { useServiceTexts } from './texts.js';

const requestTones = {
  SUBMITTED: 'info',
  ASSESSED: 'info',
  PROPOSED: 'warn',
  GRANTED: 'good',
  WAITING: 'warn',
  REFUSED: 'bad',
  ENDED: 'neutral',
} as const satisfies Record<string, Tone>;

/** How far a request for a service has come. */
export function RequestBadge({ state }: { state: keyof typeof requestTones }) {
  const t = useServiceTexts();
  return <Badge tone={requestTones[state]}>{t(`state.${state}`)}</Badge>;
}

const referralTones = {
  OFFERED: 'warn',
  ACCEPTED: 'good',
  DECLINED: 'bad',
  ENDED: 'neutral',
  CONSENT_WITHDRAWN: 'bad',
} as const satisfies Record<string, Tone>;

/** How far a referral has come. */
export function ReferralBadge({ state }: { state: keyof typeof referralTones }) {
  const t = useServiceTexts();
  return <Badge tone={referralTones[state]}>{t(`referral.${state}`)}</Badge>;
}
