import { housingCoefficientsOn, thresholdOn } from '@atbalsts/reference';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isRuleMissing, type MeansMember, type MeansResult } from './means.model.js';
import { assessMeans } from './means.rules.js';

const municipality = '0002000';
const assess = (on: string, members: MeansMember[], housingCosts: number): MeansResult => {
  const answer = assessMeans({
    on,
    members,
    housingCosts,
    rules: {
      gmi: thresholdOn('GMI', { municipality, on }),
      needy: thresholdOn('NEEDY', { municipality, on }),
      lowIncome: thresholdOn('LOW_INCOME', { municipality, on }),
      housing: housingCoefficientsOn({ municipality, on }),
    },
  });
  if (isRuleMissing(answer)) throw new Error(`${answer.code} is missing on ${answer.on}`);
  return answer;
};
const amounts = ({ status, income, gmiBenefit, housingAllowance }: MeansResult) => ({ status, income, gmiBenefit, housingAllowance });
const step = (result: MeansResult, code: string) => result.steps.find((each) => each.code === code)?.amount;

const day = fc
  .date({ min: new Date('2019-01-01T00:00:00Z'), max: new Date('2026-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const cents = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 60_000 }), fc.integer({ min: 0, max: 500_000 }));
const person: fc.Arbitrary<MeansMember> = fc.record({
  age: fc.integer({ min: 0, max: 100 }),
  monthlyIncome: cents,
  disability: fc.constantFrom('NONE', 'GROUP_1', 'GROUP_2', 'GROUP_3', 'CHILD'),
  pensioner: fc.boolean(),
});
const household = fc.array(person, { minLength: 1, maxLength: 8 });
const costs = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 100_000 }));

describe('assessMeans always', () => {
  it('never raises a benefit or a status when income rises', () => {
    const order = { NEEDY: 0, LOW_INCOME: 1, NONE: 2 };
    fc.assert(
      fc.property(day, household, costs, fc.integer({ min: 1, max: 50_000 }), fc.nat(), (on, members, housingCosts, more, at) => {
        const richer = members.map((each, index) =>
          index === at % members.length ? { ...each, monthlyIncome: each.monthlyIncome + more } : each,
        );
        const before = assess(on, members, housingCosts);
        const after = assess(on, richer, housingCosts);
        expect(after.gmiBenefit).toBeLessThanOrEqual(before.gmiBenefit);
        expect(after.housingAllowance).toBeLessThanOrEqual(before.housingAllowance);
        expect(order[after.status]).toBeGreaterThanOrEqual(order[before.status]);
      }),
    );
  });

  it('keeps each benefit between zero and its ceiling, in whole cents', () => {
    fc.assert(
      fc.property(day, household, costs, (on, members, housingCosts) => {
        const result = assess(on, members, housingCosts);
        for (const amount of [result.income, result.gmiBenefit, result.housingAllowance, ...result.steps.map((each) => each.amount)]) {
          expect(Number.isSafeInteger(amount) && amount >= 0 && !Object.is(amount, -0)).toBe(true);
        }
        expect(result.gmiBenefit).toBeLessThanOrEqual(step(result, 'GMI_SUM') ?? 0);
        expect(result.housingAllowance).toBeLessThanOrEqual(housingCosts);
        if (result.status !== 'NEEDY') expect(result.gmiBenefit).toBe(0);
        if (result.status === 'NONE') expect(result.housingAllowance).toBe(0);
      }),
    );
  });

  it('makes the parts sum to the whole', () => {
    fc.assert(
      fc.property(day, household, costs, (on, members, housingCosts) => {
        const result = assess(on, members, housingCosts);
        expect(result.income).toBe(members.reduce((sum, each) => sum + each.monthlyIncome, 0));
        expect(step(result, 'INCOME')).toBe(result.income);
        expect(step(result, 'GMI_BENEFIT')).toBe(result.gmiBenefit);
        expect(step(result, 'HOUSING_ALLOWANCE')).toBe(result.housingAllowance);
        if (result.gmiBenefit > 0) expect(result.income + result.gmiBenefit).toBe(step(result, 'GMI_SUM'));
        if (result.housingAllowance > 0 && result.housingAllowance < housingCosts) {
          expect(result.income + result.gmiBenefit + result.housingAllowance).toBe((step(result, 'HOUSING_BASE') ?? 0) + housingCosts);
        }
      }),
    );
  });

  it('does not care who in the household has the income', () => {
    fc.assert(
      fc.property(day, household, costs, fc.array(fc.nat(), { minLength: 8, maxLength: 8 }), (on, members, housingCosts, weights) => {
        let left = members.reduce((sum, each) => sum + each.monthlyIncome, 0);
        const split = members.map((each, index) => {
          const monthlyIncome = index === members.length - 1 ? left : (weights[index] ?? 0) % (left + 1);
          left -= monthlyIncome;
          return { ...each, monthlyIncome };
        });
        const first = assess(on, members, housingCosts);
        const second = assess(on, split, housingCosts);
        expect(amounts(second)).toEqual(amounts(first));
        expect(second.steps.slice(1)).toEqual(first.steps.slice(1));
      }),
    );
  });

  it('does not care in which order the members are entered, step by step', () => {
    fc.assert(
      fc.property(day, household, costs, (on, members, housingCosts) => {
        const forth = assess(on, members, housingCosts);
        expect(assess(on, [...members].reverse(), housingCosts)).toEqual(forth);
        expect(
          assess(
            on,
            [...members].sort((a, b) => a.age - b.age),
            housingCosts,
          ),
        ).toEqual(forth);
      }),
    );
  });

  it('gives the same steps for the same input, and leaves the input as it was', () => {
    fc.assert(
      fc.property(day, household, costs, (on, members, housingCosts) => {
        const kept = structuredClone(members);
        expect(assess(on, members, housingCosts)).toEqual(assess(on, members, housingCosts));
        expect(members).toEqual(kept);
      }),
    );
  });

  it('has a label in both languages, a formula and a citation in every step', () => {
    fc.assert(
      fc.property(day, household, costs, (on, members, housingCosts) => {
        const { steps } = assess(on, members, housingCosts);
        expect(steps.length).toBeGreaterThanOrEqual(4);
        expect(new Set(steps.map((each) => each.code)).size).toBe(steps.length);
        for (const { label, formula, citation } of steps) {
          for (const text of [label.lv, label.en, formula, citation.lv, citation.en]) expect(text).not.toMatch(/^$|NaN|undefined|null/);
        }
      }),
    );
  });
});
