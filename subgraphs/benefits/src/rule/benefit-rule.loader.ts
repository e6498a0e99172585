import type { BatchLoad } from '@atbalsts/graphql';
import { ruleOn } from '@atbalsts/reference';
import { BenefitRule } from './benefit-rule.entity.js';

/** Which benefit, on what ground, where and when. */
export interface BenefitRuleDay {
  benefitType: string;
  legalGround: string;
  municipality: string;
  on: string;
}

/** The rule of a benefit without a formula in force on a day: the municipality's own before a national one; null where none is known (RULE_MISSING). */
export const benefitRuleOn: BatchLoad<BenefitRuleDay, BenefitRule | null> = async ({ em }, days) => {
  const codes = [...new Set(days.map((day) => day.benefitType))];
  const versions = await em.find(BenefitRule, { benefitTypeCode: { $in: codes } });
  return days.map((day) => {
    const of = versions.filter((rule) => rule.benefitTypeCode === day.benefitType && rule.legalGround === day.legalGround);
    return ruleOn(of, day) ?? null;
  });
};
