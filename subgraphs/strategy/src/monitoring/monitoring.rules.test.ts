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
    expect(monitoringFigures(clients, spent)).toEqual({
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
          const live = monitoringFigures(clients, spent);
          const shown = publishedMonitoring(live, withheld);
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
    const live = { ...monitoringFigures(100, 100), satisfaction: 4.5, surveyAnswers: { value: answers, suppressed: false } };
    expect(publishedMonitoring(live, false)).toMatchObject({ surveyAnswers: { value: shown, suppressed }, satisfaction: mean });
  });
});
