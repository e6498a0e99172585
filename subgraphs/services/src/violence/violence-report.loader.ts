import { idsAmong } from '@atbalsts/database';
import { type BatchLoad, groupedInOrder, inOrder } from '@atbalsts/graphql';
import { ViolenceFollowUp, ViolenceReport } from './violence-report.entity.js';

/** Reports by id; null for one that is not the principal's to see. */
export const violenceReportById: BatchLoad<string, ViolenceReport | null> = async ({ em }, ids) =>
  inOrder(ids, await em.find(ViolenceReport, { id: { $in: idsAmong(ids) } }), (report) => report.id);

/** What followed, by report, in the order of the days. */
export const followUpsOf: BatchLoad<string, ViolenceFollowUp[]> = async ({ em }, ids) =>
  groupedInOrder(
    ids,
    await em.find(ViolenceFollowUp, { reportId: { $in: [...ids] } }, { orderBy: { on: 'asc', id: 'asc' } }),
    (followUp) => followUp.reportId,
  );
