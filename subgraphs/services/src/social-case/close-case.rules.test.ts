import { describe, expect, it } from '@jest/globals';
import { closingProblems } from './close-case.rules.js';

const [openedOn, today] = ['2025-05-02', '2026-11-22'];
const goals = ['goal-a', 'goal-b'];
const outcomes = (...ids: string[]) => ids.map((goalId) => ({ goalId }));
const right = { closedOn: '2026-03-01', outcomes: outcomes('goal-b', 'goal-a') };

describe('the closing of a case', () => {
  it.each([
    ['with every goal once, in any order', right],
    ['on the day it was opened', { ...right, closedOn: openedOn }],
    ['today', { ...right, closedOn: today }],
    ['with ids in other letters', { ...right, outcomes: outcomes('GOAL-A', 'Goal-B') }],
  ])('is right %s', (_name, closing) => {
    expect(closingProblems(closing, openedOn, goals, today)).toEqual([]);
  });

  it.each([
    ['tomorrow', { ...right, closedOn: '2026-11-23' }, ['closedOn']],
    ['before it was opened', { ...right, closedOn: '2025-05-01' }, ['closedOn']],
    ['without one of the goals', { ...right, outcomes: outcomes('goal-a') }, ['outcomes']],
    ['with a goal twice', { ...right, outcomes: outcomes('goal-a', 'goal-b', 'goal-A') }, ['outcomes.2.goalId']],
    [
      'with a goal of another case, and so without one of its own',
      { ...right, outcomes: outcomes('goal-a', 'x') },
      ['outcomes.1.goalId', 'outcomes'],
    ],
  ])('is refused %s', (_name, closing, fields) => {
    const problems = closingProblems(closing, openedOn, goals, today);
    expect(problems.map(({ code, field }) => [code, field])).toEqual(fields.map((field) => ['INVALID', field]));
  });
});
