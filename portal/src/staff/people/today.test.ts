import { describe, expect, it } from '@jest/globals';
import { dayAfter } from './today.js';

describe('the day after', () => {
  it('goes over the end of a month, of a year, and over a change of the clock', () => {
    expect(['2026-11-30', '2026-12-31', '2028-02-28', '2026-03-28', '2026-10-24'].map(dayAfter)).toEqual([
      '2026-12-01',
      '2027-01-01',
      '2028-02-29',
      '2026-03-29',
      '2026-10-25',
    ]);
  });
});
