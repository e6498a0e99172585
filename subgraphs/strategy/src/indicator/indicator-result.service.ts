import type { Context } from '@atbalsts/graphql';
import type { Figures } from '../annual-report/figures.js';
import { Strategy } from '../strategy/strategy.entity.js';
import type { Task } from '../task/task.entity.js';
import { tasksOfStrategy } from '../task/task.loader.js';
import type { Indicator } from './indicator.entity.js';
import { indicatorsOf, targetsOf, valuesOf } from './indicator.loader.js';
import { belongsToYear, targetMet } from './indicator.rules.js';
import { IndicatorResult } from './indicator-result.js';

/** Results of all indicators of a municipality's plans that belong to a year, by plan and in the printed order. */
export async function indicatorResults(context: Context, municipality: string, year: number, figures: Figures): Promise<IndicatorResult[]> {
  const plans = await context.em.find(Strategy, { municipality }, { orderBy: { fromYear: 'asc', id: 'asc' } });
  const tasks = await Promise.all(plans.filter((plan) => belongsToYear(plan, year)).map((plan) => context.load(tasksOfStrategy, plan.id)));
  const results = await Promise.all(tasks.flat().map((task) => resultsOfTask(context, task, year, figures)));
  return results.flat();
}

/** Results of the indicators of one task in a year. */
export async function resultsOfTask(context: Context, task: Task, year: number, figures: Figures): Promise<IndicatorResult[]> {
  const indicators = await context.load(indicatorsOf, task.id);
  return Promise.all(indicators.map((indicator) => resultOf(context, task, indicator, year, figures)));
}

async function resultOf(context: Context, task: Task, indicator: Indicator, year: number, figures: Figures): Promise<IndicatorResult> {
  const [targets, values] = await Promise.all([context.load(targetsOf, indicator.id), context.load(valuesOf, indicator.id)]);
  const { measureTable, measureRow } = indicator;
  const measured = measureTable && measureRow ? figures.of(measureTable, measureRow) : values.find((value) => value.year === year)?.value;
  const actual = measured ?? null;
  const target = targets.find((one) => one.year === year)?.value ?? null;
  return Object.assign(new IndicatorResult(), { indicator, task, actual, target, met: targetMet(actual, target) });
}
