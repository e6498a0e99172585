import { isId, newId } from '@atbalsts/database';
import { type Context, mutate, type Payload, ProblemCode, Refusal, refuse } from '@atbalsts/graphql';
import { Organisation } from '../organisation/organisation.entity.js';
import { ageOn } from '../person/person.rules.js';
import { getPerson } from '../person/person.service.js';
import { Consent } from './consent.entity.js';
import type { GiveConsentInput } from './consent.input.js';
import { consentProblems } from './consent.rules.js';

/** Records a consent. Regulation (EU) 2016/679, article 7. */
export function giveConsent(context: Context, input: GiveConsentInput): Promise<Payload<'consent', Consent>> {
  return mutate(context, 'consent', async () => {
    const person = await getPerson(context, input.personId);
    const problems = consentProblems(input, ageOn(person.birthDate, input.from));
    if (problems.length) throw new Refusal(problems);
    if (input.givenById) await getPerson(context, input.givenById, 'givenById');
    if (!isId(input.organisationId) || !(await context.em.findOne(Organisation, { id: input.organisationId }))) {
      refuse(ProblemCode.NOT_FOUND, 'Tādas organizācijas nav.', 'There is no such organisation.', 'organisationId');
    }
    const consent = context.em.create(Consent, {
      id: newId(),
      municipality: person.municipality,
      personId: person.id,
      organisationId: input.organisationId,
      purpose: input.purpose.trim(),
      scopes: [...new Set(input.scopes)],
      from: input.from,
      until: input.until,
      givenById: input.givenById ?? null,
      capacity: input.capacity,
      withdrawnAt: null,
    });
    await context.em.flush();
    await context.audit.write(context.em, {
      action: 'consent.give',
      personId: person.id,
      object: `consent:${consent.id}`,
      fields: consent.scopes,
    });
    return consent;
  });
}

/** Withdraws a consent, at once; one withdrawn already stays as it was. Regulation (EU) 2016/679, article 7(3). */
export function withdrawConsent(context: Context, id: string): Promise<Payload<'consent', Consent>> {
  return mutate(context, 'consent', async () => {
    const consent = isId(id) ? await context.em.findOne(Consent, { id }) : null;
    if (!consent)
      refuse(ProblemCode.NOT_FOUND, 'Tādas piekrišanas jūsu pašvaldībā nav.', 'There is no such consent in your municipality.', 'id');
    if (!consent.withdrawnAt) {
      consent.withdrawnAt = new Date();
      await context.em.flush();
      await context.audit.write(context.em, {
        action: 'consent.withdraw',
        personId: consent.personId,
        object: `consent:${consent.id}`,
        fields: ['withdrawnAt'],
      });
    }
    return consent;
  });
}
