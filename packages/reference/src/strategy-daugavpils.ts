import { z } from 'zod';
import { labelShape, readData } from './data.js';
import { daugavpils } from './municipalities.js';
import { results } from './results.js';
import { supplements } from './strategy-supplements.js';
import type {
  FundingSource,
  GoalDefinition,
  InvestmentDefinition,
  StrategyDefinition,
  SwotItemDefinition,
  SwotKind,
} from './strategy-types.js';
import { centsOf } from './values.js';

const shareShape = z.union([z.object({ percent: z.number() }), z.object({ amountEur: z.number() })]).nullable();
const printed = readData(
  'daugavpils-strategy-2015-2017.json',
  z.object({
    document: z.string(),
    fromYear: z.number().int(),
    toYear: z.number().int(),
    mission: labelShape,
    vision: labelShape,
    strategicGoals: z.array(z.object({ code: z.string(), title: labelShape })),
    actionPlan: z.array(
      z.object({
        no: z.string(),
        goal: z.string(),
        task: labelShape,
        result: labelShape,
        fromYear: z.number().int(),
        toYear: z.number().int(),
        responsible: labelShape,
        funding: z.array(z.enum(['MUNICIPAL', 'STATE', 'FUNDS', 'NGO'])),
      }),
    ),
    investmentPlan: z.array(
      z.object({
        no: z.string(),
        parent: z.string().nullable(),
        task: labelShape,
        indicativeAmountEur: z.number().nullable(),
        annual: z.boolean(),
        shares: z.object({ municipal: shareShape, state: shareShape, foreign: shareShape }),
        foreignSource: z.string().nullable(),
      }),
    ),
    swot: z.object({
      strengths: z.array(labelShape),
      weaknesses: z.array(labelShape),
      opportunities: z.array(labelShape),
      threats: z.array(labelShape),
    }),
  }),
);

/** The document's "fondi" are the funds of the European Union. */
function source(code: 'MUNICIPAL' | 'STATE' | 'FUNDS' | 'NGO'): FundingSource {
  return code === 'FUNDS' ? 'EU_FUND' : code;
}

const goals: readonly GoalDefinition[] = printed.strategicGoals.map(({ code, title }) => ({
  code,
  title,
  tasks: printed.actionPlan
    .filter((task) => task.goal === code)
    .map((task) => ({
      code: task.no,
      parent: null,
      title: task.task,
      result: task.result,
      fromYear: task.fromYear,
      untilYear: task.toYear,
      termPrinted: null,
      responsible: task.responsible.lv,
      funding: task.funding.map(source),
      indicators: [],
    })),
}));

/** A share is printed either in percent or as an amount of the whole. */
function fraction(share: z.output<typeof shareShape>, whole: number | null): number | null {
  if (share === null) return null;
  if ('percent' in share) return share.percent / 100;
  return whole === null ? null : share.amountEur / whole;
}

const investments: readonly InvestmentDefinition[] = printed.investmentPlan.map((line) => ({
  code: line.no,
  parent: line.parent,
  title: line.task,
  amount: line.indicativeAmountEur === null ? null : centsOf(line.indicativeAmountEur),
  annual: line.annual,
  municipalShare: fraction(line.shares.municipal, line.indicativeAmountEur),
  stateShare: fraction(line.shares.state, line.indicativeAmountEur),
  foreignShare: fraction(line.shares.foreign, line.indicativeAmountEur),
  foreignSource: line.foreignSource,
}));

function swotItems(kind: SwotKind, texts: readonly z.output<typeof labelShape>[]): SwotItemDefinition[] {
  return texts.map((text) => ({ kind, text }));
}

/** Development strategy of the Social Affairs Board of Daugavpils 2015-2017: 3 goals, 18 tasks, investment plan, SWOT. */
export const daugavpilsStrategy: StrategyDefinition = {
  key: 'daugavpils-2015-2017',
  municipality: daugavpils,
  title: supplements.titles['daugavpils-2015-2017'],
  fromYear: printed.fromYear,
  untilYear: printed.toYear,
  mission: printed.mission,
  vision: printed.vision,
  goals,
  investments,
  swot: [
    ...swotItems('STRENGTH', printed.swot.strengths),
    ...swotItems('WEAKNESS', printed.swot.weaknesses),
    ...swotItems('OPPORTUNITY', printed.swot.opportunities),
    ...swotItems('THREAT', printed.swot.threats),
  ],
  source: printed.document,
};

const plan = readData(
  'plan-2023.json',
  z.object({
    title: labelShape,
    goalTitle: labelShape,
    tasks: z.array(
      z.object({
        no: z.string(),
        lv: z.string().min(1),
        result: labelShape,
        responsible: z.string().min(1),
        funding: z.array(z.enum(['MUNICIPAL', 'STATE', 'EU_FUND', 'NGO'])).min(1),
        indicators: z.array(
          z.object({
            title: labelShape,
            measure: z.object({ table: z.string(), row: z.string() }).nullable(),
            targets: z.array(z.object({ year: z.number().int(), value: z.number() })),
            assumed: z.boolean(),
          }),
        ),
      }),
    ),
  }),
);
if (plan.tasks.length !== results.goals2023.length) throw new Error('plan-2023.json does not have the tasks of goals2023');

/** Daugavpils' plan for 2023, from the goals of the 2022 results; its first indicator is bound to social-work-specialists/total. */
export const daugavpilsPlan2023: StrategyDefinition = {
  key: 'daugavpils-2023',
  municipality: daugavpils,
  title: plan.title,
  fromYear: 2023,
  untilYear: 2023,
  mission: printed.mission,
  vision: printed.vision,
  goals: [
    {
      code: 'P2023',
      title: plan.goalTitle,
      tasks: plan.tasks.map(({ no, lv, ...task }, at) => ({
        code: no,
        parent: null,
        title: { lv, en: results.goals2023[at] ?? lv },
        fromYear: 2023,
        untilYear: 2023,
        termPrinted: null,
        ...task,
      })),
    },
  ],
  investments: [],
  swot: [],
  source: results.document,
};
