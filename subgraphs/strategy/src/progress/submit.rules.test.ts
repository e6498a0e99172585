import { describe, expect, it } from '@jest/globals';
import { submissionProblems } from './submit.rules.js';

describe('a progress report to be submitted', () => {
  const strategy = { fromYear: 2023, untilYear: 2027 };
  it.each([
    [2023, 'Labi', null, []],
    [2025, 'Labi', 'DRAFT', []],
    [2025, 'Labi', 'SUBMITTED', []],
    [2025, 'Labi', 'APPROVED', ['WRONG_STATE null']],
    [2022, 'Labi', null, ['INVALID year']],
    [2028, 'Labi', null, ['INVALID year']],
    [2026, 'Labi', null, ['INVALID year']],
    [2026, ' ', null, ['INVALID year', 'INVALID summary']],
  ] as const)('for %i with "%s" over %p is refused at %j', (year, summary, state, refused) => {
    expect(submissionProblems({ year, summary }, strategy, state, '2026-11-22').map((one) => `${one.code} ${one.field}`)).toEqual(refused);
  });
});
