import { type BatchLoad, inOrder } from '@atbalsts/graphql';
import { ProgressReportRow } from './progress-report.entity.js';

/** What was written into progress reports, by strategy and year; null where nothing was. */
export const writtenOf: BatchLoad<{ strategyId: string; year: number }, ProgressReportRow | null> = async ({ em }, keys) =>
  inOrder(
    keys.map(({ strategyId, year }) => `${strategyId} ${year}`),
    await em.find(ProgressReportRow, { $or: keys.map(({ strategyId, year }) => ({ strategyId, year })) }),
    (row) => `${row.strategyId} ${row.year}`,
  );
