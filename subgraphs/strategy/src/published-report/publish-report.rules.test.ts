import { describe, expect, it } from '@jest/globals';
import { publishProblems, samePerson } from './publish-report.rules.js';

describe('publishing a report', () => {
  it.each([
    [2025, true],
    [2026, false],
    [2027, false],
    [1990, true],
    [1989, false],
  ])('of %i on 2026-11-22 is possible: %p', (year, possible) => {
    expect(publishProblems(year, '2026-11-22').map((one) => one.field)).toEqual(possible ? [] : ['year']);
  });

  it.each([
    ['the same account', { subject: 'a', employeeId: '1' }, { subject: 'a', employeeId: '2' }, true],
    ['two accounts of one employee', { subject: 'a', employeeId: '1' }, { subject: 'b', employeeId: '1' }, true],
    ['two people', { subject: 'a', employeeId: '1' }, { subject: 'b', employeeId: '2' }, false],
    ['two accounts without an employee', { subject: 'a', employeeId: null }, { subject: 'b', employeeId: null }, false],
  ])('knows %s', (_what, one, other, same) => {
    expect(samePerson(one, other)).toBe(same);
  });
});
