import { newId } from '@atbalsts/database';
import { type Context, mutate, type Payload, ProblemCode, problem, Refusal } from '@atbalsts/graphql';
import { askPerson, noSuchPerson } from '../external/person.ask.js';
import { Invalid, isBlank } from '../invalid.js';
import { serviceTypeByCode } from '../service-type/service-type.loader.js';
import { liveConsents } from './consent.rules.js';
import { noConsent } from './no-consent.js';
import { Referral, ReferralState } from './referral.entity.js';
import type { ReferClientInput } from './referral.input.js';

interface AnsweredPerson {
  consents: { organisation: { id: string }; scopes: string[]; from: string; until: string; withdrawnAt: string | null }[] | null;
}

const query = 'query($id: ID!) { person(id: $id) { id consents { organisation { id } scopes from until withdrawnAt } } }';

/**
 * Refers a person to a partner organisation. Consent comes first: the registry is asked for one that holds today, of any scope, and fails closed; the
 * scopes then decide what the partner sees. Refuses INVALID, NOT_FOUND, NO_CONSENT. Regulation (EU) 2016/679, article 6(1)(a).
 */
export function referClient(context: Context, input: ReferClientInput): Promise<Payload<'referral', Referral>> {
  return mutate(context, 'referral', async () => {
    const { em, municipality, today } = context;
    const { found } = new Invalid().when(isBlank(input.purpose), 'purpose', 'Norādiet, kādam nolūkam.', 'Say for what purpose.');
    if (!(await context.load(serviceTypeByCode, input.serviceType))) found.push(noSuchService);
    if (found.length) throw new Refusal(found);
    await refuseWithoutConsent(context, input);
    const referral = em.create(Referral, {
      id: newId(),
      municipality,
      personId: input.personId,
      organisationId: input.organisationId,
      serviceTypeCode: input.serviceType,
      purposeText: input.purpose.trim(),
      needsText: input.needs?.trim() || null,
      recorded: ReferralState.OFFERED,
      offeredOn: today,
      answeredOn: null,
      declineReason: null,
      endedOn: null,
      endReason: null,
    } as never);
    await em.flush();
    await context.audit.write(em, {
      action: 'referral.make',
      personId: referral.personId,
      object: `referral:${referral.id}`,
      fields: ['organisation', 'serviceType', 'purpose', ...(referral.needsText ? ['needs'] : [])],
    });
    return referral;
  });
}

async function refuseWithoutConsent(context: Context, { personId, organisationId }: ReferClientInput): Promise<void> {
  const person = await askPerson<AnsweredPerson>(context, personId, query);
  if (!person) throw new Refusal([noSuchPerson()]);
  const consents = (person.consents ?? []).map(({ organisation, ...consent }) => ({ ...consent, organisationId: organisation.id }));
  if (!liveConsents(consents, organisationId.toLowerCase(), context.today).length) noConsent('organisationId');
}

const noSuchService = problem(
  ProblemCode.NOT_FOUND,
  'Šāda pakalpojuma katalogā nav. Izvēlieties no saraksta.',
  'The catalogue has no such service. Choose from the list.',
  'serviceType',
);
