import { Badge, type Tone } from '../../ui/index.js';
import { useCaseTexts } from './texts.js';

const tones: Readonly<Record<'NONE' | 'AT_RISK' | 'HIGH_RISK', Tone>> = { NONE: 'neutral', AT_RISK: 'warn', HIGH_RISK: 'bad' };

/** The risk of a case in a word. */
export function RiskBadge({ risk }: { risk: 'NONE' | 'AT_RISK' | 'HIGH_RISK' }) {
  const t = useCaseTexts();
  return <Badge tone={tones[risk]}>{t(`risk.${risk}`)}</Badge>;
}

/** Risks and target groups, in the order in which they are offered. */
export const risks = ['HIGH_RISK', 'AT_RISK', 'NONE'] as const;
export const targetGroups = [
  'FAMILY_WITH_CHILDREN',
  'ADULT',
  'PERSON_WITH_DISABILITY',
  'ELDERLY',
  'UNEMPLOYED',
  'ADDICTION',
  'FORMER_PRISONER',
  'CARE_LEAVER',
  'VIOLENCE',
  'HOMELESS',
  'UKRAINE_CIVILIAN',
] as const;
