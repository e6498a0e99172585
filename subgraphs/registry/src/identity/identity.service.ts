import { isExclusionViolation, isId, isUniqueViolation, newId } from '@atbalsts/database';
import { type Context, mutate, type Payload, Refusal, refuseStale } from '@atbalsts/graphql';
import { LockMode } from '@mikro-orm/core';
import { IdentityBasis, Person } from '../person/person.entity.js';
import { plainName } from '../person/person.rules.js';
import { duplicate, getPerson, holdIdentity, publishPerson, refuseNamesake, showMatch } from '../person/person.service.js';
import { PersonalCode } from '../person/personal-code.entity.js';
import { FormerIdentity } from './former-identity.entity.js';
import type { ChangePersonalCodeInput, RectifyIdentityInput } from './identity.input.js';
import { newCodeProblems, rectificationProblems } from './identity.rules.js';

/**
 * Records a new personal code: the one before ends on the day it begins, and still finds the person. Refuses INVALID where it cannot be right, OVERLAP where
 * a code holds from that day on, and DUPLICATE, with the match, where somebody of the municipality has or had it. Law on the Register of Natural Persons.
 */
export function changePersonalCode(context: Context, input: ChangePersonalCodeInput): Promise<Payload<'person', Person>> {
  return mutate(context, 'person', async () => {
    const person = await heldPerson(context, input.personId);
    await holdCode(context, input.personalCode);
    await putCode(context, person, input);
    await context.em.flush();
    await context.audit.write(context.em, {
      action: 'person.code.change',
      personId: person.id,
      fields: ['personalCode', 'since', 'evidence'],
    });
    return person;
  });
}

/**
 * Corrects or changes who a person is: what was is kept with its day and the evidence. Refuses STALE on an old version, INVALID where it cannot be right
 * (the birth date must agree with the code that holds), DUPLICATE, with the match, where another has the name and birth date. Regulation (EU) 2016/679, article 16.
 */
export function rectifyIdentity(context: Context, input: RectifyIdentityInput): Promise<Payload<'person', Person>> {
  return mutate(context, 'person', async () => {
    const { em } = context;
    const person = await heldPerson(context, input.personId);
    if (person.version !== input.version) refuseStale();
    const was = { givenName: person.givenName, familyName: person.familyName, birthDate: person.birthDate, sex: person.sex };
    const is = {
      givenName: input.givenName == null ? was.givenName : plainName(input.givenName),
      familyName: input.familyName == null ? was.familyName : plainName(input.familyName),
      birthDate: input.birthDate ?? was.birthDate,
      sex: input.sex ?? was.sex,
    };
    const codes = await codesOf(context, person.id);
    const code = input.personalCode ?? codes.find(({ untilDate }) => untilDate === null)?.code ?? null;
    const problems = rectificationProblems({ ...input, was, is, code, ...(await recordedOf(context, person.id)) }, context.today);
    if (problems.length) throw new Refusal(problems);
    await holdIdentity(context, { ...is, personalCode: input.personalCode });
    await refuseNamesake(context, is, person.id);
    em.create(FormerIdentity, {
      id: newId(),
      municipality: person.municipality,
      personId: person.id,
      ...was,
      until: input.since,
      reason: input.reason,
      evidence: input.evidence.trim(),
      recordedAt: new Date(),
    });
    Object.assign(person, is);
    if (input.personalCode) await putCode(context, person, { ...input, personalCode: input.personalCode });
    await em.flush();
    if (was.sex !== is.sex || was.birthDate.slice(0, 4) !== is.birthDate.slice(0, 4)) await publishPerson(context, person);
    const changed = (Object.keys(is) as (keyof typeof is)[]).filter((key) => was[key] !== is[key]);
    await context.audit.write(em, {
      action: 'person.identity.rectify',
      personId: person.id,
      fields: [...changed, ...(input.personalCode ? ['personalCode'] : []), 'since', 'evidence'],
    });
    return person;
  });
}

/** The person, held until the transaction ends: who changes the identity at the same moment waits, and then sees the change. */
async function heldPerson(context: Context, id: string): Promise<Person> {
  if (isId(id)) await context.em.findOne(Person, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
  return getPerson(context, id);
}

const codesOf = ({ em }: Context, personId: string): Promise<PersonalCode[]> =>
  em.find(PersonalCode, { personId }, { orderBy: { fromDate: 'asc' } });

async function holdCode({ em, municipality }: Context, code: string): Promise<void> {
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`code ${municipality} ${code}`]);
}

/** Ends the code that holds and begins the new one. */
async function putCode(
  context: Context,
  person: Person,
  entered: { personalCode: string; since: string; evidence: string },
): Promise<void> {
  const { em } = context;
  const held = await codesOf(context, person.id);
  const problems = newCodeProblems(entered, person.birthDate, held, context.today);
  if (problems.some(({ code }) => code === 'INVALID')) throw new Refusal(problems);
  const known = await em.findOne(PersonalCode, { municipality: person.municipality, code: entered.personalCode });
  if (known) await showMatch(context, known.personId, 'personalCode', ['personalCode']);
  if (problems.length) throw new Refusal(problems);
  for (const code of held) code.untilDate ??= entered.since;
  await em.flush();
  em.create(PersonalCode, {
    id: newId(),
    municipality: person.municipality,
    personId: person.id,
    code: entered.personalCode,
    fromDate: entered.since,
    untilDate: null,
    evidence: entered.evidence.trim(),
  });
  person.identityBasis = IdentityBasis.PERSONAL_CODE;
  await em.flush().catch((error: unknown) => {
    if (isUniqueViolation(error) || isExclusionViolation(error)) throw new Refusal([duplicate('personalCode')]);
    throw error;
  });
}

/** The first day of anything dated that is recorded of a person, and the day from which the identity recorded last holds. */
async function recordedOf({ em }: Context, id: string): Promise<{ firstRecorded: string | null; lastChange: string | null }> {
  const [row] = await em.execute<{ first: string | null; last: string | null }[]>(
    `select least((select min(from_date) from residence where person_id = ?), (select min(from_date) from household_member where person_id = ?),
                  (select min(from_date) from circumstance where person_id = ?), (select min(from_date) from representation where person_id = ?))::text as first,
            (select max(until_date) from former_identity where person_id = ?)::text as last`,
    [id, id, id, id, id],
  );
  return { firstRecorded: row?.first ?? null, lastChange: row?.last ?? null };
}
