import { isUniqueViolation, newId } from '@atbalsts/database';
import { type Context, mutate, type Payload, ProblemCode, problem, Refusal, refuse } from '@atbalsts/graphql';
import { requestForAdding } from './held-request.js';
import { ServiceRequestState } from './service-request.entity.js';
import type { AnswerSurveyInput } from './service-request.input.js';
import { surveyProblems } from './service-request.rules.js';
import { SurveyAnswer } from './survey-answer.entity.js';

/**
 * Records how a client felt about a service, once for each request. Refuses INVALID, NOT_FOUND, WRONG_STATE where no service was granted, and DUPLICATE,
 * showing it, where it was answered before.
 */
export function answerSurvey(context: Context, input: AnswerSurveyInput): Promise<Payload<'surveyAnswer', SurveyAnswer>> {
  return mutate(context, 'surveyAnswer', async () => {
    const { em, municipality, today } = context;
    const problems = surveyProblems(input.score);
    if (problems.length) throw new Refusal(problems);
    const request = await requestForAdding(context, input.requestId);
    if (request.state !== ServiceRequestState.GRANTED && request.state !== ServiceRequestState.ENDED) {
      refuse(ProblemCode.WRONG_STATE, 'Pakalpojums nav piešķirts.', 'No service was granted.', 'requestId');
    }
    const known = await em.findOne(SurveyAnswer, { requestId: request.id });
    if (known) throw new Refusal([duplicate], known);
    const answer = em.create(SurveyAnswer, {
      id: newId(),
      municipality,
      requestId: request.id,
      answeredOn: today,
      score: input.score,
      comment: input.comment?.trim() || null,
    });
    try {
      await em.flush();
    } catch (error) {
      if (isUniqueViolation(error)) throw new Refusal([duplicate]);
      throw error;
    }
    await context.audit.write(em, {
      action: 'survey.answer',
      personId: request.personId,
      object: `request:${request.id}`,
      fields: ['survey'],
    });
    return answer;
  });
}

const duplicate = problem(ProblemCode.DUPLICATE, 'Uz šo aptauju jau ir atbildēts.', 'This survey was answered already.', 'requestId');
