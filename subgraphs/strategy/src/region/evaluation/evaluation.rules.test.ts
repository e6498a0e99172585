import { describe, expect, it } from '@jest/globals';
import type { MonitoringFigures } from '../../monitoring/monitoring.rules.js';
import { evaluationProblems, regionYear } from './evaluation.rules.js';

const town = (clients: number | null, cost: number | null, change: Partial<MonitoringFigures> = {}): MonitoringFigures => ({
  outputs: { value: clients, suppressed: false },
  goalsAchievedShare: null,
  satisfaction: null,
  surveyAnswers: { value: null, suppressed: false },
  costPerClient: cost,
  ...change,
});
const few = { outputs: { value: null, suppressed: true } };

describe('the four questions over the towns of a region', () => {
  it('add clients up and weigh what they cost', () => {
    expect(regionYear(2024, [town(100, 10_00), town(300, 20_00)], 9)).toEqual({
      year: 2024,
      towns: 2,
      townsOfTheDay: 9,
      outputs: { value: 400, suppressed: false },
      goalsAchievedShare: null,
      satisfaction: null,
      surveyAnswers: { value: null, suppressed: false },
      costPerClient: 17_50,
    });
  });

  it('have no sum in which a town withholds its figure, and no cost by which it could be told', () => {
    expect(regionYear(2024, [town(100, 10_00), town(null, null, few)], 9)).toMatchObject({
      outputs: { value: null, suppressed: true },
      costPerClient: null,
    });
    const answers = { satisfaction: 4, surveyAnswers: { value: 30, suppressed: false }, goalsAchievedShare: 0.5 };
    const rated = town(100, null, answers);
    expect(
      regionYear(2024, [rated, town(50, null, { ...answers, satisfaction: 5, surveyAnswers: { value: 10, suppressed: false } })], 9),
    ).toMatchObject({
      satisfaction: 4.25,
      goalsAchievedShare: 0.5,
      surveyAnswers: { value: 40, suppressed: false },
    });
    expect(regionYear(2024, [rated, town(50, null, { surveyAnswers: { value: null, suppressed: true } })], 9).satisfaction).toBeNull();
  });

  it('say nothing where nobody published', () => {
    expect(regionYear(2024, [], 9)).toMatchObject({ towns: 0, outputs: { value: null, suppressed: false }, costPerClient: null });
  });
});

describe('an evaluation', () => {
  const findings = { whatAndHowWell: 'a', betterOff: 'b', howClientsFeel: 'c', whatItCost: 'd', conclusions: 'e' };
  it.each([
    [{ fromYear: 2023 }, null, 3, []],
    [{ fromYear: 2024 }, null, 3, ['fromYear']],
    [{ fromYear: 2023 }, 2022, 3, []],
    [{ fromYear: 2022 }, 2022, 3, ['fromYear']],
    [{ fromYear: 2023 }, 2019, 3, ['fromYear']],
    [{ fromYear: 2023 }, null, 0, ['fromYear']],
    [{ fromYear: 1989 }, null, 3, ['fromYear']],
    [{ fromYear: 2023, betterOff: ' ', conclusions: '' }, null, 3, ['betterOff', 'conclusions']],
  ] as const)('of %j after %p over %i reports is refused at %j', (change, last, reports, fields) => {
    const found = evaluationProblems({ ...findings, ...change }, { last, reports, today: '2026-11-22' });
    expect(found.map(({ field }) => field)).toEqual(fields);
  });
});
