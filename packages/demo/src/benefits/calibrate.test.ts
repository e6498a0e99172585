import { describe, expect, it } from '@jest/globals';
import { amountsFor, sizesFor, takeExactly } from './calibrate.js';

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

describe('calibrating the benefits of the demo', () => {
  it('finds amounts that come exactly to the total, within their bounds', () => {
    const shares = [1, 3, 6, 3, 3].map((times, i) => ({ times, weight: 8000 + i * 700, min: 500, max: 10_900 }));
    const amounts = amountsFor(123_457, shares);
    expect(sum(amounts.map((amount, i) => amount * (shares[i]?.times ?? 0)))).toBe(123_457);
    for (const amount of amounts) expect(amount).toBeLessThanOrEqual(10_900);
  });

  it('refuses a total that the bounds do not reach', () => {
    expect(() => amountsFor(100_000, [{ times: 1, weight: 1, min: 0, max: 99_999 }])).toThrow(RangeError);
  });

  it.each([
    [2320, 3973],
    [5197, 7528],
    [3999, 5320],
    [10, 10],
    [10, 50],
  ])('makes %i families with %i persons', (families, persons) => {
    const counts = sizesFor(families, persons, [0.6, 0.2, 0.11, 0.06, 0.03]);
    expect(sum(counts)).toBe(families);
    expect(sum(counts.map((count, i) => count * (i + 1)))).toBe(persons);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(0);
  });

  it('takes households with exactly so many persons', () => {
    expect(takeExactly([3, 3, 2, 1, 1], 7, (n) => n)).toEqual([3, 3, 1]);
    expect(() => takeExactly([2, 2], 3, (n) => n)).toThrow(RangeError);
  });
});
