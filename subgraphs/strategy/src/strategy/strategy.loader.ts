import { idsAmong } from '@atbalsts/database';
import { type BatchLoad, groupedInOrder, inOrder } from '@atbalsts/graphql';
import { StrategicGoal } from './goal.entity.js';
import { Investment } from './investment.entity.js';
import { Strategy } from './strategy.entity.js';
import { SwotItem } from './swot.entity.js';

/** Strategies by id; null for one that does not exist or is not of the principal's municipality. */
export const strategyById: BatchLoad<string, Strategy | null> = async ({ em }, ids) =>
  inOrder(ids, await em.find(Strategy, { id: { $in: idsAmong(ids) } }), (s) => s.id);

/** Goals by strategy, in the printed order. */
export const goalsOf: BatchLoad<string, StrategicGoal[]> = async ({ em }, ids) =>
  groupedInOrder(
    ids,
    await em.find(StrategicGoal, { strategyId: { $in: [...ids] } }, { orderBy: { position: 'asc' } }),
    (g) => g.strategyId,
  );

/** Lines of the investment plan by strategy, in the printed order. */
export const investmentsOf: BatchLoad<string, Investment[]> = async ({ em }, ids) =>
  groupedInOrder(ids, await em.find(Investment, { strategyId: { $in: [...ids] } }, { orderBy: { position: 'asc' } }), (i) => i.strategyId);

/** Sentences of the SWOT analysis by strategy, in the printed order. */
export const swotOf: BatchLoad<string, SwotItem[]> = async ({ em }, ids) =>
  groupedInOrder(ids, await em.find(SwotItem, { strategyId: { $in: [...ids] } }, { orderBy: { position: 'asc' } }), (s) => s.strategyId);
