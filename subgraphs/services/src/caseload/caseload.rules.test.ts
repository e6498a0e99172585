import { describe, expect, it } from '@jest/globals';
import { caseloadOf } from './caseload.rules.js';

describe('a caseload', () => {
  it.each([
    [0, false],
    [21, false],
    [22, false],
    [23, true],
  ])('of %i open cases is over the norm of 22: %s', (open, over) => {
    expect(caseloadOf(open, 0, 22)).toEqual({ open, highRisk: 0, norm: 22, over });
  });
});
