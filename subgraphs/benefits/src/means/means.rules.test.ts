import { housingCoefficientsOn, thresholdOn } from '@atbalsts/reference';
import { describe, expect, it } from '@jest/globals';
import { type HousingRule, isRuleMissing, type MeansMember, type MeansQuestion, type MeansResult, type MeansRules } from './means.model.js';
import { assessMeans } from './means.rules.js';

const municipality = '0002000';
const rulesOn = (on: string, town = municipality): MeansRules => ({
  gmi: thresholdOn('GMI', { municipality: town, on }),
  needy: thresholdOn('NEEDY', { municipality: town, on }),
  lowIncome: thresholdOn('LOW_INCOME', { municipality: town, on }),
  housing: housingCoefficientsOn({ municipality: town, on }),
});
const member = (given: Partial<MeansMember> = {}): MeansMember => ({
  age: 40,
  monthlyIncome: 0,
  disability: 'NONE',
  pensioner: false,
  ...given,
});
const adults = (count: number, income: number) =>
  Array.from({ length: count }, (_, index) => member({ monthlyIncome: index === 0 ? income : 0 }));
const assessed = (on: string, members: MeansMember[], housingCosts = 0, rules = rulesOn(on)): MeansResult => {
  const answer = assessMeans({ on, members, housingCosts, rules });
  if (isRuleMissing(answer)) throw new Error(`${answer.code} is missing on ${answer.on}`);
  return answer;
};

describe('assessMeans in cases worked by hand', () => {
  const pensioner = member({ age: 70, monthlyIncome: 30000, pensioner: true });
  const couple = [member({ monthlyIncome: 20000 }), member({ age: 41, monthlyIncome: 15000 })];
  it.each([
    ['one adult without income', '2022-06-01', [member()], 0, 'NEEDY', 10900, 0],
    [
      'two adults and a child',
      '2022-06-01',
      [member({ monthlyIncome: 12000 }), member({ monthlyIncome: 8000 }), member({ age: 7 })],
      0,
      'NEEDY',
      6100,
      0,
    ],
    ['one adult between the thresholds', '2022-06-01', [member({ monthlyIncome: 30000 })], 0, 'LOW_INCOME', 0, 0],
    ['one adult a cent above', '2022-06-01', [member({ monthlyIncome: 43601 })], 5000, 'NONE', 0, 0],
    ['a lone pensioner: 109 × 2.5 + 80 − 300', '2022-06-01', [pensioner], 8000, 'LOW_INCOME', 0, 5250],
    ['a couple: 185 × 1.5 + 120 − 350', '2022-06-01', couple, 12000, 'NEEDY', 0, 4750],
    ['the crisis months: 109 × 3 + 80 − 300, above the costs', '2022-10-01', [pensioner], 8000, 'LOW_INCOME', 0, 8000],
    ['needy with a benefit: 109 × 1.5 + 50 − (60 + 49), above the costs', '2022-06-01', adults(1, 6000), 5000, 'NEEDY', 4900, 5000],
    ['2025: the average of 50, 60 and 70', '2025-06-10', adults(1, 6000), 0, 'NEEDY', 10600, 0],
    ['second half of 2023, half euro in the threshold: 125 + 87.50 × 2', '2023-07-01', adults(3, 10001), 0, 'NEEDY', 19999, 0],
  ] as const)('%s', (_, on, members, housingCosts, status, gmiBenefit, housingAllowance) => {
    expect(assessed(on, [...members], housingCosts)).toMatchObject({ status, gmiBenefit, housingAllowance });
  });
});

// The dated thresholds once more, by hand, on the first and the last day of each version: first and next person, in euro.
const thresholdTable = [
  ['2021-01-01', [109, 76], [272, 190], [436, 305]],
  ['2023-06-30', [109, 76], [272, 190], [436, 305]],
  ['2023-07-01', [125, 87.5], [313, 219], [501, 351]],
  ['2023-12-31', [125, 87.5], [313, 219], [501, 351]],
  ['2024-01-01', [137, 96], [343, 240], [549, 384]],
  ['2024-12-31', [137, 96], [343, 240], [549, 384]],
  ['2025-01-01', [166, 116], [377, 264], [604, 423]],
  ['2025-12-31', [166, 116], [377, 264], [604, 423]],
  ['2026-01-01', [187, 131], [425, 298], [680, 476]],
] as const;
const boundaries = thresholdTable.flatMap(([on, gmi, needy, low]) =>
  [1, 2, 5].map((persons) => {
    const sum = ([first, next]: readonly [number, number]) => Math.round((first + next * (persons - 1)) * 100);
    return { on, persons, gmi: sum(gmi), needy: sum(needy), low: sum(low) };
  }),
);

describe('every boundary: one cent below, at, above', () => {
  it.each(boundaries)('on $on the needy threshold of $persons', ({ on, persons, needy }) => {
    const statuses = [needy - 1, needy, needy + 1].map((income) => assessed(on, adults(persons, income)).status);
    expect(statuses).toEqual(['NEEDY', 'NEEDY', 'LOW_INCOME']);
  });

  it.each(boundaries)('on $on the low-income threshold of $persons', ({ on, persons, low }) => {
    const statuses = [low - 1, low, low + 1].map((income) => assessed(on, adults(persons, income)).status);
    expect(statuses).toEqual(['LOW_INCOME', 'LOW_INCOME', 'NONE']);
  });

  it.each(boundaries)('on $on the GMI sum of $persons', ({ on, persons, gmi }) => {
    const benefits = [0, gmi - 1, gmi, gmi + 1].map((income) => assessed(on, adults(persons, income)).gmiBenefit);
    expect(benefits).toEqual([gmi, 1, 0, 0]);
  });

  it.each([
    ['2022-06-01', 26_100, 1.5],
    ['2022-08-31', 26_100, 1.5],
    ['2022-09-01', 26_100, 3],
    ['2023-04-30', 26_100, 3],
    ['2023-06-01', 26_100, 1.5],
    ['2023-07-01', 30_000, 1.5],
    ['2025-06-01', 39_800, 1.5],
  ])('on %s the allowance of three, with a GMI sum of %d cents, reaches its costs, then zero', (on, gmi, k) => {
    const base = gmi * k;
    const costs = 4000;
    const allowances = [base - 1, base, base + 1, base + costs - 1, base + costs, base + costs + 1].map(
      (income) => assessed(on, adults(3, income), costs).housingAllowance,
    );
    expect(allowances).toEqual([costs, costs, costs - 1, 1, 0, 0]);
  });
});

describe('a missing rule', () => {
  const ask = (question: Partial<MeansQuestion> & { on: string }) => {
    const answer = assessMeans({ members: adults(1, 30000), housingCosts: 5000, rules: rulesOn(question.on), ...question });
    return isRuleMissing(answer) ? answer.code : answer.status;
  };

  it('is named with its day: nothing is known for 2018', () => {
    const answer = assessMeans({ on: '2018-06-01', members: adults(1, 0), housingCosts: 0, rules: rulesOn('2018-06-01') });
    expect(answer).toEqual({ missing: true, code: 'NEEDY', on: '2018-06-01' });
  });

  it('is the low-income threshold of 2026 in a town that has set none, but only for who is not needy', () => {
    const rules = rulesOn('2026-03-01', '0001000');
    expect(ask({ on: '2026-03-01', rules, members: adults(1, 42501) })).toBe('LOW_INCOME');
    expect(ask({ on: '2026-03-01', rules, members: adults(1, 42500) })).toBe('NEEDY');
  });

  it('is the coefficient of May 2023 in a town that has set none, but only where there are housing costs to share', () => {
    const rules = rulesOn('2023-05-15', '0001000');
    expect(ask({ on: '2023-05-15', rules })).toBe('HOUSING_COEFFICIENT');
    expect(ask({ on: '2023-05-15', rules, housingCosts: 0 })).toBe('LOW_INCOME');
    expect(ask({ on: '2023-05-15', rules, members: adults(1, 50000) })).toBe('NONE');
  });

  it('is the GMI only when a benefit or an allowance asks for it', () => {
    const rules = { ...rulesOn('2022-06-01'), gmi: null };
    expect(ask({ on: '2022-06-01', rules, members: adults(1, 0), housingCosts: 0 })).toBe('GMI');
    expect(ask({ on: '2022-06-01', rules })).toBe('GMI');
    expect(ask({ on: '2022-06-01', rules, housingCosts: 0 })).toBe('LOW_INCOME');
  });

  it('is a threshold that the Constitutional Court annulled, from the day of the judgment', () => {
    const rulesWithJudgment = (on: string): MeansRules => {
      const rules = rulesOn(on);
      return { ...rules, gmi: rules.gmi && { ...rules.gmi, annulledFrom: '2022-06-15' } };
    };
    const onDay = (on: string) => ask({ on, rules: rulesWithJudgment(on), members: adults(1, 0) });
    expect([onDay('2022-06-14'), onDay('2022-06-15'), onDay('2022-12-01')]).toEqual(['NEEDY', 'GMI', 'GMI']);
  });

  it('is also a version handed over that does not hold on the day', () => {
    expect(ask({ on: '2023-07-01', rules: rulesOn('2023-06-30') })).toBe('NEEDY');
    expect(ask({ on: '2022-08-31', rules: { ...rulesOn('2022-08-31'), housing: rulesOn('2022-09-01').housing } })).toBe(
      'HOUSING_COEFFICIENT',
    );
  });
});

describe('the steps', () => {
  it('let a person follow the whole calculation', () => {
    const { steps } = assessed('2022-06-01', [member({ monthlyIncome: 15000 }), member({ monthlyIncome: 20000 })], 12000);
    expect(steps.map(({ code, formula, amount }) => [code, formula, amount])).toEqual([
      ['INCOME', '200.00 + 150.00 = 350.00', 35000],
      ['NEEDY', '272.00 + 190.00 × (2 − 1) = 462.00; 350.00 ≤ 462.00', 46200],
      ['GMI_SUM', '109.00 + 76.00 × (2 − 1) = 185.00', 18500],
      ['GMI_BENEFIT', '185.00 − 350.00 = −165.00 → 0.00', 0],
      ['HOUSING_BASE', '185.00 × 1.5 = 277.50', 27750],
      ['HOUSING_ALLOWANCE', '277.50 + 120.00 − (350.00 + 0.00) = 47.50', 4750],
    ]);
  });

  it('say why there is nothing', () => {
    const { steps } = assessed('2022-06-01', adults(1, 43601), 5000);
    expect(steps.map(({ code, formula, label }) => [code, formula, label.en])).toEqual([
      ['INCOME', '436.01', 'Average monthly income of the household'],
      ['NEEDY', '272.00; 436.01 > 272.00', 'Income threshold of a needy household: income exceeds it'],
      ['LOW_INCOME', '436.00; 436.01 > 436.00', 'Income threshold of a low-income household: income exceeds it'],
      ['GMI_BENEFIT', '0.00', 'No GMI benefit: the household is not needy'],
      ['HOUSING_ALLOWANCE', '0.00', 'No housing allowance: the household is neither needy nor low-income'],
    ]);
    expect(assessed('2022-06-01', adults(1, 0)).steps.at(-1)?.label.en).toBe('No housing allowance: there are no housing costs');
    expect(assessed('2022-06-01', adults(1, 27000), 1000).steps.at(-1)).toMatchObject({
      formula: '163.50 + 10.00 − (270.00 + 0.00) = −96.50 → 0.00',
      label: { en: 'No housing allowance: income exceeds the computed need' },
    });
    expect(assessed('2022-06-01', adults(1, 0), 1000).steps.at(-1)).toMatchObject({
      formula: '163.50 + 10.00 − (0.00 + 109.00) = 64.50 → 10.00',
      label: { en: 'Housing allowance a month: never above the housing costs (assumed)' },
    });
  });

  it('cite the section of law and the source of the version, and mark what is assumed', () => {
    const { steps } = assessed('2026-03-01', adults(1, 60000), 30000);
    const citations = new Map(steps.map((step) => [step.code, step.citation.lv]));
    const english = new Map(steps.map((step) => [step.code, step.citation.en]));
    expect(english.get('INCOME')).toBe('Cabinet Regulation 809 of 17.12.2020, paragraph 2 (three full calendar months)');
    expect(english.get('NEEDY')).toMatch(/^Law on Social Services and Social Assistance, section 33\(2\); /);
    expect(english.get('LOW_INCOME')).toMatch(/\(assumed\)$/);
    expect(citations.get('INCOME')).toContain('MK 17.12.2020. noteikumi Nr. 809');
    expect(citations.get('NEEDY')).toBe(
      'Sociālo pakalpojumu un sociālās palīdzības likums, 33. panta otrā daļa; Ogres novada Sociālais dienests, paziņojums (OgreNet, 05.01.2026.)',
    );
    expect(citations.get('LOW_INCOME')).toMatch(/33\. panta trešā daļa; .*\(pieņemts \/ assumed\)$/);
    expect(citations.get('HOUSING_BASE')).toMatch(/35\. panta piektā daļa; /);
    expect(new Map(assessed('2019-06-01', adults(1, 0)).steps.map((step) => [step.code, step.citation.lv])).get('INCOME')).toContain(
      'saistošie noteikumi',
    );
  });

  it('name the rounding of the version where it changed a cent', () => {
    const rules = rulesOn('2023-07-01');
    const odd = (rounding: NonNullable<HousingRule['rounding']>): MeansRules => ({
      ...rules,
      gmi: rules.gmi && { ...rules.gmi, firstPerson: 12501 },
      housing: rules.housing && { ...rules.housing, hundredths: { ...rules.housing.hundredths, OTHER: 150 }, rounding },
    });
    const base = (rounding: NonNullable<HousingRule['rounding']>) =>
      assessed('2023-07-01', adults(1, 20000), 9000, odd(rounding)).steps.find((step) => step.code === 'HOUSING_BASE');
    expect(base('HALF_UP')).toMatchObject({ amount: 18752, formula: '125.01 × 1.5 = 187.515 ≈ 187.52 (HALF_UP)' });
    expect(base('UP')?.amount).toBe(18752);
    expect(base('DOWN')).toMatchObject({ amount: 18751, formula: '125.01 × 1.5 = 187.515 ≈ 187.51 (DOWN)' });
  });
});

describe('what cannot be assessed', () => {
  const ask =
    (members: MeansMember[], housingCosts = 0) =>
    () =>
      assessMeans({ on: '2022-06-01', members, housingCosts, rules: rulesOn('2022-06-01') });
  it.each([
    ['an empty household', ask([])],
    ['a negative income', ask([member({ monthlyIncome: -1 })])],
    ['a fraction of a cent', ask([member({ monthlyIncome: 0.5 })])],
    ['no number', ask([member({ monthlyIncome: Number.NaN })])],
    ['an income past what is held exactly', ask([member({ monthlyIncome: Number.MAX_SAFE_INTEGER }), member({ monthlyIncome: 1 })])],
    ['negative housing costs', ask([member()], -1)],
    ['a negative age', ask([member({ age: -1 })])],
    ['half a year', ask([member({ age: 7.5 })])],
  ])('%s is refused', (_, attempt) => {
    expect(attempt).toThrow(RangeError);
  });
});
