import { z } from 'zod';
import { labelShape, readData } from './data.js';
import { bauska } from './municipalities.js';
import { supplements } from './strategy-supplements.js';
import type { FundingSource, StrategyDefinition, TaskDefinition } from './strategy-types.js';

const printed = readData(
  'bauska-strategy-2016-2020.json',
  z.object({
    document: z.string(),
    fromYear: z.number().int(),
    toYear: z.number().int(),
    mission: labelShape,
    vision: labelShape,
    strategicGoals: z.array(z.object({ code: z.string(), title: labelShape })),
    tasks: z.array(z.object({ no: z.string(), goal: z.string(), title: labelShape, aim: z.string() })),
    measures: z.array(
      z.object({
        no: z.string(),
        task: z.string(),
        measure: labelShape,
        result: labelShape,
        indicators: z.array(labelShape),
        fromYear: z.number().int(),
        toYear: z.number().int().nullable(),
        termPrinted: z.string(),
        responsible: z.string(),
      }),
    ),
    progressReport: z.object({
      cadence: z.string(),
      preparedBy: z.string(),
      approvedBy: z.string(),
      supervisedBy: z.string(),
      contents: z.array(z.object({ no: z.number().int(), lv: z.string(), en: z.string() })),
    }),
  }),
);
type Measure = (typeof printed.measures)[number];

/** What the Bauska strategy demands of the yearly progress report (progresa pārskats): who does what, and its contents in order. */
export const bauskaProgressReport = printed.progressReport;

function fundingOf(measure: string): readonly FundingSource[] {
  const funding = supplements.bauskaFunding[measure];
  if (!funding) throw new Error(`strategy-supplements.json names no funding for ${measure}`);
  return funding;
}

/**
 * The last year of a measure. Where the document prints none ("from 2016") or one before the first ("2016-2010"), the strategy's own last
 * year stands in; what is printed stays in `termPrinted`.
 */
function lastYear(measure: Measure): number {
  return measure.toYear === null || measure.toYear < measure.fromYear ? printed.toYear : measure.toYear;
}

function subTask(measure: Measure): TaskDefinition {
  return {
    code: measure.no,
    parent: measure.task,
    title: measure.measure,
    result: measure.result,
    fromYear: measure.fromYear,
    untilYear: lastYear(measure),
    termPrinted: measure.termPrinted,
    responsible: measure.responsible,
    funding: fundingOf(measure.no),
    indicators: measure.indicators.map((title) => ({ title, measure: null, targets: [], assumed: false })),
  };
}

function withSubTasks(task: (typeof printed.tasks)[number]): TaskDefinition[] {
  const parts = printed.measures.filter((measure) => measure.task === task.no).map(subTask);
  const aim = supplements.bauskaAims[task.no];
  if (!aim) throw new Error(`strategy-supplements.json lacks the aim of ${task.no}`);
  const whole: TaskDefinition = {
    code: task.no,
    parent: null,
    title: task.title,
    result: { lv: aim, en: task.aim },
    fromYear: Math.min(...parts.map((part) => part.fromYear)),
    untilYear: Math.max(...parts.map((part) => part.untilYear)),
    termPrinted: null,
    responsible: supplements.bauskaResponsibleForTasks,
    funding: [...new Set(parts.flatMap((part) => part.funding))],
    indicators: [],
  };
  return [whole, ...parts];
}

/** Development strategy of the Social Service Office of Bauskas novads 2016-2020: 2 goals, 6 tasks, 28 measures as their sub-tasks. */
export const bauskaStrategy: StrategyDefinition = {
  key: 'bauska-2016-2020',
  municipality: bauska,
  title: supplements.titles['bauska-2016-2020'],
  fromYear: printed.fromYear,
  untilYear: printed.toYear,
  mission: printed.mission,
  vision: printed.vision,
  goals: printed.strategicGoals.map(({ code, title }) => ({
    code,
    title,
    tasks: printed.tasks.filter((task) => task.goal === code).flatMap(withSubTasks),
  })),
  investments: [],
  swot: [],
  source: printed.document,
};
