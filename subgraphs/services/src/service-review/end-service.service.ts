import { type Context, mutate, type Payload, Refusal } from '@atbalsts/graphql';
import { CarePlan, PaperState } from '../care-plan/care-plan.entity.js';
import { Delivery } from '../delivery/delivery.entity.js';
import { addFreePlace } from '../place-offer/free-place.service.js';
import { ServiceAgreement } from '../service-agreement/service-agreement.entity.js';
import { grantedAt } from '../service-request/granted-request.js';
import { type ServiceRequest, ServiceRequestState } from '../service-request/service-request.entity.js';
import type { EndServiceInput } from './service-review.input.js';
import { serviceEndProblems } from './service-review.rules.js';

/**
 * Ends a granted service: what was agreed and planned for it ends too, and the place it took goes to the next who waits, where it is said to become free.
 * Refuses NOT_FOUND, STALE, WRONG_STATE unless the service is granted, and INVALID.
 */
export function endService(context: Context, input: EndServiceInput): Promise<Payload<'serviceRequest', ServiceRequest>> {
  return mutate(context, 'serviceRequest', async () => {
    const { em, employee, today } = context;
    const request = await grantedAt(context, input.requestId, input.version);
    const last = await em.findOne(Delivery, { requestId: request.id }, { orderBy: { on: 'desc' } });
    const { from, until } = request;
    const problems = serviceEndProblems(input, { from, until, deliveredOn: last?.on ?? null }, today);
    if (problems.length) throw new Refusal(problems);
    Object.assign(request, {
      state: ServiceRequestState.ENDED,
      until: input.on,
      endedOn: today,
      endedById: employee,
      endReason: input.reason,
      endNote: input.note?.trim() || null,
      endedAt: new Date(),
    });
    const counting = { requestId: request.id, state: PaperState.ACTIVE as const };
    for (const plan of await em.find(CarePlan, counting)) Object.assign(plan, ended(plan.madeOn, input.on));
    for (const agreement of await em.find(ServiceAgreement, counting)) Object.assign(agreement, ended(agreement.agreedOn, input.on));
    await em.flush();
    await context.audit.write(em, {
      action: 'service.end',
      personId: request.personId,
      object: `request:${request.id}`,
      fields: ['state', 'until', 'endReason', ...(input.freesPlace ? ['freesPlace'] : [])],
    });
    if (input.freesPlace) {
      const { serviceTypeCode: serviceType, number } = request;
      await addFreePlace(context, { key: `ended:${request.id}`, serviceType, from: input.on, description: `${number}: beidzies` });
    }
    return request;
  });
}

/** A paper is not ended before it was made. */
const ended = (madeOn: string, on: string) => ({ state: PaperState.ENDED, endedOn: on < madeOn ? madeOn : on });
