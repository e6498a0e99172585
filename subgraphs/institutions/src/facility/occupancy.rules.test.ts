import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { occupancyOf } from './occupancy.rules.js';

describe('occupancy', () => {
  it.each([
    [
      { capacity: 10, placed: 4, reserved: 1, nights: 0, freeBeds: 5 },
      { occupied: 4, free: 5 },
    ],
    [
      { capacity: 10, placed: 4, reserved: 1, nights: 2, freeBeds: 5 },
      { occupied: 6, free: 3 },
    ],
    [
      { capacity: 10, placed: 4, reserved: 0, nights: 0, freeBeds: 2 },
      { occupied: 4, free: 2 },
    ],
    [
      { capacity: 10, placed: 4, reserved: 0, nights: 0, freeBeds: null },
      { occupied: 4, free: 6 },
    ],
    [
      { capacity: 3, placed: 4, reserved: 0, nights: 0, freeBeds: 2 },
      { occupied: 4, free: 0 },
    ],
  ])('of %j is %j', (counts, expected) => {
    expect(occupancyOf(counts)).toEqual(expected);
  });

  it('never leaves less than nothing free, nor more than capacity and beds allow', () => {
    const n = fc.nat(200);
    fc.assert(
      fc.property(fc.record({ capacity: n, placed: n, reserved: n, nights: n, freeBeds: fc.option(n) }), (counts) => {
        const { free, occupied } = occupancyOf(counts);
        expect(free).toBeGreaterThanOrEqual(0);
        if (free > 0) expect(free + occupied + counts.reserved).toBeLessThanOrEqual(counts.capacity);
        if (counts.freeBeds !== null) expect(free).toBeLessThanOrEqual(counts.freeBeds);
      }),
    );
  });
});
