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

  it('are published without a number of clients from 1 to 4, and without the cost that would tell it', () => {
    fc.assert(
      fc.property(fc.option(fc.integer({ min: 0, max: 30 })), fc.option(fc.integer({ min: 0, max: 10_000 })), (clients, spent) => {
        const live = monitoringFigures(clients, spent);
        const shown = publishedMonitoring(live);
        if (clients !== null && clients > 0 && clients < 5)
          expect(shown).toMatchObject({ outputs: { value: null, suppressed: true }, costPerClient: null });
        else expect(shown).toEqual(live);
      }),
    );
  });
});
