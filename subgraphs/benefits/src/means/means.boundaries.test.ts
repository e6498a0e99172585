import { addDays } from '@atbalsts/database';
import { housingCoefficients, housingCoefficientsOn, type ThresholdCode, thresholdOn, thresholds } from '@atbalsts/reference';
import { describe, expect, it } from '@jest/globals';
import { isRuleMissing, type MeansMember, type MeansResult, type MeansRuleCode } from './means.model.js';
import { assessMeans } from './means.rules.js';

const towns = ['0002000', '0025000'];
const rulesOn = (municipality: string, on: string) => ({
  gmi: thresholdOn('GMI', { municipality, on }),
  needy: thresholdOn('NEEDY', { municipality, on }),
  lowIncome: thresholdOn('LOW_INCOME', { municipality, on }),
  housing: housingCoefficientsOn({ municipality, on }),
});
const household = (persons: number, income: number): MeansMember[] =>
  Array.from({ length: persons }, (_, at) => ({ age: 40, disability: 'NONE', pensioner: false, monthlyIncome: at === 0 ? income : 0 }));
const ask = (municipality: string, on: string, members: MeansMember[], housingCosts = 0) =>
  assessMeans({ on, members, housingCosts, rules: rulesOn(municipality, on) });
const assess = (...question: Parameters<typeof ask>): MeansResult => {
  const answer = ask(...question);
  if (isRuleMissing(answer)) throw new Error(`${answer.code} is missing on ${answer.on}`);
  return answer;
};

/** The first and the last day of each version of a threshold in each town where it is the one that holds. */
const daysOf = (code: ThresholdCode) =>
  thresholds
    .filter((rule) => rule.code === code)
    .flatMap((rule) =>
      towns.flatMap((town) =>
        [...new Set([rule.validFrom, rule.validTo ?? rule.validFrom])]
          .filter((on) => thresholdOn(code, { municipality: town, on }) === rule)
          .map((on) => ({ town, on, rule, persons: 1 + (on.charCodeAt(3) % 4) })),
      ),
    );
/** The threshold of so many persons, counted by hand. */
const sum = ({ firstPerson, nextPerson }: { firstPerson: number; nextPerson: number }, persons: number) =>
  firstPerson + nextPerson * (persons - 1);

describe('one cent below, at and above, on the first and the last day of every version that is known', () => {
  // Without a NEEDY threshold on the day nobody is assessed: the GMI level printed for 2015 alone.
  const needyKnown = ({ town, on }: { town: string; on: string }) => thresholdOn('NEEDY', { municipality: town, on }) !== undefined;

  it('covers every version of both towns', () => {
    for (const code of ['GMI', 'NEEDY', 'LOW_INCOME'] as const)
      expect(new Set(daysOf(code).map(({ rule }) => rule)).size).toBe(thresholds.filter((rule) => rule.code === code).length);
  });

  it.each(daysOf('NEEDY'))('NEEDY of $persons in $town on $on', ({ town, on, rule, persons }) => {
    const limit = sum(rule, persons);
    expect([limit - 1, limit, limit + 1].map((income) => assess(town, on, household(persons, income)).status)).toEqual([
      'NEEDY',
      'NEEDY',
      'LOW_INCOME',
    ]);
  });

  it.each(daysOf('LOW_INCOME'))('LOW_INCOME of $persons in $town on $on', ({ town, on, rule, persons }) => {
    const limit = sum(rule, persons);
    expect([limit - 1, limit, limit + 1].map((income) => assess(town, on, household(persons, income)).status)).toEqual([
      'LOW_INCOME',
      'LOW_INCOME',
      'NONE',
    ]);
  });

  it.each(daysOf('GMI').filter(needyKnown))('GMI of $persons in $town on $on', ({ town, on, rule, persons }) => {
    const whole = sum(rule, persons);
    expect([0, whole - 1, whole, whole + 1].map((income) => assess(town, on, household(persons, income)).gmiBenefit)).toEqual([
      whole,
      1,
      0,
      0,
    ]);
  });
});

describe('a version that ends', () => {
  const known = (code: ThresholdCode, town: string, on: string) => thresholdOn(code, { municipality: town, on });
  const ended = thresholds.flatMap((rule) =>
    rule.validTo === null ? [] : towns.map((town) => ({ code: rule.code, town, last: rule.validTo as string })),
  );

  it.each(ended)('$code in $town is not extended beyond $last', ({ code, town, last }) => {
    const next = addDays(last, 1);
    const before = known(code, town, last);
    const after = known(code, town, next);
    expect(after === undefined || after !== before).toBe(true);
    if (after) expect(after.validFrom).toBe(next);
  });

  it('leaves a day on which nothing is known, and that is said', () => {
    const on = '2017-06-01';
    expect(towns.map((town) => ask(town, on, household(1, 0)))).toEqual(
      towns.map(() => ({ missing: true, code: 'NEEDY' satisfies MeansRuleCode, on })),
    );
  });
});

const weak = { age: 70, disability: 'NONE', pensioner: true } as const;
const child = { age: 7, disability: 'NONE', pensioner: false, monthlyIncome: 0 } as const;
const households = {
  LONE_PENSIONER_OR_DISABLED: (income: number): MeansMember[] => [{ ...weak, monthlyIncome: income }],
  ONLY_PENSIONERS_OR_DISABLED: (income: number): MeansMember[] => [
    { ...weak, monthlyIncome: income },
    { ...weak, monthlyIncome: 0 },
  ],
  ONLY_PENSIONERS_OR_DISABLED_WITH_CHILDREN: (income: number): MeansMember[] => [{ ...weak, monthlyIncome: income }, child],
  OTHER: (income: number): MeansMember[] => household(2, income),
};
const coefficients = housingCoefficients.flatMap((rule) =>
  towns.flatMap((town) =>
    [...new Set([rule.validFrom, rule.validTo ?? rule.validFrom])]
      .filter((on) => housingCoefficientsOn({ municipality: town, on }) === rule)
      .flatMap((on) =>
        (Object.keys(households) as (keyof typeof households)[]).map((kind) => ({ town, on, kind, k: rule.hundredths[kind] })),
      ),
  ),
);

describe('the housing allowance, with the coefficient of every version and kind of household', () => {
  it('covers every version of both towns, the temporary ones of 2022 too', () => {
    expect(coefficients.length / 4).toBeGreaterThanOrEqual(housingCoefficients.length);
    const of = (on: string) => coefficients.filter((each) => each.on === on && each.town === '0002000').map(({ kind, k }) => [kind, k]);
    expect(Object.fromEntries(of('2022-08-31'))).toMatchObject({ OTHER: 150, LONE_PENSIONER_OR_DISABLED: 250 });
    expect(Object.fromEntries(of('2022-09-01'))).toMatchObject({ OTHER: 300, LONE_PENSIONER_OR_DISABLED: 300 });
  });

  it.each(coefficients)('$kind in $town on $on with $k hundredths', ({ town, on, kind, k }) => {
    const gmi = thresholdOn('GMI', { municipality: town, on });
    if (!gmi) throw new Error(`no GMI on ${on}`);
    const members = households[kind];
    const low = thresholdOn('LOW_INCOME', { municipality: town, on });
    const base = Math.round((sum(gmi, members(0).length) * k) / 100);
    const costs = 4_000;
    // Above the GMI sum, so that no GMI benefit fills the gap, and below what makes a household neither needy nor low-income.
    for (const income of [base - 1, base, base + 1, base + costs - 1, base + costs, base + costs + 1]) {
      if (low && income > sum(low, members(0).length)) {
        expect(assess(town, on, members(income), costs).housingAllowance).toBe(0);
        continue;
      }
      const gmiBenefit = Math.max(0, sum(gmi, members(0).length) - income);
      const expected = Math.min(costs, Math.max(0, base + costs - income - gmiBenefit));
      expect([income, assess(town, on, members(income), costs).housingAllowance]).toEqual([income, expected]);
    }
  });
});
