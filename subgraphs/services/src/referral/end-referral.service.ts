import { type Context, mutate, type Payload, ProblemCode, Refusal, refuse } from '@atbalsts/graphql';
import { Delivery } from '../delivery/delivery.entity.js';
import { heldAt } from '../held.js';
import { endingProblems } from './end-referral.rules.js';
import { Referral, ReferralState } from './referral.entity.js';
import type { EndReferralInput } from './referral.input.js';

/**
 * Ends a referral that is offered or accepted. From then on the partner delivers no more by it and sees the needs no more. Refuses NOT_FOUND, STALE,
 * WRONG_STATE for one that is declined or has ended, and INVALID for a day before the offer, before what was delivered already, or in the future.
 */
export function endReferral(context: Context, input: EndReferralInput): Promise<Payload<'referral', Referral>> {
  return mutate(context, 'referral', async () => {
    const { em, today } = context;
    const referral = await heldAt(context, Referral, named(input.referralId), input.version);
    if (referral.recorded !== ReferralState.OFFERED && referral.recorded !== ReferralState.ACCEPTED) {
      refuse(
        ProblemCode.WRONG_STATE,
        'Nosūtījums jau ir noraidīts vai beidzies.',
        'The referral is declined or has ended already.',
        'referralId',
      );
    }
    const last = await em.findOne(Delivery, { referralId: referral.id }, { orderBy: { on: 'desc' } });
    const { offeredOn, answeredOn } = referral;
    const problems = endingProblems(input, { offeredOn, answeredOn, deliveredOn: last?.on ?? null }, today);
    if (problems.length) throw new Refusal(problems);
    Object.assign(referral, { recorded: ReferralState.ENDED, endedOn: input.on, endReason: input.reason.trim(), endedAt: new Date() });
    await em.flush();
    await context.audit.write(em, {
      action: 'referral.end',
      personId: referral.personId,
      object: `referral:${referral.id}`,
      fields: ['state', 'endedOn', 'endReason'],
    });
    return referral;
  });
}

const named = (id: string) => ({
  id,
  field: 'referralId',
  missing: { lv: 'Šāda nosūtījuma jūsu pašvaldībā nav.', en: 'There is no such referral in your municipality.' },
});
