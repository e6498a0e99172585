import { newId } from '@atbalsts/database';
import { type Context, mutate, type Payload, ProblemCode, Refusal, refuse } from '@atbalsts/graphql';
import { heldAt } from '../held.js';
import { requestById } from '../service-request/service-request.loader.js';
import type { ChangeWaitingOrderInput } from './waiting-list.input.js';
import { WaitingListChange } from './waiting-list-change.entity.js';
import { WaitingListEntry } from './waiting-list-entry.entity.js';
import { orderAfter, orderProblems } from './waiting-order.rules.js';

/**
 * Changes the urgency of somebody who waits, or the day from which the wait counts; the reason stays with the entry for whoever looks at the list. Refuses
 * NOT_FOUND, STALE, WRONG_STATE for who waits no more, and INVALID, also without a reason.
 */
export function changeWaitingOrder(context: Context, input: ChangeWaitingOrderInput): Promise<Payload<'entry', WaitingListEntry>> {
  return mutate(context, 'entry', async () => {
    const { em, municipality, employee, today } = context;
    const entry = await heldAt(context, WaitingListEntry, named(input.entryId), input.version);
    if (entry.leftOn) refuse(ProblemCode.WRONG_STATE, 'Persona vairs negaida rindā.', 'The person waits no more.', 'entryId');
    const before = { urgency: entry.urgency, since: entry.since };
    const problems = orderProblems(before, input, today);
    if (problems.length) throw new Refusal(problems);
    const after = orderAfter(before, input);
    em.create(WaitingListChange, {
      id: newId(),
      municipality,
      entryId: entry.id,
      on: today,
      changerId: employee,
      urgencyBefore: before.urgency,
      urgencyAfter: after.urgency,
      sinceBefore: before.since,
      sinceAfter: after.since,
      reason: input.reason.trim(),
      recordedAt: new Date(),
    });
    Object.assign(entry, after);
    await em.flush();
    const request = await context.load(requestById, entry.requestId);
    await context.audit.write(em, {
      action: 'waitingList.change',
      personId: request?.personId ?? null,
      object: `waiting-list-entry:${entry.id}`,
      fields: [...(after.urgency === before.urgency ? [] : ['urgency']), ...(after.since === before.since ? [] : ['since']), 'reason'],
    });
    return entry;
  });
}

const named = (id: string) => ({
  id,
  field: 'entryId',
  missing: { lv: 'Šāda rindas ieraksta jūsu pašvaldībā nav.', en: 'There is no such entry of a waiting list in your municipality.' },
});
