import { isId, isUniqueViolation, newId } from '@atbalsts/database';
import { publishMany } from '@atbalsts/facts';
import { type Context, mutate, type Payload, ProblemCode, problem, Refusal, refuse } from '@atbalsts/graphql';
import { Residence } from '../residence/residence.entity.js';
import { Person } from './person.entity.js';
import type { RegisterPersonInput } from './person.input.js';
import { codeHoldsSince, plainName, registrationProblems } from './person.rules.js';
import { PersonalCode } from './personal-code.entity.js';

/**
 * Registers a person in the municipality of the token. Refuses INVALID where the details cannot be right, and DUPLICATE, showing the match,
 * where the code or the same name and birth date is known already.
 */
export function registerPerson(context: Context, entered: RegisterPersonInput): Promise<Payload<'person', Person>> {
  return mutate(context, 'person', async () => {
    const input = { ...entered, givenName: plainName(entered.givenName), familyName: plainName(entered.familyName) };
    const problems = registrationProblems(input, context.today);
    if (problems.length) throw new Refusal(problems);
    await holdIdentity(context, input);
    await refuseDuplicate(context, input);
    const person = newPerson(context, input);
    try {
      await context.em.flush();
    } catch (error) {
      // Somebody registered the same code at the same moment: the savepoint is undone, the caller is told.
      if (isUniqueViolation(error)) throw new Refusal([duplicate('personalCode')]);
      throw error;
    }
    await publishPerson(context, person);
    await context.audit.write(context.em, {
      action: 'person.register',
      personId: person.id,
      municipality: person.municipality,
      fields: Object.keys(input).filter((k) => input[k as keyof RegisterPersonInput] != null),
    });
    return person;
  });
}

/** Tells the domains that count the sex and year of birth of a person. */
export function publishPerson({ em }: Context, { id, municipality, sex, birthDate }: Person): Promise<void> {
  return publishMany(em, [
    { kind: 'person', key: id, municipality, body: { personId: id, sex, birthYear: Number(birthDate.slice(0, 4)) } },
  ]);
}

function newPerson(context: Context, input: RegisterPersonInput): Person {
  const { em, municipality } = context;
  const person = em.create(Person, {
    id: newId(),
    municipality,
    identityBasis: input.identityBasis,
    givenName: input.givenName,
    familyName: input.familyName,
    birthDate: input.birthDate,
    sex: input.sex,
    phone: input.phone?.trim() || null,
  } as never);
  if (input.personalCode) {
    em.create(PersonalCode, {
      id: newId(),
      municipality,
      personId: person.id,
      code: input.personalCode,
      fromDate: codeHoldsSince(input.personalCode, input.birthDate),
      untilDate: null,
      evidence: null,
    });
  }
  if (input.address && input.residenceSince) {
    em.create(Residence, {
      id: newId(),
      municipality,
      personId: person.id,
      place: municipality,
      address: input.address.trim(),
      since: input.residenceSince,
      until: null,
    });
  }
  return person;
}

/** Two registrations of one name and birth date, or of one code, wait for one another, so that the second sees the first. Always the name first. */
export async function holdIdentity(
  { em, municipality }: Context,
  input: Pick<RegisterPersonInput, 'givenName' | 'familyName' | 'birthDate' | 'personalCode'>,
): Promise<void> {
  await em.execute('select pg_advisory_xact_lock(hashtextextended(? || plain_text(?) || ?, 0))', [
    municipality,
    `${input.givenName} ${input.familyName}`,
    input.birthDate,
  ]);
  if (!input.personalCode) return;
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`code ${municipality} ${input.personalCode}`]);
}

async function refuseDuplicate(context: Context, input: RegisterPersonInput): Promise<void> {
  const { em, municipality } = context;
  if (input.personalCode) {
    const known = await em.findOne(PersonalCode, { municipality, code: input.personalCode });
    if (known) await showMatch(context, known.personId, 'personalCode', ['personalCode']);
  }
  await refuseNamesake(context, input);
}

/** Refuses DUPLICATE, with the match, where another person of the municipality has the name (without diacritics) and the birth date. */
export async function refuseNamesake(
  context: Context,
  { givenName, familyName, birthDate }: Pick<RegisterPersonInput, 'givenName' | 'familyName' | 'birthDate'>,
  except: string | null = null,
): Promise<void> {
  const [match] = await context.em.execute<{ id: string }[]>(
    `select id from person where municipality = ? and birth_date = ? and id is distinct from ?::uuid
      and search_name = plain_text(?::text || ' ' || ? || ' ' || ?) order by id limit 1`,
    [context.municipality, birthDate, except, givenName, familyName, givenName],
  );
  if (match) await showMatch(context, match.id, 'familyName', ['givenName', 'familyName', 'birthDate']);
}

/** Refuses DUPLICATE with the one that exists: who asks learns that the details are theirs, which is a look at an identity like any search. */
export async function showMatch({ em, audit }: Context, id: string, field: string, matched: readonly string[]): Promise<never> {
  const person = await em.findOneOrFail(Person, { id });
  for (const name of matched) audit.read(person.id, person.municipality, 'person.search', name);
  throw new Refusal([duplicate(field)], person);
}

/** The problem of somebody who is known already. */
export const duplicate = (field: string) =>
  problem(
    ProblemCode.DUPLICATE,
    'Šī persona jau ir reģistrēta. Salīdziniet ar parādīto un turpiniet ar to.',
    'This person is registered already. Compare with the one shown and go on with it.',
    field,
  );

/** The person who has or had a personal code, in the municipality of the token; null where there is none. */
export async function findPersonByCode({ em, municipality }: Context, code: string): Promise<Person | null> {
  const known = await em.findOne(PersonalCode, { municipality, code });
  return known ? em.findOne(Person, { id: known.personId }) : null;
}

/** A person of the municipality by id; refuses NOT_FOUND for one that does not exist or is another town's. */
export async function getPerson({ em }: Context, id: string, field = 'personId'): Promise<Person> {
  const person = isId(id) ? await em.findOne(Person, { id }) : null;
  if (!person) refuse(ProblemCode.NOT_FOUND, 'Tādas personas jūsu pašvaldībā nav.', 'There is no such person in your municipality.', field);
  return person;
}
