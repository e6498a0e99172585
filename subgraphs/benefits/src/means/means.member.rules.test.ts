import { describe, expect, it } from '@jest/globals';
import { disabilityOf, isOfWorkingAge, isPensioner } from './means.member.rules.js';

describe('what the circumstances of a day make of a member', () => {
  it.each([
    [[], 'NONE'],
    [['PENSIONER', 'UNEMPLOYED'], 'NONE'],
    [['DISABILITY_CHILD'], 'CHILD'],
    [['DISABILITY_GROUP_3', 'DISABILITY_GROUP_1'], 'GROUP_1'],
    [['DISABILITY_GROUP_3', 'DISABILITY_GROUP_2'], 'GROUP_2'],
    [['DISABILITY_CHILD', 'DISABILITY_GROUP_3'], 'GROUP_3'],
  ])('%j is the disability %s', (circumstances, disability) => {
    expect(disabilityOf(circumstances)).toBe(disability);
  });

  it('is a pensioner only who is recorded as one', () => {
    expect(isPensioner(['PENSIONER'])).toBe(true);
    expect(isPensioner(['DISABILITY_GROUP_1'])).toBe(false);
  });

  it.each([
    [17, false, false],
    [18, false, true],
    [70, false, true],
    [70, true, false],
    [40, true, false],
  ])('aged %i, a pensioner: %s, is of working age: %s', (age, pensioner, expected) => {
    expect(isOfWorkingAge({ age, pensioner })).toBe(expected);
  });
});
