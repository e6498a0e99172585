import { BadInput, type Context } from '@atbalsts/graphql';
import { annualReportOf } from '../annual-report/annual-report.js';
import type { Strategy } from '../strategy/strategy.entity.js';
import type { Task, TaskChange } from '../task/task.entity.js';
import { changesOf, tasksOfStrategy } from '../task/task.loader.js';
import { ProgressReportState } from './progress-report.entity.js';
import { ProgressReport } from './progress-report.js';
import { writtenOf } from './progress-report.loader.js';

/** The progress report of a strategy for a year. BAD_USER_INPUT for a year in which no strategy can be. */
export async function progressReportOf(context: Context, strategy: Strategy, year: number): Promise<ProgressReport> {
  if (year < 1990 || year > 2200) throw new BadInput('year must be from 1990 to 2200', 'Gadam jābūt no 1990 līdz 2200', 'year');
  const lastDay = `${year}-12-31`;
  const on = lastDay < context.today ? lastDay : context.today;
  const tasks = await context.load(tasksOfStrategy, strategy.id);
  const written = await context.load(writtenOf, { strategyId: strategy.id, year });
  return Object.assign(new ProgressReport(), {
    year,
    strategy,
    report: annualReportOf(context, strategy.municipality, year),
    tasks: await Promise.all(tasks.map(async (task) => asOf(task, await context.load(changesOf, task.id), on))),
    written,
    summary: written?.summary ?? null,
    state: written?.state ?? ProgressReportState.DRAFT,
  });
}

/** A copy of a task that shows its state as of a day, by what had been entered until then. */
function asOf(task: Task, changes: readonly TaskChange[], on: string): Task {
  const entered = changes.filter((change) => change.on <= on && change.state !== null);
  return { ...task, asOf: { on, typed: entered.at(-1)?.state ?? null } } as Task;
}
