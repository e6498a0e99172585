import { type Context, mutate, type Payload, ProblemCode, Refusal, refuse } from '@atbalsts/graphql';
import { Invalid, isBlank } from '../invalid.js';
import { consentsOf } from './consent.loader.js';
import { liveConsents } from './consent.rules.js';
import { noConsent } from './no-consent.js';
import { Referral, ReferralState } from './referral.entity.js';
import { referralById } from './referral.loader.js';

/** Accepts a referral to the partner's own organisation. Refuses NOT_FOUND, NO_CONSENT without a consent that holds, and WRONG_STATE unless it is offered. */
export function acceptReferral(context: Context, id: string): Promise<Payload<'referral', Referral>> {
  return mutate(context, 'referral', () => answer(context, id, { recorded: ReferralState.ACCEPTED }));
}

/** Declines a referral to the partner's own organisation, with a reason. Refuses as accepting does, and INVALID without a reason. */
export function declineReferral(context: Context, id: string, reason: string): Promise<Payload<'referral', Referral>> {
  return mutate(context, 'referral', async () => {
    const { found } = new Invalid()
      .when(isBlank(reason), 'reason', 'Norādiet atteikuma iemeslu.', 'Say why it is declined.')
      .when(reason.length > longestReason, 'reason', 'Iemesls ir pārāk garš.', 'The reason is too long.');
    if (found.length) throw new Refusal(found);
    return answer(context, id, { recorded: ReferralState.DECLINED, declineReason: reason.trim() });
  });
}

/** Characters of a reason. */
const longestReason = 1000;

type Answer = { recorded: Referral['recorded']; declineReason?: string };

async function answer(context: Context, id: string, change: Answer): Promise<Referral> {
  const { em, today } = context;
  const referral = await context.load(referralById, id);
  if (!referral) refuse(ProblemCode.NOT_FOUND, 'Šāda nosūtījuma jūsu organizācijai nav.', 'Your organisation has no such referral.', 'id');
  const consents = await context.load(consentsOf, referral.personId);
  if (!liveConsents(consents, referral.organisationId, today).length) noConsent('id');
  // One statement decides: of two answers at once the second finds nothing that is still offered. The database lets a partner write no more than this.
  const offered = { id: referral.id, recorded: ReferralState.OFFERED as const };
  if (referral.recorded !== ReferralState.OFFERED || !(await em.nativeUpdate(Referral, offered, { ...change, answeredOn: today }))) {
    refuse(ProblemCode.WRONG_STATE, 'Uz nosūtījumu jau ir atbildēts.', 'This referral is answered already.', 'id');
  }
  await context.audit.write(em, {
    action: 'referral.answer',
    personId: referral.personId,
    object: `referral:${referral.id}`,
    fields: ['state', ...(change.declineReason ? ['declineReason'] : [])],
    municipality: referral.municipality,
  });
  em.clear(); // what was read before the answer
  return em.findOneOrFail(Referral, { id: referral.id });
}
