import { newId } from '@atbalsts/database';
import { type Context, mutate, type Payload, ProblemCode, problem, Refusal } from '@atbalsts/graphql';
import { findReportTable } from '@atbalsts/reference';
import { Indicator, IndicatorTarget } from '../indicator/indicator.entity.js';
import { StrategicGoal } from '../strategy/goal.entity.js';
import { Investment } from '../strategy/investment.entity.js';
import { Strategy } from '../strategy/strategy.entity.js';
import { SwotItem } from '../strategy/swot.entity.js';
import { Task } from '../task/task.entity.js';
import type { AdoptStrategyInput, AdoptTaskInput, BothLanguagesInput } from './adopt.input.js';
import { strategyProblems } from './adopt.rules.js';

const counted = (table: string, row: string): boolean =>
  findReportTable(table)?.rows.some((one) => one.key === row && !one.heading) ?? false;

/**
 * Adopts a strategy or a plan of the own municipality, whole. INVALID names each field that cannot be right; DUPLICATE where one of the same title begins
 * in the same year, which it shows.
 */
export function adoptStrategy(context: Context, input: AdoptStrategyInput): Promise<Payload<'strategy', Strategy>> {
  return mutate(context, 'strategy', async () => {
    const { em, municipality } = context;
    const problems = strategyProblems(input, counted);
    if (problems.length) throw new Refusal(problems);
    // Of two that come at once the second waits, and sees the first.
    await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`adopt ${municipality}`]);
    const { fromYear, untilYear } = input;
    const twin = await em.findOne(Strategy, { municipality, fromYear, titleLv: input.title.lv.trim() });
    if (twin) throw new Refusal([adoptedAlready()], twin);
    const strategy = em.create(Strategy, {
      id: newId(),
      municipality,
      ...labels('title', input.title),
      ...labels('mission', input.mission),
      ...labels('vision', input.vision),
      fromYear,
      untilYear,
      source: input.source.trim(),
      version: 1,
    });
    addGoals(context, strategy, input);
    addExtras(context, strategy, input);
    await em.flush();
    await context.audit.write(em, { action: 'strategy.write', object: `strategy:${strategy.id}`, fields: Object.keys(input) });
    return strategy;
  });
}

const adoptedAlready = () =>
  problem(
    ProblemCode.DUPLICATE,
    'Stratēģija ar šādu nosaukumu no šī gada jau ir.',
    'A strategy of this title from this year exists already.',
    'title',
  );

/** A text as a pair of columns. */
function labels<Name extends string>(name: Name, { lv, en }: BothLanguagesInput): Record<`${Name}Lv` | `${Name}En`, string> {
  return { [`${name}Lv`]: lv.trim(), [`${name}En`]: en.trim() } as Record<`${Name}Lv` | `${Name}En`, string>;
}

function addGoals(context: Context, strategy: Strategy, { goals }: AdoptStrategyInput): void {
  const { em, municipality } = context;
  let position = 0;
  for (const [at, goal] of goals.entries()) {
    const goalId = newId();
    em.create(StrategicGoal, {
      id: goalId,
      municipality,
      strategyId: strategy.id,
      code: goal.code,
      position: at,
      ...labels('title', goal.title),
    });
    const ids = new Map(goal.tasks.map((task) => [task.code, newId()]));
    for (const task of goal.tasks) addTask(context, strategy, goalId, task, ids, position++);
  }
}

function addTask(
  { em, municipality }: Context,
  strategy: Strategy,
  goalId: string,
  task: AdoptTaskInput,
  ids: ReadonlyMap<string, string>,
  position: number,
): void {
  const taskId = ids.get(task.code) as string;
  em.create(Task, {
    id: taskId,
    municipality,
    strategyId: strategy.id,
    goalId,
    parentId: task.parent == null ? null : (ids.get(task.parent) ?? null),
    code: task.code,
    position,
    ...labels('title', task.title),
    ...labels('result', task.result),
    fromYear: task.fromYear,
    untilYear: task.untilYear,
    termPrinted: null,
    responsible: task.responsible.trim(),
    funding: [...new Set(task.funding)],
    typedState: null,
    lastChangeId: null,
    version: 1,
  });
  for (const [at, { title, measure, targets }] of task.indicators.entries()) {
    const indicatorId = newId();
    const bound = { measureTable: measure?.table ?? null, measureRow: measure?.row ?? null };
    em.create(Indicator, { id: indicatorId, municipality, taskId, position: at, ...labels('title', title), ...bound, assumed: false });
    for (const { year, value } of targets) em.create(IndicatorTarget, { id: newId(), municipality, indicatorId, year, value });
  }
}

function addExtras({ em, municipality }: Context, strategy: Strategy, { investments, swot }: AdoptStrategyInput): void {
  for (const [position, line] of investments.entries()) {
    em.create(Investment, {
      id: newId(),
      municipality,
      strategyId: strategy.id,
      code: line.code,
      parentCode: line.parent ?? null,
      position,
      ...labels('title', line.title),
      amount: line.amount ?? null,
      annual: line.annual,
      municipalShare: line.municipalShare ?? null,
      stateShare: line.stateShare ?? null,
      foreignShare: line.foreignShare ?? null,
      foreignSource: line.foreignSource?.trim() || null,
    });
  }
  for (const [position, { kind, text }] of swot.entries())
    em.create(SwotItem, { id: newId(), municipality, strategyId: strategy.id, kind, position, ...labels('text', text) });
}
