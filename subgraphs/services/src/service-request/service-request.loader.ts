import { idsAmong } from '@atbalsts/database';
import { type BatchLoad, groupedInOrder, inOrder } from '@atbalsts/graphql';
import { NeedsAssessment } from './needs-assessment.entity.js';
import { ServiceRequest } from './service-request.entity.js';
import { SurveyAnswer } from './survey-answer.entity.js';

/** Requests by id; null for one that is not the principal's to see. */
export const requestById: BatchLoad<string, ServiceRequest | null> = async ({ em }, ids) =>
  inOrder(ids, await em.find(ServiceRequest, { id: { $in: idsAmong(ids) } }), (request) => request.id);

/** Requests by person, the latest first. */
export const requestsOf: BatchLoad<string, ServiceRequest[]> = async ({ em }, ids) =>
  groupedInOrder(
    ids,
    await em.find(ServiceRequest, { personId: { $in: idsAmong(ids) } }, { orderBy: { requestedOn: 'desc', id: 'desc' } }),
    (request) => request.personId,
  );

/** The needs card by request; null where none was made. */
export const needsOf: BatchLoad<string, NeedsAssessment | null> = async ({ em }, ids) =>
  inOrder(ids, await em.find(NeedsAssessment, { requestId: { $in: [...ids] } }), (needs) => needs.requestId);

/** The answer to the survey by request; null where none was given. */
export const surveyOf: BatchLoad<string, SurveyAnswer | null> = async ({ em }, ids) =>
  inOrder(ids, await em.find(SurveyAnswer, { requestId: { $in: [...ids] } }), (answer) => answer.requestId);
