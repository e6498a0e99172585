import { describe, expect, it } from '@jest/globals';
import { type Ending, endProblem } from './discharge.rules.js';

const today = '2026-11-22';
const stay: Ending = { from: '2026-10-01', endedOn: null, lastRecorded: null };

describe('a stay', () => {
  it.each<[string, Partial<Ending>, string, string | null]>([
    ['may end today', {}, today, null],
    ['may have ended earlier', {}, '2026-10-20', null],
    ['may end on the day it began', {}, '2026-10-01', null],
    ['that began today may end today', { from: today }, today, null],
    ['may not end before it began', {}, '2026-09-30', 'INVALID on'],
    ['may not end tomorrow', {}, '2026-11-23', 'INVALID on'],
    ['ends once', { endedOn: '2026-11-01' }, today, 'WRONG_STATE placementId'],
    ['that has not begun cannot end', { from: '2026-11-23' }, '2026-11-23', 'WRONG_STATE placementId'],
    ['may end on the day of the last record', { lastRecorded: '2026-11-10' }, '2026-11-10', null],
    ['may not end before what was recorded', { lastRecorded: '2026-11-10' }, '2026-11-09', 'INVALID on'],
  ])('%s', (_, change, on, expected) => {
    const problem = endProblem({ ...stay, ...change }, on, today);
    expect(problem && `${problem.code} ${problem.field}`).toBe(expected);
  });
});
