import { describe, expect, it } from '@jest/globals';
import { publishedFigure, reportTable } from './report-tables.js';
import { bauskaProgressReport, type StrategyDefinition, strategies } from './strategies.js';

function strategy(key: string): StrategyDefinition {
  const found = strategies.find((each) => each.key === key);
  if (!found) throw new Error(`no strategy ${key}`);
  return found;
}

const tasksOf = (key: string) => strategy(key).goals.flatMap((goal) => goal.tasks);

describe('the strategy of Daugavpils 2015-2017', () => {
  const plan = strategy('daugavpils-2015-2017');

  it('has 18 tasks in goals of 5, 9 and 4', () => {
    expect(plan.goals.map((goal) => goal.tasks.length)).toEqual([5, 9, 4]);
    expect([plan.fromYear, plan.untilYear]).toEqual([2015, 2017]);
  });

  it('has its investments in cents with shares as fractions, the parts under their whole', () => {
    expect(plan.investments.map((each) => each.code)).toEqual([
      '1.1',
      '2.1',
      '2.2',
      '2.3',
      '2.4',
      '2.4.1',
      '2.4.2',
      '2.4.3',
      '2.4.4',
      '3.1',
      '3.2',
      '3.3',
    ]);
    expect(plan.investments[1]).toMatchObject({
      amount: 34148200,
      municipalShare: 0.12,
      stateShare: 0.03,
      foreignShare: 0.85,
      foreignSource: 'ERAF',
    });
    expect(plan.investments[0]).toMatchObject({ amount: 2695200, municipalShare: 1, stateShare: null, foreignShare: null });
    expect(plan.investments[4]).toMatchObject({ amount: null, municipalShare: null });
    expect(plan.investments[5]?.parent).toBe('2.4');
  });

  it('has all four fields of its SWOT', () => {
    const counts = (['STRENGTH', 'WEAKNESS', 'OPPORTUNITY', 'THREAT'] as const).map(
      (kind) => plan.swot.filter((item) => item.kind === kind).length,
    );
    expect(counts).toEqual([18, 20, 18, 18]);
  });
});

describe('the strategy of Bauska 2016-2020', () => {
  it('has 2 goals, 6 tasks and 28 measures as their sub-tasks', () => {
    const tasks = tasksOf('bauska-2016-2020');
    expect(strategy('bauska-2016-2020').goals).toHaveLength(2);
    expect(tasks.filter((task) => task.parent === null)).toHaveLength(6);
    expect(tasks.filter((task) => task.parent !== null)).toHaveLength(28);
  });

  it('puts a task before its sub-tasks, in the same goal', () => {
    for (const goal of strategy('bauska-2016-2020').goals) {
      const seen = new Set<string>();
      for (const task of goal.tasks) {
        if (task.parent !== null) expect(seen).toContain(task.parent);
        seen.add(task.code);
      }
    }
  });

  it('keeps the misprinted term and works with the last year of the strategy', () => {
    const byCode = new Map(tasksOf('bauska-2016-2020').map((task) => [task.code, task]));
    expect(byCode.get('2.4.6')).toMatchObject({ fromYear: 2016, untilYear: 2020, termPrinted: '2016-2010' });
    expect(byCode.get('1.1.1')).toMatchObject({ fromYear: 2016, untilYear: 2020 });
    expect(byCode.get('1.2')).toMatchObject({ fromYear: 2016, untilYear: 2016, funding: ['MUNICIPAL', 'STATE'] });
  });

  it('says what the yearly progress report contains', () => {
    expect(bauskaProgressReport.contents.map((each) => each.no)).toEqual([1, 2, 3, 4, 5]);
  });
});

describe("Daugavpils' plan for 2023", () => {
  const tasks = tasksOf('daugavpils-2023');

  it('enters the eight goals of the results as tasks', () => {
    expect(tasks.map((task) => task.code)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
    for (const task of tasks) expect(task.title.lv).not.toBe(task.title.en);
  });

  it('binds its first indicator to the social work specialists', () => {
    expect(tasks[0]?.indicators[0]).toMatchObject({
      measure: { table: 'social-work-specialists', row: 'total' },
      targets: [{ year: 2023, value: 79 }],
    });
  });

  it('binds indicators only to rows that the report has, each with a figure for 2022', () => {
    for (const indicator of strategies.flatMap((each) => each.goals.flatMap((goal) => goal.tasks.flatMap((task) => task.indicators)))) {
      if (indicator.measure === null) continue;
      const { table, row } = indicator.measure;
      expect(reportTable(table).rows.map((each) => each.key)).toContain(row);
      expect(publishedFigure('0002000', table, row, 2022)).not.toBeNull();
    }
  });
});

describe('every strategy', () => {
  it('runs its tasks forward in time, each with a result, somebody responsible and funding', () => {
    for (const each of strategies) {
      for (const task of each.goals.flatMap((goal) => goal.tasks)) {
        expect(task.fromYear).toBeLessThanOrEqual(task.untilYear);
        expect(task.fromYear).toBeGreaterThanOrEqual(each.fromYear);
        expect(task.untilYear).toBeLessThanOrEqual(each.untilYear);
        expect(task.responsible).not.toBe('');
        expect(task.funding.length).toBeGreaterThan(0);
      }
    }
  });
});
