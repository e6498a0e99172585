import { newId } from '@atbalsts/database';
import { type Context, mutate, type Payload, Refusal } from '@atbalsts/graphql';
import { WaitingListEntry } from '../waiting-list/waiting-list-entry.entity.js';
import { requestAt } from './held-request.js';
import { NeedsAssessment } from './needs-assessment.entity.js';
import { type DecisionTerms, decisionStep } from './service-decision.rules.js';
import { ServiceOutcome, type ServiceRequest, ServiceRequestState } from './service-request.entity.js';
import type { DecideServiceInput } from './service-request.input.js';
import { urgencyOf } from './service-request.rules.js';

const decided = {
  GRANT: ServiceRequestState.GRANTED,
  WAIT: ServiceRequestState.WAITING,
  REFUSE: ServiceRequestState.REFUSED,
} as const;

/**
 * Decides on a request by four eyes: a first call proposes, the same by a second person confirms (`decisionStep` says what a call does). Whoever waits
 * stays in the queue until a grant or a refusal is confirmed. Refuses NOT_FOUND, STALE, WRONG_STATE, FOUR_EYES, INVALID.
 */
export function decideService(context: Context, input: DecideServiceInput): Promise<Payload<'serviceRequest', ServiceRequest>> {
  return mutate(context, 'serviceRequest', async () => {
    const { em, employee, today } = context;
    const request = await requestAt(context, input.requestId, input.version);
    const step = decisionStep(input, request, employee, today);
    if (step.does === 'REFUSE_CALL') throw new Refusal(step.problems);
    write(request, step.terms);
    if (step.does === 'CONFIRM') {
      Object.assign(request, { state: decided[step.terms.outcome], confirmedBy: employee, decidedOn: today });
      await keepQueue(context, request);
    } else {
      Object.assign(request, { state: ServiceRequestState.PROPOSED, proposedBy: employee, confirmedBy: null, decidedOn: null });
    }
    await em.flush();
    await context.audit.write(em, {
      action: 'service.decide',
      personId: request.personId,
      object: `request:${request.id}`,
      fields: [
        'state',
        'outcome',
        ...(step.does === 'CONFIRM' ? ['confirmedBy', 'decidedOn'] : ['proposedBy', 'reasons', 'from', 'until']),
      ],
    });
    return request;
  });
}

function write(request: ServiceRequest, { outcome, reasons, from, until }: DecisionTerms): void {
  Object.assign(request, { outcome: ServiceOutcome[outcome], reasons, from, until });
}

/** A confirmed wait takes a place in the queue, by the level of care, since the day of the decision; any other decision gives the place up. */
async function keepQueue({ em, municipality, today }: Context, request: ServiceRequest): Promise<void> {
  const place = await em.findOne(WaitingListEntry, { requestId: request.id, leftOn: null });
  if (request.state !== ServiceRequestState.WAITING) {
    if (place) place.leftOn = today;
    return;
  }
  if (place) return;
  const needs = await em.findOne(NeedsAssessment, { requestId: request.id });
  em.create(WaitingListEntry, {
    id: newId(),
    municipality,
    requestId: request.id,
    urgency: urgencyOf(needs?.level ?? 1),
    since: today,
    leftOn: null,
  } as never);
}
