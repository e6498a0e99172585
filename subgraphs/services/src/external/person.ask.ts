import { isId } from '@atbalsts/database';
import { type Context, type Problem, ProblemCode, problem, Refusal } from '@atbalsts/graphql';

/**
 * Asks the registry, with the same principal, for a person of this municipality: null where it knows none of that id. Fails closed.
 * @param query selects `person(id: $id)`, and of it what has to be decided on
 */
export async function askPerson<T>(
  context: Context,
  id: string,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<T | null> {
  if (!isId(id)) return null;
  const { person } = await context.ask<{ person: T | null }>('registry', query, { id, ...variables });
  return person;
}

/** That the registry of this municipality knows nobody of that id. */
export function noSuchPerson(field = 'personId'): Problem {
  return problem(ProblemCode.NOT_FOUND, 'Šādas personas jūsu pašvaldībā nav.', 'There is no such person in your municipality.', field);
}

/** Refuses where the registry of this municipality does not know the person. */
export async function refuseUnknownPerson(context: Context, personId: string): Promise<void> {
  if (!(await askPerson(context, personId, 'query($id: ID!) { person(id: $id) { id } }'))) throw new Refusal([noSuchPerson()]);
}
