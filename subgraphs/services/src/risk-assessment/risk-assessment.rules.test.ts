import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { currentRisk, nextRiskDueOn, riskProblems } from './risk-assessment.rules.js';

const [openedOn, today] = ['2026-01-10', '2026-11-22'];
const right = { on: '2026-02-01', findings: 'Bērns kavē skolu' };

describe('an assessment of risks', () => {
  it.each([
    ['right', right, []],
    ['on the day of opening', { ...right, on: openedOn }, []],
    ['today', { ...right, on: today }, []],
    ['tomorrow', { ...right, on: '2026-11-23' }, ['on']],
    ['before the case', { ...right, on: '2026-01-09' }, ['on']],
    ['without words', { ...right, findings: ' ' }, ['findings']],
  ])('is %s', (_name, look, fields) => {
    expect(riskProblems(look, openedOn, today).map(({ field }) => field)).toEqual(fields);
  });

  it.each([
    ['2026-11-22', 3, '2027-02-22'],
    ['2026-08-31', 6, '2027-02-28'],
  ])('of %s is due again in %i months, on %s', (on, months, due) => {
    expect(nextRiskDueOn(on, months)).toBe(due);
  });
});

describe('the risk of a case', () => {
  const at = (n: number) => new Date(Date.UTC(2026, 10, 22, 10, 0, n));

  it.each([
    ['nothing assessed', [], null],
    ['the only one', [{ on: '2026-02-01', recordedAt: at(0), level: 'HIGH_RISK' }], 'HIGH_RISK'],
    [
      'paper that comes late',
      [
        { on: '2026-06-01', recordedAt: at(0), level: 'NONE' },
        { on: '2026-02-01', recordedAt: at(1), level: 'HIGH_RISK' },
      ],
      'NONE',
    ],
    [
      'two of one day',
      [
        { on: '2026-06-01', recordedAt: at(1), level: 'AT_RISK' },
        { on: '2026-06-01', recordedAt: at(0), level: 'NONE' },
      ],
      'AT_RISK',
    ],
  ])('%s', (_name, assessments, level) => {
    expect(currentRisk(assessments)).toBe(level);
  });

  it('does not depend on the order in which the history is read', () => {
    const one = fc.record({
      on: fc.integer({ min: 10, max: 28 }).map((d) => `2026-03-${d}`),
      level: fc.constantFrom('NONE', 'AT_RISK', 'HIGH_RISK'),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 8 }), fc.nat(), (looks, seed) => {
        const history = looks.map((look, n) => ({ ...look, recordedAt: at(n) }));
        const turned = [...history.slice(seed % (history.length || 1)), ...history.slice(0, seed % (history.length || 1))].reverse();
        expect(currentRisk(turned)).toBe(currentRisk(history));
      }),
    );
  });
});
