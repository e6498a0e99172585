import { describe, expect, it } from '@jest/globals';
import { prolongationApprovalProblem, scopeProblems } from './prolongation.rules.js';

const scope = { endingFrom: '2022-01-01', endingUntil: '2022-04-01', statuses: ['NEEDY'], until: '2022-04-01' };

describe('what is prolonged', () => {
  it.each([
    ['everything right', {}, []],
    ['both statuses', { statuses: ['NEEDY', 'LOW_INCOME'] }, []],
    ['a year', { until: '2023-01-01' }, []],
    ['more than a year', { until: '2023-02-01' }, ['until']],
    ['an end within a month', { until: '2022-03-31' }, ['until']],
    ['an end before the beginning', { until: '2022-01-01' }, ['until']],
    ['no days', { endingUntil: '2022-01-01' }, ['endingUntil']],
    ['no status', { statuses: ['NONE'] }, ['statuses']],
    ['a status twice', { statuses: ['NEEDY', 'NEEDY'] }, ['statuses']],
  ])('%s', (_name, change, fields) => {
    expect(scopeProblems({ ...scope, ...change }).map(({ field }) => field)).toEqual(fields);
  });
});

describe('approving a prolongation', () => {
  const one = { state: 'PROPOSED', version: 1, proposedById: 'head' };
  it.each([
    ['by another', one, { employee: 'director', version: 1 }, undefined],
    ['by who made it', one, { employee: 'head', version: 1 }, 'FOUR_EYES'],
    ['of an old version', one, { employee: 'director', version: 2 }, 'STALE'],
    ['of what is done', { ...one, state: 'DONE' }, { employee: 'director', version: 1 }, 'WRONG_STATE'],
  ])('%s', (_name, prolongation, by, code) => {
    expect(prolongationApprovalProblem(prolongation, by)?.code).toBe(code);
  });
});
