import { describe, expect, it } from '@jest/globals';
import { activityProblem } from './activity.rules.js';

const today = '2026-11-22';

describe('what is recorded of a stay', () => {
  it.each<[string, string, string | null, string, boolean]>([
    ['may be of today', '2026-10-01', null, today, true],
    ['may be of the first day', '2026-10-01', null, '2026-10-01', true],
    ['may be of the day the person left', '2026-10-01', '2026-11-01', '2026-11-01', true],
    ['may not be of tomorrow', '2026-10-01', null, '2026-11-23', false],
    ['may not be of a day before', '2026-10-01', null, '2026-09-30', false],
    ['may not be of a day after', '2026-10-01', '2026-11-01', '2026-11-02', false],
  ])('%s', (_, from, endedOn, on, right) => {
    expect(activityProblem({ from, endedOn }, on, today)?.field ?? null).toBe(right ? null : 'on');
  });
});
