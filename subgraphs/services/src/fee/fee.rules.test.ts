import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { assessmentFor, bandsAreRising, type FeeTerms, feeOf, settle, shareOf } from './fee.rules.js';
import { assumedFeeRules } from './fee-rule.supplement.js';

const terms: FeeTerms = {
  unitPrice: 550,
  bands: [
    { upTo: 32_700, share: 0 },
    { upTo: 43_600, share: 250 },
    { upTo: null, share: 1000 },
  ],
  keeps: 21_800,
  ceiling: 15_000,
};

describe('a fee', () => {
  it.each([
    ['nothing up to the first band', 10, 32_700, 0],
    ['a quarter one cent further', 10, 32_701, 1375],
    ['a quarter up to the edge', 10, 43_600, 1375],
    ['all of it beyond', 10, 43_601, 5500],
    ['half up, once', 0.01, 40_000, 1],
    ['half a cent is rounded up', 0.1, 40_000, 14],
    ['never more than the ceiling', 300, 90_000, 15_000],
  ])('is %s', (_name, units, income, fee) => {
    expect(feeOf(terms, units, income)).toBe(fee);
  });

  it('leaves the client what must remain', () => {
    expect(feeOf({ ...terms, bands: [{ upTo: null, share: 1000 }] }, 10, 22_000)).toBe(200);
    expect(feeOf({ ...terms, bands: [{ upTo: null, share: 1000 }] }, 10, 100)).toBe(0);
  });

  const bandsOf = fc
    .tuple(
      fc.uniqueArray(fc.integer({ min: 0, max: 200_000 }), { maxLength: 6 }),
      fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 7, maxLength: 7 }),
    )
    .map(([edges, shares]) => {
      const rising = [...shares].sort((a, b) => a - b);
      return [...edges.sort((a, b) => a - b), null].map((upTo, at) => ({ upTo, share: rising[at] as number }));
    });
  const cents = fc.integer({ min: 0, max: 300_000 });
  const anyTerms = fc.record({ unitPrice: fc.integer({ min: 0, max: 10_000 }), bands: bandsOf, keeps: cents, ceiling: cents });
  const anyUnits = fc.integer({ min: 0, max: 100_000 }).map((hundredths) => hundredths / 100);

  it('is never lower for more income, nor for more units, and stays between nothing and the ceiling', () => {
    fc.assert(
      fc.property(anyTerms, anyUnits, anyUnits, cents, cents, (rule, units, more, income, extra) => {
        expect(bandsAreRising(rule.bands)).toBe(true);
        const fee = feeOf(rule, units, income);
        expect(Number.isSafeInteger(fee)).toBe(true);
        expect(fee).toBeGreaterThanOrEqual(0);
        expect(fee).toBeLessThanOrEqual(rule.ceiling);
        expect(income - fee).toBeGreaterThanOrEqual(Math.min(income, rule.keeps));
        expect(feeOf(rule, units, income + extra)).toBeGreaterThanOrEqual(fee);
        expect(feeOf(rule, units + more, income)).toBeGreaterThanOrEqual(fee);
      }),
    );
  });

  it('is by bands that rise; others are no rule', () => {
    expect(shareOf([{ upTo: 100, share: 200 }], 101)).toBe(1000);
    expect(
      bandsAreRising([
        { upTo: 100, share: 300 },
        { upTo: null, share: 200 },
      ]),
    ).toBe(false);
    expect(
      bandsAreRising([
        { upTo: null, share: 0 },
        { upTo: 100, share: 200 },
      ]),
    ).toBe(false);
    expect(
      bandsAreRising([
        { upTo: 200, share: 0 },
        { upTo: 100, share: 200 },
      ]),
    ).toBe(false);
    expect(bandsAreRising([{ upTo: null, share: 1001 }])).toBe(false);
    for (const rule of assumedFeeRules) expect(bandsAreRising(rule.bands)).toBe(true);
  });
});

describe('an account', () => {
  it('is paid the oldest first, and what is too much stands to the credit', () => {
    expect(settle([100, 200, 300], 150)).toEqual({ invoiced: 600, paid: 150, owed: 450, credit: 0, paidOf: [100, 50, 0] });
    expect(settle([100], 130)).toEqual({ invoiced: 100, paid: 100, owed: 0, credit: 30, paidOf: [100] });
  });

  it('balances whatever was invoiced and paid: paid and owed are what was invoiced, paid and credit are what was received', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1_000_000 })), fc.integer({ min: 0, max: 5_000_000 }), (invoices, received) => {
        const { invoiced, paid, owed, credit, paidOf } = settle(invoices, received);
        expect(paid + owed).toBe(invoiced);
        expect(paid + credit).toBe(received);
        expect(Math.min(owed, credit)).toBe(0);
        paidOf.forEach((one, at) => {
          expect(one).toBeLessThanOrEqual(invoices[at] as number);
          if (at > 0 && one > 0) expect(paidOf[at - 1]).toBe(invoices[at - 1]);
        });
      }),
    );
  });

  it('takes the income found by the first day of the month, else the first one found within it', () => {
    const found = [{ from: '2026-03-10' }, { from: '2026-01-01' }, { from: '2026-05-01' }];
    expect(assessmentFor(found, '2026-04-01', '2026-05-01')).toEqual({ from: '2026-03-10' });
    expect(assessmentFor(found, '2026-05-01', '2026-06-01')).toEqual({ from: '2026-05-01' });
    expect(assessmentFor([{ from: '2026-04-09' }], '2026-04-01', '2026-05-01')).toEqual({ from: '2026-04-09' });
    expect(assessmentFor([{ from: '2026-05-01' }], '2026-04-01', '2026-05-01')).toBeNull();
  });
});
