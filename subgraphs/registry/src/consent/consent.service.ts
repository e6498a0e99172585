import { isExclusionViolation, isId, newId } from '@atbalsts/database';
import { type Context, mutate, type Payload, ProblemCode, problem, Refusal, refuse } from '@atbalsts/graphql';
import { LockMode } from '@mikro-orm/core';
import { householdOf } from '../household/household.loader.js';
import { Organisation } from '../organisation/organisation.entity.js';
import type { Person } from '../person/person.entity.js';
import { getPerson } from '../person/person.service.js';
import { representativesOf } from '../representation/representation.loader.js';
import { actsOn, kindRules } from '../representation/representation.rules.js';
import { Consent } from './consent.entity.js';
import type { GiveConsentInput } from './consent.input.js';
import { consentProblems, giverProblems, givingDay } from './consent.rules.js';

/**
 * Records a consent. Refuses INVALID where it cannot be right or the giver may not give it, and DUPLICATE, showing the one that holds, where the person
 * has consented to the same organisation for the same purpose for a part of that time. Regulation (EU) 2016/679, article 7.
 */
export function giveConsent(context: Context, input: GiveConsentInput): Promise<Payload<'consent', Consent>> {
  return mutate(context, 'consent', async () => {
    const person = await getPerson(context, input.personId);
    const problems = consentProblems(input, person.birthDate, context.today);
    if (problems.length) throw new Refusal(problems);
    await refuseWrongGiver(context, input, person);
    if (!isId(input.organisationId) || !(await context.em.findOne(Organisation, { id: input.organisationId }))) {
      refuse(ProblemCode.NOT_FOUND, 'Tādas organizācijas nav.', 'There is no such organisation.', 'organisationId');
    }
    const purpose = input.purpose.trim();
    await refuseDuplicate(context, person, input, purpose);
    const consent = context.em.create(Consent, {
      id: newId(),
      municipality: person.municipality,
      personId: person.id,
      organisationId: input.organisationId,
      purpose,
      scopes: [...new Set(input.scopes)],
      from: input.from,
      until: input.until,
      givenById: input.givenById ?? null,
      capacity: input.capacity,
      withdrawnAt: null,
    });
    await context.em.flush().catch((error: unknown) => {
      if (isExclusionViolation(error)) throw new Refusal([duplicate()]);
      throw error;
    });
    await context.audit.write(context.em, {
      action: 'consent.give',
      personId: person.id,
      object: `consent:${consent.id}`,
      fields: [
        'scopes',
        'from',
        'until',
        'purpose',
        ...(input.givenById && input.givenById !== person.id ? ['givenById', 'capacity'] : []),
      ],
    });
    return consent;
  });
}

async function refuseWrongGiver(context: Context, input: GiveConsentInput, person: Person): Promise<void> {
  if (!input.givenById || input.givenById === person.id) return;
  const giver = await getPerson(context, input.givenById, 'givenById');
  const [theirs, persons] = await Promise.all(
    [giver, person].map(({ id }) => context.load(householdOf, { personId: id, on: context.today })),
  );
  const sharesHousehold = !!theirs && theirs.id === persons?.id;
  const recorded = (await context.load(representativesOf, person.id)).filter(
    (held) => held.representativeId === giver.id && kindRules[held.kind].consentsAs === input.capacity,
  );
  const day = givingDay(input.from, context.today);
  const represents = recorded.length ? recorded.some((held) => actsOn(held, person.birthDate, day)) : null;
  const problems = giverProblems(input.capacity, { birthDate: giver.birthDate, sharesHousehold, represents }, context.today);
  if (problems.length) throw new Refusal(problems);
}

/** Those who record the same consent at once wait for one another, so that the second sees the first and can show it. */
async function refuseDuplicate({ em }: Context, person: Person, input: GiveConsentInput, purpose: string): Promise<void> {
  const organisationId = input.organisationId.toLowerCase();
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`consent ${person.id} ${organisationId} ${purpose}`]);
  const known = await em.findOne(
    Consent,
    { personId: person.id, organisationId, purpose, withdrawnAt: null, from: { $lt: input.until }, until: { $gt: input.from } },
    { orderBy: { from: 'asc' } },
  );
  if (known) throw new Refusal([duplicate()], known);
}

const duplicate = () =>
  problem(
    ProblemCode.DUPLICATE,
    'Šai organizācijai šim nolūkam par šo laiku jau ir piekrišana. Turpiniet ar to vai vispirms to atsauciet.',
    'There is a consent to this organisation for this purpose at that time already. Go on with it, or withdraw it first.',
    'purpose',
  );

/** Withdraws a consent, at once; one withdrawn already stays as it was. Regulation (EU) 2016/679, article 7(3). */
export function withdrawConsent(context: Context, id: string): Promise<Payload<'consent', Consent>> {
  return mutate(context, 'consent', async () => {
    // Held until the transaction ends: who withdraws it at the same moment waits, and then sees that it is withdrawn.
    const consent = isId(id) ? await context.em.findOne(Consent, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true }) : null;
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
