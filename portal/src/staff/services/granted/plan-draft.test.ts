import { describe, expect, it } from '@jest/globals';
import { draftOfPlan, emptyTask, hoursText, missingIn, taskInput } from './plan-draft.js';

const going = { text: 'Mazgāšanās', timesAWeek: 3, minutes: 45, from: '2026-09-01', until: null, employee: { id: 'e1' }, byWhom: null };
const over = { ...going, text: 'Vingrošana', until: '2026-11-01' };

describe('a care plan that is being written', () => {
  it('begins with what is still done of the plan that counts', () => {
    expect(draftOfPlan([over, going], '2026-09-01', '2026-11-22')).toEqual([
      { key: 0, text: 'Mazgāšanās', timesAWeek: 3, minutes: 45, employeeId: 'e1', byWhom: '', from: '2026-09-01', until: null },
    ]);
  });

  it('begins with one empty line where there is no plan, or all of it is over', () => {
    expect(draftOfPlan([], '2026-12-01', '2026-11-22')).toEqual([emptyTask(0, '2026-12-01')]);
    expect(draftOfPlan([over], '2026-09-01', '2026-11-22')).toEqual([emptyTask(0, '2026-09-01')]);
  });

  it('says what is missing in a line before it is sent', () => {
    expect(missingIn(emptyTask(0, '2026-12-01'))).toEqual(['text', 'timesAWeek', 'minutes']);
    expect(missingIn({ ...emptyTask(0, '2026-12-01'), text: ' ', timesAWeek: 1, minutes: 0, from: null })).toEqual(['text', 'from']);
  });

  it('sends who does it as nobody where nothing is typed', () => {
    const line = { ...emptyTask(0, '2026-12-01'), text: ' Pusdienas ', timesAWeek: 7, minutes: 30, byWhom: ' ' };
    expect(taskInput(line)).toEqual({
      text: 'Pusdienas',
      timesAWeek: 7,
      minutes: 30,
      employeeId: null,
      byWhom: null,
      from: '2026-12-01',
      until: null,
    });
  });

  it('writes the time of a week in hours and minutes', () => {
    expect([0, 30, 60, 270].map(hoursText)).toEqual(['0\u00a0min', '30\u00a0min', '1\u00a0h', '4\u00a0h 30\u00a0min']);
  });
});
