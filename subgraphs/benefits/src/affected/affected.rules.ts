import type { Cents } from '@atbalsts/reference';

/** What a means test gives, as far as a decision goes by it. */
export interface MeansOutcome {
  status: string;
  gmiBenefit: Cents;
  housingAllowance: Cents;
}

/** What a benefit with a formula comes to by a means test; null for a benefit whose amount does not follow from it. */
export function monthlyBy(benefitType: string, means: MeansOutcome): Cents | null {
  if (benefitType === 'gmi') return means.status === 'NEEDY' ? means.gmiBenefit : 0;
  return benefitType === 'housing-allowance' ? means.housingAllowance : null;
}

/** Whether another outcome of the means test would make another decision: another status, or another amount where the amount follows from it. */
export function touches(benefitType: string, before: MeansOutcome, after: MeansOutcome): boolean {
  return before.status !== after.status || monthlyBy(benefitType, before) !== monthlyBy(benefitType, after);
}
