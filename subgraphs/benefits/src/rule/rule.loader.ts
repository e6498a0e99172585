import type { BatchLoad } from '@atbalsts/graphql';
import { ruleOn } from '@atbalsts/reference';
import type { HousingRule, IncomeThreshold, MeansRules } from '../means/means.model.js';
import { HousingCoefficient } from './housing-coefficient.entity.js';
import { ThresholdCode, ThresholdRule } from './threshold-rule.entity.js';

/** Where and when rules are asked for. */
export interface RuleDay {
  municipality: string;
  on: string;
}

/** Every version that a municipality could go by: its own and the national ones. Two statements, whatever the number of days asked. */
const versionsFor: BatchLoad<string, { thresholds: ThresholdRule[]; housing: HousingCoefficient[] }> = async ({ em }, municipalities) => {
  const whose = { $or: [{ municipality: null }, { municipality: { $in: [...municipalities] } }] };
  const thresholds = await em.find(ThresholdRule, whose);
  const housing = await em.find(HousingCoefficient, whose);
  return municipalities.map(() => ({ thresholds, housing }));
};

/** The thresholds in force in a municipality on a day, the lowest first; a code for which none is known is left out. */
export const thresholdsOn: BatchLoad<RuleDay, ThresholdRule[]> = (context, days) =>
  Promise.all(
    days.map(async (day) => {
      const { thresholds } = await context.load(versionsFor, day.municipality);
      return Object.values(ThresholdCode).flatMap(
        (code) =>
          ruleOn(
            thresholds.filter((rule) => rule.code === code),
            day,
          ) ?? [],
      );
    }),
  );

/** The rules of a means test in force in a municipality on a day; what is not known stays out (RULE_MISSING). */
export const meansRulesOn: BatchLoad<RuleDay, MeansRules> = (context, days) =>
  Promise.all(
    days.map(async (day) => {
      const { housing } = await context.load(versionsFor, day.municipality);
      const thresholds = await context.load(thresholdsOn, day);
      const of = (code: ThresholdCode): IncomeThreshold | undefined => thresholds.find((rule) => rule.code === code);
      const coefficient = ruleOn(housing, day);
      return {
        gmi: of(ThresholdCode.GMI),
        needy: of(ThresholdCode.NEEDY),
        lowIncome: of(ThresholdCode.LOW_INCOME),
        housing: coefficient && housingRule(coefficient),
      };
    }),
  );

function housingRule(version: HousingCoefficient): HousingRule {
  const { validFrom, validUntil, annulledFrom, source, assumed, hundredths, rounding } = version;
  return { validFrom, validUntil, annulledFrom, source, assumed, hundredths, ...(rounding ? { rounding } : {}) };
}
