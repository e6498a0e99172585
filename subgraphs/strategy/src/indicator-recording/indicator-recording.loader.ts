import { type BatchLoad, groupedInOrder } from '@atbalsts/graphql';
import { IndicatorRecording } from './indicator-recording.entity.js';

/** Everything that was recorded of indicators, by year and the first first. */
export const recordingsOf: BatchLoad<string, IndicatorRecording[]> = async ({ em }, ids) =>
  groupedInOrder(
    ids,
    await em.find(IndicatorRecording, { indicatorId: { $in: [...ids] } }, { orderBy: { year: 'asc', number: 'asc' } }),
    (recording) => recording.indicatorId,
  );
