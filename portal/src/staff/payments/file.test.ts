import { describe, expect, it } from '@jest/globals';
import { monthsAround } from './file.js';

describe('months of a batch', () => {
  it('are the one before, this one and the next, also over a new year', () => {
    expect(monthsAround('2026-12-31')).toEqual(['2026-11-01', '2026-12-01', '2027-01-01']);
    expect(monthsAround('2026-01-01')).toEqual(['2025-12-01', '2026-01-01', '2026-02-01']);
  });
});
