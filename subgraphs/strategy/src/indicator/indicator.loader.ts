import { type BatchLoad, groupedInOrder } from '@atbalsts/graphql';
import { Indicator, IndicatorTarget, IndicatorValue } from './indicator.entity.js';

/** Indicators by task, in the printed order. */
export const indicatorsOf: BatchLoad<string, Indicator[]> = async ({ em }, ids) =>
  groupedInOrder(ids, await em.find(Indicator, { taskId: { $in: [...ids] } }, { orderBy: { position: 'asc' } }), (i) => i.taskId);

/** Targets by indicator, by year. */
export const targetsOf: BatchLoad<string, IndicatorTarget[]> = async ({ em }, ids) =>
  groupedInOrder(
    ids,
    await em.find(IndicatorTarget, { indicatorId: { $in: [...ids] } }, { orderBy: { year: 'asc' } }),
    (t) => t.indicatorId,
  );

/** Recorded values by indicator, by year. */
export const valuesOf: BatchLoad<string, IndicatorValue[]> = async ({ em }, ids) =>
  groupedInOrder(
    ids,
    await em.find(IndicatorValue, { indicatorId: { $in: [...ids] } }, { orderBy: { year: 'asc' } }),
    (v) => v.indicatorId,
  );
