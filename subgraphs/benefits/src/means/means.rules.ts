import type { IsoDate } from '@atbalsts/reference';
import { housingCategory } from './means.category.rules.js';
import {
  HouseholdStatus,
  type MeansMember,
  type MeansQuestion,
  type MeansResult,
  type MeansRuleCode,
  type RuleMissing,
} from './means.model.js';
import { assumedRounding, checkCents, multiplyRounded, sumCents } from './means.rounding.rules.js';
import {
  allowanceStep,
  gmiBenefitStep,
  gmiSumStep,
  housingBaseStep,
  incomeStep,
  noAllowanceStep,
  thresholdStep,
} from './means.step.rules.js';
import { inForce, sumFor } from './means.threshold.rules.js';

/**
 * The means test of a household on a day: its status, the GMI benefit and the housing allowance, in whole cents, with every step.
 *
 * NEEDY is asked first, LOW_INCOME only of who is not needy. The GMI benefit is for the needy; the housing allowance for needy and low-income.
 * A rule is needed when its step is reached: no LOW_INCOME threshold for who is needy, no GMI and no coefficient for who has neither status, no
 * coefficient where there are no housing costs (the allowance cannot exceed them). A needed rule that is absent, does not hold on
 * the day or is annulled answers RuleMissing with its code and the day.
 *
 * Law on Social Services and Social Assistance, sections 33 and 35; Cabinet Regulation 809 of 2020-12-17.
 * Throws RangeError for an empty household, and for an age or an amount that is negative or not whole: those are refused before they come here.
 */
export function assessMeans({ on, members, housingCosts, rules }: MeansQuestion): MeansResult | RuleMissing {
  checkMembers(members);
  checkCents(housingCosts, 'Housing costs');
  const needy = inForce(rules.needy, on);
  if (!needy) return missing('NEEDY', on);

  const income = sumCents(
    members.map((member) => member.monthlyIncome),
    'Income',
  );
  const needyStep = thresholdStep('NEEDY', on, needy, members.length, income);
  const steps = [incomeStep(on, members, income, needy), needyStep];
  let status = income <= needyStep.amount ? HouseholdStatus.NEEDY : HouseholdStatus.NONE;

  if (status === HouseholdStatus.NONE) {
    const lowIncome = inForce(rules.lowIncome, on);
    if (!lowIncome) return missing('LOW_INCOME', on);
    const step = thresholdStep('LOW_INCOME', on, lowIncome, members.length, income);
    steps.push(step);
    if (income <= step.amount) status = HouseholdStatus.LOW_INCOME;
  }

  const asksHousing = status !== HouseholdStatus.NONE && housingCosts > 0;
  const asksGmi = status === HouseholdStatus.NEEDY || asksHousing;
  const gmi = asksGmi ? inForce(rules.gmi, on) : null;
  if (asksGmi && !gmi) return missing('GMI', on);
  const gmiSum = gmi ? sumFor(gmi, members.length) : 0;
  if (gmi) steps.push(gmiSumStep(on, gmi, members.length, gmiSum));

  const gmiStep = gmiBenefitStep(on, status, status === HouseholdStatus.NEEDY && gmi ? gmi : needy, gmiSum, income);
  steps.push(gmiStep);
  const gmiBenefit = gmiStep.amount;
  if (!asksHousing) {
    steps.push(noAllowanceStep(on, status, needy));
    return { status, income, gmiBenefit, housingAllowance: 0, steps };
  }

  const housing = inForce(rules.housing, on);
  if (!housing) return missing('HOUSING_COEFFICIENT', on);
  const category = housingCategory(members);
  const rounding = housing.rounding ?? assumedRounding;
  const base = multiplyRounded(gmiSum, housing.hundredths[category], rounding);
  steps.push(housingBaseStep(on, housing, category, gmiSum, base, rounding));
  const allowance = allowanceStep(on, housing, base.amount, housingCosts, income, gmiBenefit);
  steps.push(allowance);
  return { status, income, gmiBenefit, housingAllowance: allowance.amount, steps };
}

function missing(code: MeansRuleCode, on: IsoDate): RuleMissing {
  return { missing: true, code, on };
}

function checkMembers(members: readonly MeansMember[]): void {
  if (members.length === 0) throw new RangeError('A household has at least one person');
  for (const { age } of members)
    if (!Number.isSafeInteger(age) || age < 0) throw new RangeError('An age must be in whole years, not negative');
}
