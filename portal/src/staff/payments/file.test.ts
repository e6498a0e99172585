import { describe, expect, it } from '@jest/globals';
import { monthsAround } from './file.js';

describe('months of a batch', () => {
  it('are the next, this one and the twelve before, also over a new year', () => {
    expect(monthsAround('2026-12-31').slice(0, 3)).toEqual(['2027-01-01', '2026-12-01', '2026-11-01']);
    expect(monthsAround('2026-01-01').slice(0, 3)).toEqual(['2026-02-01', '2026-01-01', '2025-12-01']);
    expect(monthsAround('2026-01-01').at(-1)).toBe('2025-01-01');
    expect(monthsAround('2026-01-01')).toHaveLength(14);
  });
});
