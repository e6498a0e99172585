import { describe, expect, it } from '@jest/globals';
import { scopeOf } from './scope.js';

const whole = {
  endingFrom: '2026-12-01',
  endingUntil: '2027-01-01',
  until: '2027-06-01',
  statuses: ['NEEDY'] as const,
  withBenefits: false,
};

describe('what is to be prolonged', () => {
  it('is asked about once all days and a status are chosen', () => {
    expect(scopeOf(whole)).toEqual({ ...whole, statuses: ['NEEDY'] });
  });

  it('is not asked about while something is missing', () => {
    for (const missing of ['endingFrom', 'endingUntil', 'until'] as const) expect(scopeOf({ ...whole, [missing]: null })).toBeNull();
    expect(scopeOf({ ...whole, until: '0202-01-01' })).toBeNull();
    expect(scopeOf({ ...whole, statuses: [] })).toBeNull();
  });
});
