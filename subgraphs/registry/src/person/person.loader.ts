import { idsAmong, periodContains } from '@atbalsts/database';
import { type BatchLoad, inOrder } from '@atbalsts/graphql';
import { Consent, type ConsentScope } from '../consent/consent.entity.js';
import { Person } from './person.entity.js';
import { PersonalCode } from './personal-code.entity.js';

/** Persons by id; null for one that does not exist or is not the principal's to see. */
export const personById: BatchLoad<string, Person | null> = async ({ em }, ids) =>
  inOrder(ids, await em.find(Person, { id: { $in: idsAmong(ids) } }), (p) => p.id);

/** The personal codes that hold today, by person. */
export const currentCodeOf: BatchLoad<string, PersonalCode | null> = async ({ em, today }, ids) =>
  inOrder(
    ids,
    await em.find(PersonalCode, {
      personId: { $in: [...ids] },
      fromDate: { $lte: today },
      $or: [{ untilDate: null }, { untilDate: { $gt: today } }],
    }),
    (code) => code.personId,
  );

/** The scopes that live consents open today to the principal's organisation, by person. Withdrawal and expiry take effect at once. */
export const openScopesOf: BatchLoad<string, ReadonlySet<ConsentScope>> = async ({ em, principal, today }, ids) => {
  const consents = await em.find(Consent, {
    personId: { $in: [...ids] },
    organisationId: principal.organisation ?? null,
    withdrawnAt: null,
  });
  return ids.map(
    (id) => new Set(consents.filter((c) => c.personId === id && periodContains(c.from, c.until, today)).flatMap((c) => c.scopes)),
  );
};
