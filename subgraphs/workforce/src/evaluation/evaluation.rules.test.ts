import { describe, expect, it } from '@jest/globals';
import { confirmationProblem, type EvaluationFacts, evaluationProblems } from './evaluation.rules.js';

const today = '2026-11-22';
const good: EvaluationFacts = { from: '2025-01-01', until: '2026-01-01', summary: 'Labi', employed: true, self: false };

describe('an evaluation', () => {
  it.each<[string, Partial<EvaluationFacts>, string[]]>([
    ['is of a period that is over', {}, []],
    ['is not of a period that goes on', { until: '2026-12-01' }, ['INVALID until']],
    ['ends after it begins', { until: '2025-01-01' }, ['INVALID until']],
    ['is of two years at most', { from: '2023-01-01' }, ['INVALID until']],
    ['is of somebody who worked', { employed: false }, ['INVALID from']],
    ['says something', { summary: '' }, ['INVALID summary']],
    ['is not of oneself', { self: true }, ['FOUR_EYES employeeId']],
  ])('%s', (_, change, expected) => {
    expect(evaluationProblems({ ...good, ...change }, today).map(({ code, field }) => `${code} ${field}`)).toEqual(expected);
  });

  it.each([
    [{ evaluatedBy: 'a', confirmedOn: null }, { subject: 'b', self: false }, null],
    [{ evaluatedBy: 'a', confirmedOn: null }, { subject: 'a', self: false }, 'FOUR_EYES'],
    [{ evaluatedBy: 'a', confirmedOn: null }, { subject: 'b', self: true }, 'FOUR_EYES'],
    [{ evaluatedBy: 'a', confirmedOn: today }, { subject: 'b', self: false }, 'WRONG_STATE'],
  ])('%j confirmed by %j is %p', (evaluation, who, code) => {
    expect(confirmationProblem(evaluation, who)?.code ?? null).toBe(code);
  });
});
