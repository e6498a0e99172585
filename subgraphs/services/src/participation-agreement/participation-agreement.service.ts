import { constraintOf, newId } from '@atbalsts/database';
import { type Context, mutate, type Payload, Refusal, refuseStale } from '@atbalsts/graphql';
import { unknownEmployees } from '../external/employee.ask.js';
import { refuseUnknownPerson } from '../external/person.ask.js';
import { holdPerson } from '../held.js';
import { AgreementState, ParticipationAgreement, ParticipationDuty } from './participation-agreement.entity.js';
import type { AgreeParticipationInput } from './participation-agreement.input.js';
import { agreementProblems, replacementProblems } from './participation-agreement.rules.js';

/**
 * Makes the agreement of a person with everybody who works with it; the active one is replaced in the same transaction, so that a client never holds
 * several of which nobody knows which counts. Agreements of one person go one after another, and the index decides whatever comes by other ways (STALE).
 * Refuses NOT_FOUND for a person or an employee unknown to this municipality, and INVALID.
 */
export function agreeParticipation(
  context: Context,
  input: AgreeParticipationInput,
): Promise<Payload<'agreement', ParticipationAgreement>> {
  return mutate(context, 'agreement', async () => {
    const problems = agreementProblems(input, context.today);
    if (problems.length) throw new Refusal(problems);
    await refuseUnknownPerson(context, input.personId);
    const unknown = await unknownEmployees(
      context,
      input.partyIds.map((id, at) => ({ field: `partyIds.${at}`, id })),
    );
    if (unknown.length) throw new Refusal(unknown);
    await holdPerson(context, 'participation agreement', input.personId);
    await replaceActive(context, input);
    const agreement = create(context, input);
    try {
      await context.em.flush();
    } catch (error) {
      if (constraintOf(error) === 'participation_agreement_one_active') refuseStale();
      throw error;
    }
    await context.audit.write(context.em, {
      action: 'agreement.make',
      personId: agreement.personId,
      object: `agreement:${agreement.id}`,
      fields: ['agreedOn', 'duties', 'partyIds'],
    });
    return agreement;
  });
}

/** Written before the new one, since the index knows no order within a transaction but that of the statements. */
async function replaceActive({ em }: Context, { personId, agreedOn }: AgreeParticipationInput): Promise<void> {
  const active = await em.findOne(ParticipationAgreement, { personId, state: AgreementState.ACTIVE });
  const problems = replacementProblems(agreedOn, active?.agreedOn ?? null);
  if (problems.length) throw new Refusal(problems);
  if (!active) return;
  active.state = AgreementState.REPLACED;
  active.endedOn = agreedOn;
  await em.flush();
}

function create({ em, municipality }: Context, input: AgreeParticipationInput): ParticipationAgreement {
  const agreement = em.create(ParticipationAgreement, {
    id: newId(),
    municipality,
    personId: input.personId,
    agreedOn: input.agreedOn,
    partyIds: input.partyIds,
    state: AgreementState.ACTIVE,
    endedOn: null,
  } as never);
  input.duties.forEach(({ text, domain, dueOn }, at) => {
    em.create(ParticipationDuty, {
      id: newId(),
      municipality,
      agreementId: agreement.id,
      place: at + 1,
      text: text.trim(),
      domain,
      dueOn: dueOn ?? null,
      fulfilledOn: null,
    });
  });
  return agreement;
}
