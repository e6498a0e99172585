import { newId } from '@atbalsts/database';
import { type Context, mutate, type Payload, Refusal } from '@atbalsts/graphql';
import { PaperState } from '../care-plan/care-plan.entity.js';
import { grantedAt } from '../service-request/granted-request.js';
import type { ServiceRequest } from '../service-request/service-request.entity.js';
import { reviewMonths } from '../service-review/review-term.js';
import { agreementProblems, latestReview, nextReviewProblems } from '../service-review/service-review.rules.js';
import { ServiceAgreement } from './service-agreement.entity.js';
import type { MakeServiceAgreementInput } from './service-agreement.input.js';

/**
 * Makes the agreement on a granted service and sets the day of its first review; the agreement that counted is replaced in the same transaction. Refuses
 * NOT_FOUND, STALE, WRONG_STATE unless the service is granted, INVALID, and RULE_MISSING where no term of review is known.
 */
export function makeServiceAgreement(
  context: Context,
  input: MakeServiceAgreementInput,
): Promise<Payload<'serviceRequest', ServiceRequest>> {
  return mutate(context, 'serviceRequest', async () => {
    const { em, municipality, employee, today } = context;
    const request = await grantedAt(context, input.requestId, input.version);
    const before = await em.findOne(ServiceAgreement, { requestId: request.id, state: PaperState.ACTIVE });
    const months = reviewMonths(input.agreedOn, 'agreedOn');
    const reviewOn = input.reviewOn ?? latestReview(input.agreedOn, months);
    const problems = [
      ...agreementProblems(input, request.decidedOn, before?.agreedOn ?? null, today),
      ...nextReviewProblems(reviewOn, input.agreedOn, months, 'reviewOn'),
    ];
    if (problems.length) throw new Refusal(problems);
    request.reviewOn = reviewOn;
    if (before) {
      Object.assign(before, { state: PaperState.REPLACED, endedOn: input.agreedOn });
      await em.flush(); // the index allows one that counts
    }
    const agreement = em.create(ServiceAgreement, {
      id: newId(),
      municipality,
      requestId: request.id,
      personId: request.personId,
      agreedOn: input.agreedOn,
      makerId: employee,
      terms: input.terms.trim(),
      state: PaperState.ACTIVE,
      endedOn: null,
    } as never);
    await em.flush();
    await context.audit.write(em, {
      action: 'serviceAgreement.make',
      personId: request.personId,
      object: `service-agreement:${agreement.id}`,
      fields: ['terms', 'agreedOn', 'reviewOn', ...(before ? ['replaces'] : [])],
    });
    return request;
  });
}
