import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { monitoringFigures, publishedMonitoring } from './monitoring.rules.js';

describe('the four questions', () => {
  it.each([
    [100, 123_45, 123],
    [3, 100, 33],
    [null, 100, null],
    [0, 100, null],
    [100, null, null],
    [100, 0, 0],
  ])('for %p clients and %p cents a client cost %p cents', (clients, spent, cost) => {
    expect(monitoringFigures(clients, spent, null)).toEqual({
      outputs: { value: clients, suppressed: false },
      goalsAchievedShare: null,
      satisfaction: null,
      surveyAnswers: { value: null, suppressed: false },
      costPerClient: cost,
    });
  });

  it('are published without the clients that the report withholds, and without the cost that would tell them', () => {
    fc.assert(
      fc.property(
        fc.option(fc.integer({ min: 0, max: 30 })),
        fc.option(fc.integer({ min: 0, max: 10_000 })),
        fc.boolean(),
        (clients, spent, withheld) => {
          const live = monitoringFigures(clients, spent, null);
          const shown = publishedMonitoring(live, withheld, null);
          if (withheld) expect(shown).toMatchObject({ outputs: { value: null, suppressed: true }, costPerClient: null });
          else expect(shown).toEqual(live);
        },
      ),
    );
  });

  it.each([
    [1, null, null, true],
    [4, null, null, true],
    [5, 5, 4.5, false],
    [0, 0, 4.5, false],
  ])('with %p answers to the survey show %p answers with the mean %p, withheld: %p', (answers, shown, mean, suppressed) => {
    const live = { ...monitoringFigures(100, 100, null), satisfaction: 4.5, surveyAnswers: { value: answers, suppressed: false } };
    expect(publishedMonitoring(live, false, null)).toMatchObject({ surveyAnswers: { value: shown, suppressed }, satisfaction: mean });
  });

  it.each([
    [{ goalsClosed: 40, goalsAchieved: 30 }, 0.75, 0.75],
    [{ goalsClosed: 40, goalsAchieved: 40 }, 1, 1],
    [{ goalsClosed: 40, goalsAchieved: 38 }, 0.95, null],
    [{ goalsClosed: 40, goalsAchieved: 3 }, 0.075, null],
    [{ goalsClosed: 4, goalsAchieved: 4 }, 1, null],
    [{ goalsClosed: 0, goalsAchieved: 0 }, null, null],
  ])('with %o live have the share %p of goals achieved, published %p', (goals, live, published) => {
    const outcomes = { ...goals, surveyAnswers: 12, meanScore: 4.123456 };
    const figures = monitoringFigures(100, 100, outcomes);
    expect(figures).toMatchObject({ goalsAchievedShare: live, satisfaction: 4.12, surveyAnswers: { value: 12, suppressed: false } });
    expect(publishedMonitoring(figures, false, outcomes).goalsAchievedShare).toBe(published);
  });
});
