import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mondayOf, planProblems, weekOf } from './care-plan.rules.js';

const granted = { from: '2026-11-01', until: '2027-05-01' };
const task = { text: 'Mazgāšana', timesAWeek: 3, minutes: 45, employeeId: 'aa', from: '2026-11-02', until: null };
const plan = { goal: 'Dzīvot mājās', tasks: [task] };

describe('a care plan', () => {
  it.each([
    ['right', plan, []],
    ['right with a relative', { ...plan, tasks: [{ ...task, employeeId: null, byWhom: 'Meita' }] }, []],
    ['without a goal', { ...plan, goal: ' ' }, ['goal']],
    ['with an empty task', { ...plan, tasks: [task, { ...task, text: '' }] }, ['tasks.1.text']],
    ['never in a week', { ...plan, tasks: [{ ...task, timesAWeek: 0 }] }, ['tasks.0.timesAWeek']],
    ['longer than a week', { ...plan, tasks: [{ ...task, timesAWeek: 70, minutes: 145 }] }, ['tasks.0.minutes']],
    ['done by nobody', { ...plan, tasks: [{ ...task, employeeId: null }] }, ['tasks.0.byWhom']],
    ['done by two', { ...plan, tasks: [{ ...task, byWhom: 'Meita' }] }, ['tasks.0.byWhom']],
    ['ending before it begins', { ...plan, tasks: [{ ...task, until: '2026-11-02' }] }, ['tasks.0.until']],
    ['before the service', { ...plan, tasks: [{ ...task, from: '2026-10-31' }] }, ['tasks.0.from']],
    ['after the service', { ...plan, tasks: [{ ...task, from: '2027-05-01' }] }, ['tasks.0.from']],
    ['past the end of the service', { ...plan, tasks: [{ ...task, until: '2027-05-02' }] }, ['tasks.0.from']],
  ])('is %s', (_name, given, fields) => {
    expect(planProblems(given, granted).map(({ field }) => field)).toEqual(fields);
  });

  it.each([
    ['2026-11-22', '2026-11-16'],
    ['2026-11-23', '2026-11-23'],
    ['2026-01-01', '2025-12-29'],
  ])('%s is in the week of Monday %s', (day, monday) => {
    expect(mondayOf(day)).toBe(monday);
  });

  it('has in a week what is done on some day of it', () => {
    const tasks = [task, { ...task, timesAWeek: 1, minutes: 60, from: '2026-11-22', until: '2026-11-23' }, { ...task, from: '2026-12-01' }];
    expect(weekOf(tasks, '2026-11-18')).toMatchObject({ monday: '2026-11-16', times: 4, minutes: 195 });
    expect(weekOf(tasks, '2026-11-23')).toMatchObject({ monday: '2026-11-23', times: 3, minutes: 135 });
  });

  it('has the same week on each of its seven days, and every task in the week it begins', () => {
    const day = fc.integer({ min: 0, max: 400 }).map((n) => new Date(Date.UTC(2026, 0, 1) + n * 86_400_000).toISOString().slice(0, 10));
    fc.assert(
      fc.property(
        fc.array(fc.record({ from: day, timesAWeek: fc.integer({ min: 1, max: 7 }), minutes: fc.integer({ min: 1, max: 90 }) })),
        day,
        (tasks, on) => {
          const whole = weekOf(tasks, on);
          expect(weekOf(tasks, whole.monday)).toEqual(whole);
          for (const one of tasks) expect(weekOf(tasks, one.from).tasks).toContain(one);
          expect(whole.minutes).toBe(whole.tasks.reduce((sum, one) => sum + one.timesAWeek * one.minutes, 0));
        },
      ),
    );
  });
});
