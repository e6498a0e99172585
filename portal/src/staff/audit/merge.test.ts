import { describe, expect, it } from '@jest/globals';
import { mergeNewestFirst } from './merge.js';

const entries = (...days: number[]) => days.map((day) => ({ at: `2026-11-${String(day).padStart(2, '0')}T10:00:00.000Z` }));
const daysOf = (list: readonly { at: string }[]) => list.map(({ at }) => Number(at.slice(8, 10)));

describe('the audit of several domains in one order', () => {
  it('puts the newest first, whichever domain it is of', () => {
    const merged = mergeNewestFirst([
      { entries: entries(20, 11), more: false },
      { entries: entries(18, 12), more: false },
    ]);
    expect(daysOf(merged)).toEqual([20, 18, 12, 11]);
  });

  it('leaves out what is older than where a domain with more entries has come to', () => {
    const merged = mergeNewestFirst([
      { entries: entries(20, 19), more: true },
      { entries: entries(21, 5), more: false },
    ]);
    expect(daysOf(merged)).toEqual([21, 20, 19]);
  });

  it('is empty where nobody looked', () => {
    expect(mergeNewestFirst([{ entries: [], more: false }])).toEqual([]);
  });
});
