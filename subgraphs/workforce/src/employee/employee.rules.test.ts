import { describe, expect, it } from '@jest/globals';
import { employedUntil, unitToTell } from './employee.rules.js';

const period = (from: string, until: string | null = null) => ({ from, until });

describe('an employment', () => {
  it.each<[string, ReturnType<typeof period>[], string, string | null | undefined]>([
    ['goes on where no end is known', [period('2020-01-01')], '2025-01-01', null],
    ['lasts until its end', [period('2020-01-01', '2026-01-01')], '2025-01-01', '2026-01-01'],
    ['goes on through a promotion', [period('2020-01-01', '2024-01-01'), period('2024-01-01')], '2023-01-01', null],
    ['ends at a break', [period('2020-01-01', '2024-01-01'), period('2024-01-02')], '2023-01-01', '2024-01-01'],
    ['is none before the first day', [period('2020-01-01')], '2019-12-31', undefined],
    ['is none on the day of leaving', [period('2020-01-01', '2024-01-01')], '2024-01-01', undefined],
    ['is none where there never was one', [], '2024-01-01', undefined],
  ])('%s', (_what, periods, on, until) => {
    expect(employedUntil(periods, on)).toBe(until);
  });
});

describe('the unit that other domains are told', () => {
  const post = (unitId: string, fte: number, from: string, until: string | null = null) => ({ unitId, fte, from, until });
  it.each<[string, ReturnType<typeof post>[], string | null]>([
    ['is that of the largest post', [post('a', 0.5, '2020-01-01'), post('b', 1, '2020-01-01')], 'b'],
    ['is not that of a post that ended', [post('a', 0.5, '2020-01-01'), post('b', 1, '2020-01-01', '2025-01-01')], 'a'],
    ['is that of the next post before the first day', [post('a', 1, '2025-03-01'), post('b', 0.5, '2025-02-01')], 'b'],
    ['is none after the last', [post('a', 1, '2020-01-01', '2025-01-01')], null],
  ])('%s', (_what, held, unit) => {
    expect(unitToTell(held, '2025-01-01')).toBe(unit);
  });
});
