import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { areHours, contractProblems, decisionProblems, endProblems, reportProblems } from './assistant.rules.js';

const today = '2026-11-22';
const contract = { personId: 'p', assistantId: 'a', monthlyHours: 40, concludedOn: '2026-01-05', from: '2026-01-10', until: null };

describe('a contract with an assistant', () => {
  it.each([
    ['assistantId', { assistantId: 'P' }],
    ['monthlyHours', { monthlyHours: 0 }],
    ['monthlyHours', { monthlyHours: 744.01 }],
    ['concludedOn', { concludedOn: '2026-11-23', from: '2026-11-23' }],
    ['from', { from: '2026-01-04' }],
    ['until', { until: '2026-01-10' }],
  ])('is refused, naming %s', (field, change) => {
    expect(contractProblems({ ...contract, ...change }, today)).toEqual([expect.objectContaining({ field })]);
  });

  it('is right otherwise, and ends after it began with a reason', () => {
    expect(contractProblems({ ...contract, until: '2026-01-11' }, today)).toEqual([]);
    const open = { from: '2026-01-10', until: '2026-06-01' };
    expect(endProblems({ on: '2026-05-01', reason: 'Miris' }, open)).toEqual([]);
    expect(endProblems({ on: '2026-01-10', reason: 'Miris' }, open)).toMatchObject([{ field: 'on' }]);
    expect(endProblems({ on: '2026-06-02', reason: ' ' }, open)).toMatchObject([{ field: 'on' }, { field: 'reason' }]);
  });
});

describe('a monthly report', () => {
  const held = { monthlyHours: 40, from: '2026-01-10', until: '2026-06-01' };
  it.each([
    ['month', { month: '2026-02-02', hours: 1 }],
    ['month', { month: '2025-12-01', hours: 1 }],
    ['month', { month: '2026-06-01', hours: 1 }],
    ['hours', { month: '2026-02-01', hours: 0 }],
    ['hours', { month: '2026-02-01', hours: 0.005 }],
    ['excessReason', { month: '2026-02-01', hours: 40.01 }],
  ])('is refused, naming %s', (field, report) => {
    expect(reportProblems(report, held, today)).toEqual([expect.objectContaining({ field })]);
  });

  it('never has more hours than granted without a reason', () => {
    const quarter = fc.integer({ min: 1, max: 2976 }).map((n) => n / 4);
    fc.assert(
      fc.property(quarter, quarter, fc.constantFrom(null, ' ', 'Slimnīca'), (hours, monthlyHours, excessReason) => {
        expect(areHours(hours)).toBe(true);
        const problems = reportProblems({ month: '2026-02-01', hours, excessReason }, { ...held, monthlyHours }, today);
        expect(problems.length === 0).toBe(hours <= monthlyHours || excessReason === 'Slimnīca');
      }),
    );
  });

  it('is approved by another, once, and returned with a reason', () => {
    const report = { state: 'SUBMITTED', submittedBy: 'AA' };
    expect(decisionProblems({ approve: true }, report, 'bb')).toEqual([]);
    expect(decisionProblems({ approve: true }, report, 'aa')).toMatchObject([{ code: 'FOUR_EYES' }]);
    expect(decisionProblems({ approve: false, reason: '' }, report, 'bb')).toMatchObject([{ code: 'INVALID', field: 'reason' }]);
    expect(decisionProblems({ approve: true }, { ...report, state: 'APPROVED' }, 'bb')).toMatchObject([{ code: 'WRONG_STATE' }]);
  });
});
