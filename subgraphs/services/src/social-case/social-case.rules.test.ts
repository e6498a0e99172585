import { describe, expect, it } from '@jest/globals';
import { caseProblems, goalProblems } from './social-case.rules.js';

const today = '2026-11-22';
const right = { openedOn: '2026-11-22', goals: [{ text: 'Atrast darbu', activities: ['Reģistrēties NVA'], dueOn: '2027-02-01' }] };
const goal = right.goals[0] as (typeof right.goals)[0];

describe('the details of a case to be opened', () => {
  it.each([
    ['of today', right],
    ['of years ago, because paper comes late', { ...right, openedOn: '2019-02-28' }],
    ['with a goal due on the day of opening', { ...right, goals: [{ ...goal, dueOn: right.openedOn }] }],
    ['with a goal without a day and without activities', { ...right, goals: [{ text: 'Miers', activities: [] }] }],
  ])('are right: %s', (_name, details) => {
    expect(caseProblems(details, today)).toEqual([]);
  });

  it.each([
    ['openedOn', { ...right, openedOn: '2026-11-23', goals: [{ ...goal, dueOn: null }] }],
    ['goals.0.text', { ...right, goals: [{ ...goal, text: ' \n ' }] }],
    ['goals.1.activities', { ...right, goals: [goal, { ...goal, activities: ['Zvanīt', ''] }] }],
    ['goals.0.dueOn', { ...right, goals: [{ ...goal, dueOn: '2026-11-21' }] }],
  ])('are refused, naming %s', (field, details) => {
    expect(caseProblems(details, today)).toEqual([expect.objectContaining({ code: 'INVALID', field })]);
  });

  it('are held to the same where a goal is added later', () => {
    expect(goalProblems(goal, right.openedOn, 'goal')).toEqual([]);
    expect(goalProblems({ text: ' ', activities: [' '], dueOn: '2026-11-21' }, right.openedOn, 'goal').map((p) => p.field)).toEqual([
      'goal.text',
      'goal.activities',
      'goal.dueOn',
    ]);
  });

  it('are told everything that is wrong at once', () => {
    const wrong = { openedOn: '2027-01-01', goals: [{ text: '', activities: [''], dueOn: '2026-01-01' }] };
    expect(caseProblems(wrong, today).map((p) => p.field)).toEqual(['openedOn', 'goals.0.text', 'goals.0.activities', 'goals.0.dueOn']);
  });
});
