import { describe, expect, it } from '@jest/globals';
import { changeableProblem, changeDayProblem, effectiveFrom, monthsBetween } from './change.rules.js';

const period = { submittedOn: '2025-06-10', from: '2025-07-01', until: '2025-10-01' };

describe('a change', () => {
  it.each([
    ['2025-06-10', '2025-07-01'],
    ['2025-06-30', '2025-07-01'],
    ['2025-07-01', '2025-08-01'],
    ['2025-07-31', '2025-08-01'],
    ['2025-08-31', '2025-09-01'],
  ])('on %s counts from %s', (on, from) => {
    expect(effectiveFrom(on, period)).toBe(from);
  });

  it('does not count before the benefit begins', () => {
    expect(effectiveFrom('2025-06-10', { from: '2025-09-01' })).toBe('2025-09-01');
  });

  it.each([
    ['2025-06-09', 'INVALID'],
    ['2025-06-10', undefined],
    ['2025-08-31', undefined],
    ['2025-09-01', 'WRONG_STATE'],
    ['2026-11-23', 'INVALID'],
  ])('on %s is refused with %s', (on, code) => {
    expect(changeDayProblem(on, period, '2026-11-22')?.code).toBe(code);
  });

  it.each([
    ['an approved decision', { state: 'APPROVED' }, undefined],
    ['a notified decision', { state: 'NOTIFIED' }, undefined],
    ['an upheld decision', { state: 'UPHELD' }, undefined],
    ['a challenged decision', { state: 'CHALLENGED' }, 'WRONG_STATE'],
    ['a revoked decision', { state: 'REVOKED' }, 'WRONG_STATE'],
    ['a proposal', { state: 'PROPOSED' }, 'WRONG_STATE'],
    ['what was granted once', { monthly: false }, 'WRONG_STATE'],
    ['an old version', { version: 3 }, 'STALE'],
  ])('of %s', (_name, change, code) => {
    expect(changeableProblem({ state: 'APPROVED', version: 2, monthly: true, ...change }, 2)?.code).toBe(code);
  });

  it('is for the rest of the period', () => {
    expect(monthsBetween('2025-08-01', '2025-10-01')).toBe(2);
    expect(monthsBetween('2025-12-01', '2026-03-01')).toBe(3);
  });
});
