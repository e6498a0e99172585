import { type BatchLoad, type Context, DomainUnavailable } from '@atbalsts/graphql';

/** What services says an employee is responsible for. */
export interface Responsible {
  open: number;
  highRisk: number;
}

const query = 'query($of: [_Any!]!) { _entities(representations: $of) { ... on Employee { caseload { open highRisk } } } }';

/** Open cases by employee, asked of services for all of them together. Throws where services does not answer. */
export const openCasesOf: BatchLoad<string, Responsible> = async (context, ids) => {
  const of = ids.map((id) => ({ __typename: 'Employee', id }));
  const { _entities } = await context.ask<{ _entities: ({ caseload: Responsible | null } | null)[] }>('services', query, { of });
  return ids.map((_, n) => _entities[n]?.caseload ?? { open: 0, highRisk: 0 });
};

/** Open cases of an employee; null where services does not answer, so that a reading can go on without. */
export async function openCasesIfKnown(context: Context, id: string): Promise<Responsible | null> {
  try {
    return await context.load(openCasesOf, id);
  } catch (error) {
    if (!(error instanceof DomainUnavailable)) throw error;
    return null;
  }
}
