import type { BatchLoad } from '@atbalsts/graphql';
import type { ConsentView } from './consent.rules.js';

interface Answer {
  _entities: ({
    consents: { organisation: { id: string }; scopes: string[]; from: string; until: string; withdrawnAt: string | null }[] | null;
  } | null)[];
}

const question = `query($people: [_Any!]!) {
  _entities(representations: $people) { ... on Person { consents { organisation { id } scopes from until withdrawnAt } } }
}`;

/**
 * The consents of persons, asked from the registry with the same principal: one call for all persons of the request, on every request anew, so that
 * a withdrawal takes effect on the next one. A partner is told of the consents given to itself alone. Fails closed: where the registry does not
 * answer, whatever depends on a consent is an error (UNAVAILABLE), never open.
 */
export const consentsOf: BatchLoad<string, ConsentView[]> = async (context, personIds) => {
  const people = personIds.map((id) => ({ __typename: 'Person', id }));
  const { _entities: answers } = await context.ask<Answer>('registry', question, { people });
  return personIds.map((_id, at) =>
    (answers[at]?.consents ?? []).map(({ organisation, ...consent }) => ({ ...consent, organisationId: organisation.id })),
  );
};
