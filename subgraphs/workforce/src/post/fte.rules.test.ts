import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fteProblems, type HeldPost, peakHundredths, vacancyFor } from './fte.rules.js';

describe('the size of a post', () => {
  it.each([
    [1, true],
    [0.01, true],
    [0.75, true],
    [1.5, true],
    [1.51, false],
    [0, false],
    [-1, false],
    [0.333, false],
    [Number.NaN, false],
  ])('%p is possible: %p', (fte, possible) => {
    expect(fteProblems(fte).map((one) => one.field)).toEqual(possible ? [] : ['fte']);
  });
});

describe('a vacancy', () => {
  const post = (id: string, change: Partial<HeldPost> = {}): HeldPost => ({
    id,
    fteHundredths: 100,
    from: '2020-01-01',
    until: null,
    held: [],
    ...change,
  });
  const period = (from: string, until: string | null) => ({ from, until });
  it.each([
    ['is a post that nobody holds', [post('a')], 'a'],
    ['is the oldest of several', [post('a', { from: '2021-01-01' }), post('b')], 'b'],
    ['is free on the day the last holder is gone', [post('a', { held: [period('2020-01-01', '2025-01-06')] })], 'a'],
    ['is none while somebody holds it', [post('a', { held: [period('2020-01-01', '2025-01-07')] })], null],
    ['is none where somebody will hold it', [post('a', { held: [period('2026-01-01', '2027-01-01')] })], null],
    ['is none before the post exists', [post('a', { from: '2025-01-07' })], null],
    ['is none where the post will be abolished', [post('a', { until: '2030-01-01' })], null],
    ['is none of another size', [post('a', { fteHundredths: 125 }), post('b', { fteHundredths: 50 })], null],
  ])('%s', (_what, posts, found) => {
    expect(vacancyFor(posts, 100, '2025-01-06')?.id ?? null).toBe(found);
  });
});

describe('posts held together', () => {
  it('are counted on every day of the period, and on none outside', () => {
    const held = [
      { from: '2025-01-01', until: '2025-03-01', hundredths: 50 },
      { from: '2025-03-01', until: null, hundredths: 75 },
      { from: '2026-01-01', until: null, hundredths: 25 },
    ];
    expect(peakHundredths(held, '2025-01-01', '2025-03-01')).toBe(50);
    expect(peakHundredths(held, '2025-02-01', '2026-01-01')).toBe(75);
    expect(peakHundredths(held, '2025-02-01', null)).toBe(100);
    expect(peakHundredths(held, '2024-01-01', '2025-01-01')).toBe(0);
  });

  it('are never less than on any single day', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((n) => `2025-01-${String(n).padStart(2, '0')}`);
    const period = fc.record({ from: day, until: fc.option(day), hundredths: fc.integer({ min: 1, max: 100 }) });
    fc.assert(
      fc.property(fc.array(period, { maxLength: 6 }), day, (periods, on) => {
        const held = periods.filter((one) => one.until === null || one.until > one.from);
        const onDay = held
          .filter((one) => one.from <= on && (one.until === null || on < one.until))
          .reduce((n, one) => n + one.hundredths, 0);
        expect(peakHundredths(held, '2025-01-01', null)).toBeGreaterThanOrEqual(onDay);
      }),
    );
  });
});
