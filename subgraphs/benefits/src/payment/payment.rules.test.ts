import { describe, expect, it } from '@jest/globals';
import { batchApprovalProblem, monthProblem } from './payment.rules.js';

const batch = { state: 'PREPARED', version: 1, preparedById: 'finance' };

describe('approving a payment batch', () => {
  it.each([
    ['a batch by another person', batch, { employee: 'director', version: 1 }, undefined],
    ['an old version', batch, { employee: 'director', version: 3 }, 'STALE'],
    ['what is approved already', { ...batch, state: 'APPROVED' }, { employee: 'director', version: 1 }, 'WRONG_STATE'],
    ['one’s own batch', batch, { employee: 'finance', version: 1 }, 'FOUR_EYES'],
  ])('%s', (_name, prepared, by, code) => {
    expect(batchApprovalProblem(prepared, by)?.code).toBe(code);
  });
});

describe('the month of a batch', () => {
  it.each([
    ['2026-11-01', undefined],
    ['2021-01-01', undefined],
    ['2026-12-01', undefined],
    ['2027-01-01', 'INVALID'],
    ['2026-11-02', 'INVALID'],
  ])('%s', (month, code) => {
    expect(monthProblem(month, '2026-11-22')?.code).toBe(code);
  });
});
