import { newId } from '@atbalsts/database';
import { type Context, mutate, type Payload, Refusal } from '@atbalsts/graphql';
import { grantedAt } from '../service-request/granted-request.js';
import type { ServiceRequest } from '../service-request/service-request.entity.js';
import { reviewMonths } from './review-term.js';
import { ServiceReview } from './service-review.entity.js';
import type { ReviewServiceInput } from './service-review.input.js';
import { latestReview, nextReviewProblems, reviewProblems } from './service-review.rules.js';

/**
 * Records a look at whether a service still fits, and when the next one is due. Refuses NOT_FOUND, STALE, WRONG_STATE unless the service is granted,
 * INVALID, and RULE_MISSING where no term of review is known.
 */
export function reviewService(context: Context, input: ReviewServiceInput): Promise<Payload<'serviceRequest', ServiceRequest>> {
  return mutate(context, 'serviceRequest', async () => {
    const { em, municipality, employee, today } = context;
    const request = await grantedAt(context, input.requestId, input.version);
    const last = await em.findOne(ServiceReview, { requestId: request.id }, { orderBy: { on: 'desc' } });
    const months = reviewMonths(input.on, 'on');
    const nextOn = input.nextOn ?? latestReview(input.on, months);
    const problems = [
      ...reviewProblems(input, request.from, last?.on ?? null, today),
      ...nextReviewProblems(nextOn, input.on, months, 'nextOn'),
    ];
    if (problems.length) throw new Refusal(problems);
    const review = em.create(ServiceReview, {
      id: newId(),
      municipality,
      requestId: request.id,
      personId: request.personId,
      on: input.on,
      reviewerId: employee,
      findings: input.findings.trim(),
      outcome: input.outcome,
      nextOn,
      recordedAt: new Date(),
    });
    request.reviewOn = nextOn;
    await em.flush();
    await context.audit.write(em, {
      action: 'service.review',
      personId: request.personId,
      object: `service-review:${review.id}`,
      fields: ['findings', 'outcome', 'reviewOn'],
    });
    return request;
  });
}
