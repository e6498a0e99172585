import { describe, expect, it } from '@jest/globals';
import { endedBy, type LeaveFacts, leaveProblems } from './leave.rules.js';

const good: LeaveFacts = {
  on: '2026-06-01',
  employments: [{ from: '2020-01-01', until: null }],
  lastHoursOn: '2026-05-31',
  latest: '2027-11-22',
  standsInUntil: null,
};
const planned = [{ from: '2020-01-01', until: '2026-12-01' }];

describe('leaving', () => {
  it.each<[string, Partial<LeaveFacts>, string[]]>([
    ['ends an employment', {}, []],
    ['may be brought forward', { employments: planned }, []],
    ['is not put off', { employments: planned, on: '2026-12-02' }, ['WRONG_STATE']],
    ['is not entered twice', { employments: planned, on: '2026-12-01' }, ['WRONG_STATE']],
    ['needs an employment', { employments: [] }, ['WRONG_STATE']],
    ['is after the first day', { on: '2020-01-01', lastHoursOn: null }, ['INVALID']],
    ['is known a year ahead at most', { on: '2027-11-23' }, ['INVALID']],
    ['leaves nobody without a substitute', { standsInUntil: '2026-07-01' }, ['INVALID']],
    ['is after the last training', { lastHoursOn: '2026-06-01' }, ['INVALID']],
    [
      'is not in a break between two employments',
      {
        employments: [
          { from: '2020-01-01', until: '2021-01-01' },
          { from: '2026-01-01', until: null },
        ],
        on: '2025-01-01',
        lastHoursOn: null,
      },
      ['INVALID'],
    ],
  ])('%s', (_what, change, codes) => {
    expect(leaveProblems({ ...good, ...change }).map((one) => one.code)).toEqual(codes);
  });

  it.each([
    ['2020-01-01', null, 'ends'],
    ['2020-01-01', '2026-06-02', 'ends'],
    ['2020-01-01', '2026-06-01', 'stays'],
    ['2020-01-01', '2021-01-01', 'stays'],
    ['2026-06-01', null, 'never'],
    ['2026-07-01', '2026-08-01', 'never'],
  ] as const)('does to a period from %s until %p: %s', (from, until, what) => {
    expect(endedBy({ from, until }, '2026-06-01')).toBe(what);
  });
});
