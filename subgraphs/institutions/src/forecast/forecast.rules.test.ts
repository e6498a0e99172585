import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { expectedFree } from './forecast.rules.js';

describe('what is expected to be free', () => {
  it.each([
    [{ capacity: 10, occupied: 10, reserved: 0, free: 0, beds: 10, leaving: 3 }, 3],
    [{ capacity: 10, occupied: 8, reserved: 1, free: 1, beds: 10, leaving: 3 }, 4],
    [{ capacity: 10, occupied: 8, reserved: 0, free: 0, beds: 8, leaving: 0 }, 0],
    [{ capacity: 5, occupied: 8, reserved: 0, free: 0, beds: 10, leaving: 4 }, 1],
    [{ capacity: 10, occupied: 4, reserved: 0, free: 6, beds: null, leaving: 2 }, 8],
  ])('of %j is %i', (counts, expected) => {
    expect(expectedFree(counts)).toBe(expected);
  });

  it('is never less than what is free for certain, and never more than the house has', () => {
    const n = fc.nat(100);
    fc.assert(
      fc.property(fc.record({ capacity: n, occupied: n, reserved: n, beds: fc.option(n) }), n, n, (house, leaving, spare) => {
        const most = Math.min(house.capacity, house.beds ?? house.capacity);
        const free = Math.max(0, Math.min(most - house.occupied - house.reserved, spare));
        const expected = expectedFree({ ...house, free, leaving: Math.min(leaving, house.occupied + house.reserved) });
        expect(expected).toBeGreaterThanOrEqual(free);
        expect(expected).toBeLessThanOrEqual(Math.max(most, free));
      }),
    );
  });
});
