import { type StrategyDefinition, strategies, type TaskDefinition } from '@atbalsts/reference';
import type { Random } from '../random.js';
import type { World } from '../world.js';

/** Who entered what is entered: a persona's subject for each town. */
const subjects: Readonly<Record<string, string>> = { '0002000': 'demo:director', '0025000': 'demo:director-bauska' };

/** The strategies of the reference data, whole: goals, tasks with their sub-tasks, indicators with targets, investments, SWOT. */
export function addStrategies(world: World, random: Random): void {
  for (const plan of strategies) addStrategy(world, random.fork(plan.key), plan);
}

function addStrategy(world: World, random: Random, plan: StrategyDefinition): void {
  const { key, municipality } = plan;
  const strategyId = world.id('strategy', key);
  const row = (table: string, columns: Parameters<World['add']>[2]) => world.add('strategy', table, { ...columns, municipality });
  row('strategy', {
    id: strategyId,
    title_lv: plan.title.lv,
    title_en: plan.title.en,
    from_year: plan.fromYear,
    until_year: plan.untilYear,
    mission_lv: plan.mission.lv,
    mission_en: plan.mission.en,
    vision_lv: plan.vision.lv,
    vision_en: plan.vision.en,
    source: plan.source,
  });
  plan.goals.forEach((goal, position) => {
    const goalId = world.id('strategic-goal', `${key} ${goal.code}`);
    row('strategic_goal', {
      id: goalId,
      strategy_id: strategyId,
      code: goal.code,
      position,
      title_lv: goal.title.lv,
      title_en: goal.title.en,
    });
    for (const [place, task] of goal.tasks.entries()) addTask(world, random, plan, task, goalId, position * 1000 + place);
  });
  plan.investments.forEach((line, position) => {
    row('investment', {
      id: world.id('investment', `${key} ${line.code}`),
      strategy_id: strategyId,
      code: line.code,
      parent_code: line.parent,
      position,
      title_lv: line.title.lv,
      title_en: line.title.en,
      amount: line.amount,
      annual: line.annual,
      municipal_share: line.municipalShare,
      state_share: line.stateShare,
      foreign_share: line.foreignShare,
      foreign_source: line.foreignSource,
    });
  });
  plan.swot.forEach((item, position) => {
    row('swot_item', {
      id: world.id('swot-item', `${key} ${position}`),
      strategy_id: strategyId,
      kind: item.kind,
      position,
      text_lv: item.text.lv,
      text_en: item.text.en,
    });
  });
}

function addTask(world: World, random: Random, plan: StrategyDefinition, task: TaskDefinition, goalId: string, position: number): void {
  const { municipality } = plan;
  const taskId = (code: string) => world.id('task', `${plan.key} ${code}`);
  const id = taskId(task.code);
  const end = endOf(random, task, world.today);
  world.add('strategy', 'task', {
    id,
    municipality,
    strategy_id: world.id('strategy', plan.key),
    goal_id: goalId,
    parent_id: task.parent === null ? null : taskId(task.parent),
    code: task.code,
    position,
    title_lv: task.title.lv,
    title_en: task.title.en,
    result_lv: task.result.lv,
    result_en: task.result.en,
    from_year: task.fromYear,
    until_year: task.untilYear,
    term_printed: task.termPrinted,
    responsible: task.responsible,
    funding: task.funding,
    typed_state: end?.state ?? null,
    last_change_id: end ? world.id('task-change', id) : null,
    version: end ? 2 : 1,
  });
  if (end) {
    const change = {
      id: world.id('task-change', id),
      municipality,
      task_id: id,
      on_date: end.on,
      state: end.state,
      from_year: null,
      until_year: null,
    };
    world.add('strategy', 'task_change', { ...change, evidence: end.evidence, subject: subjects[municipality] ?? 'demo' });
  }
  task.indicators.forEach((indicator, place) => {
    const indicatorId = world.id('indicator', `${id} ${place}`);
    const { table = null, row = null } = indicator.measure ?? {};
    const columns = {
      id: indicatorId,
      municipality,
      task_id: id,
      position: place,
      title_lv: indicator.title.lv,
      title_en: indicator.title.en,
    };
    world.add('strategy', 'indicator', { ...columns, measure_table: table, measure_row: row, assumed: indicator.assumed });
    for (const target of indicator.targets) {
      world.add('strategy', 'indicator_target', {
        id: world.id('indicator-target', `${indicatorId} ${target.year}`),
        municipality,
        indicator_id: indicatorId,
        year: target.year,
        value: target.value,
      });
      // Half of what nobody can measure by the report has been recorded, so that both can be seen.
      if (indicator.measure === null && target.year < Number(world.today.slice(0, 4)) && random.chance(0.5)) {
        const value = {
          id: world.id('indicator-value', `${indicatorId} ${target.year}`),
          municipality,
          indicator_id: indicatorId,
          year: target.year,
          value: target.value,
        };
        world.add('strategy', 'indicator_value', { ...value, evidence: 'Gada pārskats (demonstrācija)' });
        world.add('strategy', 'indicator_recording', {
          ...value,
          id: world.id('indicator-recording', `${indicatorId} ${target.year}`),
          number: 1,
          evidence: 'Gada pārskats (demonstrācija)',
          on_date: `${target.year + 1}-02-15`,
          subject: subjects[municipality] ?? 'demo',
        });
      }
    }
  });
}

/** How a task ended: most were done in their last year, a few were dropped; the rest was left, and is late. */
function endOf(random: Random, task: TaskDefinition, today: string): { state: 'DONE' | 'DROPPED'; on: string; evidence: string } | null {
  const chance = random.next();
  const on = `${task.untilYear}-${String(random.int(9, 12)).padStart(2, '0')}-${String(random.int(1, 28)).padStart(2, '0')}`;
  if (chance >= 0.9 || on >= today) return null;
  return chance < 0.84
    ? { state: 'DONE', on, evidence: 'Izpildes akts (demonstrācija)' }
    : { state: 'DROPPED', on, evidence: 'Domes lēmums par grozījumiem (demonstrācija)' };
}
