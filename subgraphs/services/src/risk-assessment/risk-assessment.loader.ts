import { type BatchLoad, groupedInOrder } from '@atbalsts/graphql';
import { RiskAssessment } from './risk-assessment.entity.js';

/** Risk assessments by case, the latest first. */
export const risksOf: BatchLoad<string, RiskAssessment[]> = async ({ em }, ids) =>
  groupedInOrder(
    ids,
    await em.find(RiskAssessment, { caseId: { $in: [...ids] } }, { orderBy: { on: 'desc', recordedAt: 'desc', id: 'desc' } }),
    (assessment) => assessment.caseId,
  );
