import { norms } from '@atbalsts/reference';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { housingCategory, isPensionerOrDisabled } from './means.category.rules.js';
import { averageByMember, averaged, averageMonthlyIncome } from './means.income.rules.js';
import { addMonths, dueOn, statusUntil } from './means.period.rules.js';
import { inEuro, multiplyRounded, type Rounding } from './means.rounding.rules.js';

const adult = { age: 40, disability: 'NONE', pensioner: false } as const;
const pensioner = { age: 70, disability: 'NONE', pensioner: true } as const;
const disabled = { age: 40, disability: 'GROUP_3', pensioner: false } as const;
const child = { age: 17, disability: 'NONE', pensioner: false } as const;
const disabledChild = { age: 17, disability: 'CHILD', pensioner: false } as const;

describe('the kind of household for the housing coefficient', () => {
  it.each([
    ['a lone pensioner', [pensioner], 'LONE_PENSIONER_OR_DISABLED'],
    ['a lone person with disability', [disabled], 'LONE_PENSIONER_OR_DISABLED'],
    ['a lone adult', [adult], 'OTHER'],
    ['an old person who is not a pensioner', [{ ...adult, age: 70 }], 'OTHER'],
    ['two pensioners', [pensioner, pensioner], 'ONLY_PENSIONERS_OR_DISABLED'],
    ['a pensioner and a person with disability', [pensioner, disabled], 'ONLY_PENSIONERS_OR_DISABLED'],
    ['a pensioner and a child', [pensioner, child], 'ONLY_PENSIONERS_OR_DISABLED_WITH_CHILDREN'],
    ['a pensioner and a child with disability: only such persons', [pensioner, disabledChild], 'ONLY_PENSIONERS_OR_DISABLED'],
    ['a pensioner and two children, one with disability', [pensioner, disabledChild, child], 'ONLY_PENSIONERS_OR_DISABLED_WITH_CHILDREN'],
    ['a pensioner and a grandchild of 18', [pensioner, { ...child, age: 18 }], 'OTHER'],
    ['an adult and a pensioner', [adult, pensioner], 'OTHER'],
    ['an adult and a child with disability', [adult, disabledChild], 'OTHER'],
    ['children alone', [child, child], 'OTHER'],
    ['a child alone with disability', [disabledChild], 'LONE_PENSIONER_OR_DISABLED'],
  ] as const)('of %s', (_, members, category) => {
    expect(housingCategory([...members])).toBe(category);
  });

  it('counts every group alike, and CHILD only under 18', () => {
    for (const disability of ['GROUP_1', 'GROUP_2', 'GROUP_3'] as const) expect(isPensionerOrDisabled({ ...adult, disability })).toBe(true);
    expect(isPensionerOrDisabled({ ...adult, age: 18, disability: 'CHILD' })).toBe(false);
    expect(isPensionerOrDisabled({ ...adult, age: 17, disability: 'CHILD' })).toBe(true);
  });
});

describe('income averaged over three full months', () => {
  it.each([
    ['50, 60 and 70 euro', [[5000, 6000, 7000]], 6000],
    ['nothing', [], 0],
    ['a third of a cent', [[0, 0, 1]], 0],
    ['two thirds of a cent', [[0, 1, 1]], 1],
    [
      'two incomes, added before they are divided',
      [
        [0, 0, 1],
        [0, 0, 1],
      ],
      1,
    ],
  ])('of %s', (_, monthly, average) => {
    expect(averageMonthlyIncome(monthly)).toBe(average);
  });

  it('rounds as it is told', () => {
    expect(averageMonthlyIncome([[0, 0, 1]], 'UP')).toBe(1);
    expect(averageMonthlyIncome([[0, 1, 1]], 'DOWN')).toBe(0);
  });

  it('refuses another number of months, and what is no sum of cents', () => {
    expect(() => averageMonthlyIncome([[1, 2]])).toThrow(RangeError);
    expect(() => averageMonthlyIncome([[1, 2, 3, 4]])).toThrow(RangeError);
    expect(() => averageMonthlyIncome([[1, -2, 3]])).toThrow(RangeError);
    expect(() => averageMonthlyIncome([[1, Number.NaN, 3]])).toThrow(RangeError);
  });

  it('is shared out to the members so that their cents sum to the household average', () => {
    const cents = fc.nat({ max: 300_000 });
    const members = fc.array(fc.array(fc.tuple(cents, cents, cents), { maxLength: 3 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(members, fc.constantFrom('HALF_UP', 'UP', 'DOWN'), (incomes, rounding) => {
        const shares = averageByMember(incomes, rounding);
        expect(shares).toHaveLength(incomes.length);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(averageMonthlyIncome(incomes.flat(), rounding));
        shares.forEach((share, index) => {
          const own = (incomes[index] ?? []).flat().reduce((sum, each) => sum + each, 0) / 3;
          expect(Math.abs(share - own)).toBeLessThan(1);
        });
      }),
    );
  });
});

describe('terms', () => {
  it.each([
    ['2025-06-10', '2025-07-10'],
    ['2025-01-31', '2025-02-28'],
    ['2024-01-31', '2024-02-29'],
    ['2025-12-31', '2026-01-31'],
    ['2025-03-31', '2025-04-30'],
  ])('a decision on an application complete on %s is due on %s', (complete, due) => {
    expect(dueOn(complete)).toBe(due);
  });

  it('a status lasts three months, or six where nobody is of working age', () => {
    expect(statusUntil('2025-07-01', true, norms.terms)).toBe('2025-10-01');
    expect(statusUntil('2025-07-01', false, norms.terms)).toBe('2026-01-01');
    expect(statusUntil('2025-08-31', false, norms.terms)).toBe('2026-02-28');
  });

  it('refuses what is not a day', () => {
    for (const wrong of ['2025-6-1', 'tomorrow', '', '2025-13-01', '2025-02-30']) expect(() => addMonths(wrong, 1)).toThrow(RangeError);
  });
});

describe('money in whole cents', () => {
  it.each([
    [10900, 250, 'HALF_UP', 27250, '2.5', null],
    [10900, 300, 'HALF_UP', 32700, '3', null],
    [10001, 210, 'HALF_UP', 21002, '2.1', '210.021'],
    [1, 150, 'HALF_UP', 2, '1.5', '0.015'],
    [1, 150, 'DOWN', 1, '1.5', '0.015'],
    [1, 101, 'UP', 2, '1.01', '0.0101'],
    [0, 250, 'UP', 0, '2.5', null],
  ] as const)('%d cents times %d hundredths, %s', (amount, hundredths, rounding, rounded, factor, exact) => {
    expect(multiplyRounded(amount, hundredths, rounding)).toEqual({ amount: rounded, factor, exact });
  });

  it('is written with two digits', () => {
    expect([0, 5, 10900, -16500].map(inEuro)).toEqual(['0.00', '0.05', '109.00', '−165.00']);
  });

  it('refuses a coefficient that is negative or not whole hundredths', () => {
    for (const wrong of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => multiplyRounded(100, wrong, 'HALF_UP')).toThrow(RangeError);
  });
});

describe('members with declared incomes', () => {
  const member = { age: 40, disability: 'NONE' as const, pensioner: false };
  const lowIncome = (incomeRounding?: Rounding) => ({
    lowIncome: {
      validFrom: '2022-01-01',
      validUntil: null,
      annulledFrom: null,
      firstPerson: 1,
      nextPerson: 1,
      source: 'x',
      assumed: true,
      ...(incomeRounding && { incomeRounding }),
    },
  });
  const rounded = (months: number[], rounding?: Rounding) =>
    averaged([{ ...member, incomes: [months] }], lowIncome(rounding))[0]?.monthlyIncome;

  it.each([
    [[100, 100, 101], 'HALF_UP', 100],
    [[100, 100, 101], 'UP', 101],
    [[100, 100, 101], 'DOWN', 100],
    [[100, 101, 101], 'HALF_UP', 101],
    [[100, 101, 101], 'DOWN', 100],
    [[100, 101, 101], undefined, 101],
  ] as const)('average %p cents by the rounding that the version of the threshold names, %p: %p', (months, rounding, cents) => {
    expect(rounded([...months], rounding)).toBe(cents);
  });

  it('leave a monthly income that somebody gives as it is', () => {
    expect(
      averaged(
        [
          { ...member, monthlyIncome: 77 },
          { ...member, incomes: [[3, 3, 3]] },
        ],
        lowIncome('UP'),
      ).map((one) => one.monthlyIncome),
    ).toEqual([77, 3]);
  });
});
