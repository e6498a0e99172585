import { isId } from '@atbalsts/database';
import { type Context, mutate, type Payload, ProblemCode, Refusal, refuse } from '@atbalsts/graphql';
import { held } from '../held.js';
import { AgreementState, ParticipationAgreement, ParticipationDuty } from './participation-agreement.entity.js';
import type { FulfilDutyInput } from './participation-agreement.input.js';
import { fulfilmentProblems } from './participation-agreement.rules.js';

const missing = { lv: 'Šāda pienākuma jūsu pašvaldībā nav.', en: 'There is no such duty in your municipality.' };

/** Records that a duty of the active agreement was fulfilled. Refuses NOT_FOUND, INVALID, and WRONG_STATE where it was before, or the agreement counts no more. */
export function fulfilDuty(context: Context, input: FulfilDutyInput): Promise<Payload<'agreement', ParticipationAgreement>> {
  return mutate(context, 'agreement', async () => {
    const { em } = context;
    const known = isId(input.dutyId) ? await em.findOne(ParticipationDuty, { id: input.dutyId }) : null;
    if (!known) refuse(ProblemCode.NOT_FOUND, missing.lv, missing.en, 'dutyId');
    // the agreement first, as agreeParticipation does
    const agreement = await held(context, ParticipationAgreement, { id: known.agreementId, field: 'dutyId', missing }, true);
    const problems = fulfilmentProblems(input.on, agreement.agreedOn, context.today);
    if (problems.length) throw new Refusal(problems);
    if (agreement.state !== AgreementState.ACTIVE) {
      refuse(ProblemCode.WRONG_STATE, 'Šī vienošanās vairs nav spēkā.', 'This agreement counts no more.', 'dutyId');
    }
    // one statement decides between two who come at once
    if (!(await em.nativeUpdate(ParticipationDuty, { id: known.id, fulfilledOn: null }, { fulfilledOn: input.on }))) {
      refuse(ProblemCode.WRONG_STATE, 'Pienākums jau ir izpildīts.', 'The duty is fulfilled already.', 'dutyId');
    }
    await context.audit.write(em, {
      action: 'agreement.fulfil',
      personId: agreement.personId,
      object: `agreement:${agreement.id}`,
      fields: ['duties.fulfilledOn'],
    });
    return agreement;
  });
}
