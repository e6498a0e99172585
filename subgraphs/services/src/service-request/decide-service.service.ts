import { newId } from '@atbalsts/database';
import { type Context, mutate, type Payload, ProblemCode, Refusal, refuse } from '@atbalsts/graphql';
import { settleOffer } from '../place-offer/answer-offer.service.js';
import { holdPlaces } from '../place-offer/offer-place.js';
import { PlaceOffer, PlaceOfferState } from '../place-offer/place-offer.entity.js';
import { isUnexplainedJump } from '../place-offer/place-offer.rules.js';
import { positionOf } from '../waiting-list/waiting-list.loader.js';
import { WaitingListEntry } from '../waiting-list/waiting-list-entry.entity.js';
import { requestAt } from './held-request.js';
import { NeedsAssessment } from './needs-assessment.entity.js';
import { type DecisionTerms, decisionStep } from './service-decision.rules.js';
import { ServiceOutcome, type ServiceRequest, ServiceRequestState } from './service-request.entity.js';
import type { DecideServiceInput } from './service-request.input.js';
import { requestById } from './service-request.loader.js';
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
    await holdOffers(context, input.requestId);
    const request = await requestAt(context, input.requestId, input.version);
    const step = decisionStep(input, request, employee, today);
    if (step.does === 'REFUSE_CALL') throw new Refusal(step.problems);
    if (step.does === 'PROPOSE') await refuseJump(context, request, step.terms);
    write(request, step.terms);
    if (step.does === 'CONFIRM') {
      Object.assign(request, { state: decided[step.terms.outcome], confirmedBy: employee, decidedOn: today, decidedAt: new Date() });
      await keepQueue(context, request);
    } else {
      Object.assign(request, {
        state: ServiceRequestState.PROPOSED,
        proposedBy: employee,
        confirmedBy: null,
        decidedOn: null,
        decidedAt: null,
      });
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

/** A decision on who waits may free a place, or take one: those who offer places of the service wait, before anything of the request is held. */
async function holdOffers(context: Context, requestId: string): Promise<void> {
  const request = await context.load(requestById, requestId);
  if (!request || !(await context.em.findOne(WaitingListEntry, { requestId: request.id, leftOn: null }))) return;
  await holdPlaces(context, request.serviceTypeCode);
  context.em.clear();
}

/** A grant to somebody who is not the next and has accepted no offered place needs reasons. Refuses INVALID. */
async function refuseJump(context: Context, request: ServiceRequest, { outcome, reasons }: DecisionTerms): Promise<void> {
  if (outcome !== 'GRANT') return;
  const place = await context.em.findOne(WaitingListEntry, { requestId: request.id, leftOn: null });
  if (!place) return;
  const position = await context.load(positionOf, place.id);
  const accepted = await context.em.findOne(PlaceOffer, { entryId: place.id, recorded: PlaceOfferState.ACCEPTED });
  if (!isUnexplainedJump({ position, hasAccepted: accepted !== null, reasons })) return;
  refuse(
    ProblemCode.INVALID,
    `Persona ir ${position}. vietā rindā. Norādiet, kāpēc tai piešķir ārpus kārtas.`,
    `The person is number ${position} on the list. Give the reasons for a grant out of turn.`,
    'reasons',
  );
}

/** A confirmed wait takes a place in the queue, by the level of care, since the day of the decision; any other decision gives the place up. */
async function keepQueue(context: Context, request: ServiceRequest): Promise<void> {
  const { em, municipality, today } = context;
  const place = await em.findOne(WaitingListEntry, { requestId: request.id, leftOn: null });
  if (request.state !== ServiceRequestState.WAITING) {
    if (!place) return;
    place.leftOn = today;
    await em.flush();
    await settleOffer(context, place, request.state === ServiceRequestState.GRANTED);
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
