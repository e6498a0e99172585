import { type BatchLoad, groupedInOrder } from '@atbalsts/graphql';
import { CarePlan, CareTask } from './care-plan.entity.js';

/** Care plans by request, the latest first. */
export const plansOf: BatchLoad<string, CarePlan[]> = async ({ em }, ids) =>
  groupedInOrder(
    ids,
    await em.find(CarePlan, { requestId: { $in: [...ids] } }, { orderBy: { madeOn: 'desc', id: 'desc' } }),
    (plan) => plan.requestId,
  );

/** Tasks by plan, in their order. */
export const tasksOf: BatchLoad<string, CareTask[]> = async ({ em }, ids) =>
  groupedInOrder(ids, await em.find(CareTask, { planId: { $in: [...ids] } }, { orderBy: { place: 'asc' } }), (task) => task.planId);
