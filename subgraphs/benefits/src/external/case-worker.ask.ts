import { type Context, DomainUnavailable } from '@atbalsts/graphql';

const query = `query($persons: [_Any!]!) {
  _entities(representations: $persons) { ... on Person { cases { responsible { id } closedOn } } }
}`;

interface Answer {
  _entities: ({ cases: { responsible: { id: string }; closedOn: string | null }[] | null } | null)[];
}

/**
 * Asks services, with the same principal, who is responsible today for the social cases of these persons. Fails closed: where it leaves one of them
 * out, nobody is taken for no case worker.
 */
export async function askCaseWorkers(context: Context, persons: readonly string[]): Promise<ReadonlySet<string>> {
  const representations = persons.map((id) => ({ __typename: 'Person', id }));
  const { _entities: found } = await context.ask<Answer>('services', query, { persons: representations });
  if (found?.length !== persons.length) throw new DomainUnavailable('services');
  const workers = new Set<string>();
  for (const person of found) {
    if (!person?.cases) throw new DomainUnavailable('services');
    for (const { responsible, closedOn } of person.cases)
      if (closedOn === null || closedOn > context.today) workers.add(responsible.id.toLowerCase());
  }
  return workers;
}
