import { type Context, DomainUnavailable } from '@atbalsts/graphql';
import type { KnownIdentity } from '@atbalsts/registers';

/** Who somebody is, for a question to a state register, and where the registry has the residence recorded. */
export interface IdentityFacts extends KnownIdentity {
  /** Code of the municipality; null for none. */
  residence: string | null;
}

const codes = `query($persons: [_Any!]!) {
  _entities(representations: $persons) { ... on Person { personalCode declaredResidence { municipality { code } } } }
}`;
const names = 'query($persons: [_Any!]!) { _entities(representations: $persons) { ... on Person { givenName familyName birthDate } } }';

interface CodeAnswer {
  personalCode: string | null;
  declaredResidence: { municipality: { code: string } } | null;
}
type NameAnswer = Pick<KnownIdentity, 'givenName' | 'familyName' | 'birthDate'>;

/**
 * Asks the registry, with the same principal, by what a register can find these persons; the registry audits each reading. Names and birth dates are read only of
 * who has no personal code. Fails closed: whom the registry leaves out nobody is asked about.
 */
export async function askIdentities(context: Context, persons: readonly string[]): Promise<ReadonlyMap<string, IdentityFacts>> {
  const found = new Map<string, IdentityFacts>();
  const unnamed: string[] = [];
  for (const [id, answer] of await ask<CodeAnswer>(context, codes, persons)) {
    const { personalCode, declaredResidence } = answer;
    found.set(id, {
      personalCode,
      givenName: null,
      familyName: null,
      birthDate: null,
      residence: declaredResidence?.municipality.code ?? null,
    });
    if (!personalCode) unnamed.push(id);
  }
  if (unnamed.length)
    for (const [id, { givenName, familyName, birthDate }] of await ask<NameAnswer>(context, names, unnamed))
      found.set(id, { ...(found.get(id) as IdentityFacts), givenName, familyName, birthDate });
  return found;
}

async function ask<Answer>(context: Context, query: string, persons: readonly string[]): Promise<[string, Answer][]> {
  const representations = persons.map((id) => ({ __typename: 'Person', id }));
  const { _entities: answers } = await context.ask<{ _entities: (Answer | null)[] }>('registry', query, { persons: representations });
  if (answers?.length !== persons.length) throw new DomainUnavailable('registry');
  return persons.map((id, at) => {
    const answer = answers[at];
    if (!answer) throw new DomainUnavailable('registry');
    return [id, answer];
  });
}
