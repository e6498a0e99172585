import { newId } from '@atbalsts/database';
import { type Context, mutate, type Payload, ProblemCode, Refusal, refuse } from '@atbalsts/graphql';
import { AssessmentFormKind } from '../assessment-form/assessment-form.js';
import { ruledFormOn } from '../assessment-form/assessment-form.loader.js';
import { requestAt } from './held-request.js';
import { NeedsAssessment } from './needs-assessment.entity.js';
import { cardProblems } from './needs-card.rules.js';
import { type ServiceRequest, ServiceRequestState } from './service-request.entity.js';
import type { AssessNeedsInput } from './service-request.input.js';
import { needsProblems } from './service-request.rules.js';

/**
 * Records the needs card of a request; the employee of the token is its assessor. Which version
 * of the card was used is kept. Refuses NOT_FOUND, STALE, INVALID, RULE_MISSING where no card holds that day, and WRONG_STATE unless it is submitted.
 */
export function assessNeeds(context: Context, input: AssessNeedsInput): Promise<Payload<'serviceRequest', ServiceRequest>> {
  return mutate(context, 'serviceRequest', async () => {
    const { em, municipality, employee } = context;
    const request = await requestAt(context, input.requestId, input.version);
    if (request.state !== ServiceRequestState.SUBMITTED) {
      refuse(ProblemCode.WRONG_STATE, 'Vajadzības jau ir novērtētas.', 'Needs are assessed already.', 'requestId');
    }
    const card = input.marks ? await ruledFormOn(context, AssessmentFormKind.NEEDS, input.on) : null;
    const problems = [
      ...needsProblems(input, request.requestedOn, context.today),
      ...(card ? cardProblems(card.content, input.marks ?? [], input) : []),
    ];
    if (problems.length) throw new Refusal(problems);
    em.create(NeedsAssessment, {
      id: newId(),
      municipality,
      requestId: request.id,
      assessedOn: input.on,
      assessorId: employee,
      score: input.score,
      level: input.level,
      findings: input.findings.trim(),
      cardVersion: card?.version ?? null,
      marks: card ? (input.marks ?? []).map(({ criterion, points }) => ({ criterion, points })) : null,
    });
    request.state = ServiceRequestState.ASSESSED;
    await em.flush();
    await context.audit.write(em, {
      action: 'needs.assess',
      personId: request.personId,
      object: `request:${request.id}`,
      fields: ['needs', 'state'],
    });
    return request;
  });
}
