import { ProblemCode } from '@atbalsts/graphql';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type AwardQuestion, type AwardRule, awardOf, isAward } from './award.rules.js';

const nothingEarlier = { count: 0, sum: 0 };
const gmi: AwardQuestion = {
  benefitType: 'gmi',
  needsStatus: true,
  status: 'NEEDY',
  means: { gmiBenefit: 10_600, housingAllowance: 2500 },
  rule: null,
  claimedCosts: null,
  gmiSum: null,
  earlier: nothingEarlier,
};
const share: AwardRule = {
  kind: 'SHARE',
  fixedAmount: null,
  sharePercent: 75,
  ceiling: 70_000,
  months: null,
  periodMonths: 12,
  rounding: 'HALF_UP',
};
const fixed: AwardRule = { ...share, kind: 'FIXED', fixedAmount: 25_000, sharePercent: null, ceiling: null, periodMonths: null };
const byRule = (rule: AwardRule, change: Partial<AwardQuestion> = {}): AwardQuestion => ({
  ...gmi,
  benefitType: 'health-care',
  means: null,
  rule,
  claimedCosts: 10_000,
  ...change,
});
const answer = (question: AwardQuestion): unknown => {
  const award = awardOf(question);
  return isAward(award) ? award.amount : `${award.code} ${award.field}`;
};

describe('the amount of a benefit', () => {
  it.each<[string, AwardQuestion, unknown]>([
    ['GMI of the needy', gmi, 10_600],
    ['GMI of the low-income', { ...gmi, status: 'LOW_INCOME' }, 'INVALID outcome'],
    ['GMI of neither', { ...gmi, status: 'NONE' }, 'INVALID outcome'],
    ['GMI of nothing', { ...gmi, means: { gmiBenefit: 0, housingAllowance: 2500 } }, 'INVALID outcome'],
    ['GMI of one cent', { ...gmi, means: { gmiBenefit: 1, housingAllowance: 0 } }, 1],
    ['GMI before means', { ...gmi, means: null, status: null }, 'WRONG_STATE applicationId'],
    ['housing of the low-income', { ...gmi, benefitType: 'housing-allowance', status: 'LOW_INCOME' }, 2500],
    ['housing of nothing', { ...gmi, benefitType: 'housing-allowance', means: { gmiBenefit: 1, housingAllowance: 0 } }, 'INVALID outcome'],
    ['a share of receipts', byRule(share), 7500],
    ['a share of receipts of a household without a status', byRule(share, { status: 'NONE' }), 'INVALID outcome'],
    ['a share of receipts before a status is known', byRule(share, { status: null }), 'WRONG_STATE applicationId'],
    ['a share where no status is needed', byRule(share, { needsStatus: false, status: null }), 7500],
    ['half a cent of a share, rounded up', byRule(share, { claimedCosts: 2 }), 2],
    ['less than half a cent of a share', byRule({ ...share, sharePercent: 1 }, { claimedCosts: 49 }), 'INVALID outcome'],
    ['a share one cent below the ceiling', byRule({ ...share, sharePercent: 100 }, { claimedCosts: 69_999 }), 69_999],
    ['a share at the ceiling', byRule({ ...share, sharePercent: 100 }, { claimedCosts: 70_000 }), 70_000],
    ['a share above the ceiling', byRule({ ...share, sharePercent: 100 }, { claimedCosts: 70_001 }), 70_000],
    ['what the ceiling leaves', byRule(share, { earlier: { count: 2, sum: 69_000 } }), 1000],
    ['a ceiling used up', byRule(share, { earlier: { count: 2, sum: 70_000 } }), 'INVALID outcome'],
    ['a ceiling of each application', byRule({ ...share, periodMonths: null }, { earlier: { count: 2, sum: 70_000 } }), 7500],
    ['a share of no receipts', byRule(share, { claimedCosts: null }), 'INVALID applicationId'],
    ['a share of receipts of nothing', byRule(share, { claimedCosts: 0 }), 'INVALID applicationId'],
    ['a fixed sum', byRule(fixed, { claimedCosts: null }), 25_000],
    ['a fixed sum once more without a period', byRule(fixed, { earlier: { count: 1, sum: 25_000 } }), 25_000],
    [
      'a fixed sum once more within its period',
      byRule({ ...fixed, periodMonths: 12 }, { earlier: { count: 1, sum: 1 } }),
      'INVALID outcome',
    ],
    ['the GMI sum whatever the income', byRule({ ...fixed, kind: 'GMI_SUM' }, { gmiSum: 18_500 }), 18_500],
  ])('%s', (_name, question, expected) => {
    expect(answer(question)).toBe(expected);
  });

  it('is a month where the formula or the rule says so, otherwise once', () => {
    expect(awardOf(gmi)).toEqual({ amount: 10_600, monthly: true, mostMonths: null });
    expect(awardOf(byRule({ ...share, months: 6, periodMonths: null }))).toEqual({ amount: 7500, monthly: true, mostMonths: 6 });
    expect(awardOf(byRule(fixed))).toEqual({ amount: 25_000, monthly: false, mostMonths: null });
  });

  it('never exceeds the ceiling with what was granted before, nor the receipts', () => {
    fc.assert(
      fc.property(fc.nat(2_000_000), fc.nat(100_000), fc.integer({ min: 1, max: 100 }), (claimedCosts, sum, sharePercent) => {
        const award = awardOf(byRule({ ...share, sharePercent }, { claimedCosts, earlier: { count: 1, sum } }));
        if (!isAward(award)) return;
        expect(award.amount).toBeGreaterThan(0);
        expect(award.amount + sum).toBeLessThanOrEqual(70_000);
        expect(award.amount).toBeLessThanOrEqual(claimedCosts);
      }),
    );
  });

  it('says in both languages why there is none', () => {
    const award = awardOf({ ...gmi, status: 'NONE' });
    if (isAward(award)) throw new Error('granted');
    expect(award.code).toBe(ProblemCode.INVALID);
    expect(award.text.lv).toMatch(/atteikumu/);
    expect(award.text.en).toMatch(/refusal/);
  });
});
