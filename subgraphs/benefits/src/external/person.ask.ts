import { type BatchLoad, DomainUnavailable } from '@atbalsts/graphql';

/** To whom a letter or a payment goes. The registry audits each reading of a name. */
export interface Addressee {
  reference: string;
  givenName: string;
  familyName: string;
}

const query = `query($persons: [_Any!]!) { _entities(representations: $persons) { ... on Person { reference givenName familyName } } }`;

/** Persons asked for at once. */
const chunk = 500;

/** Names by person, from the registry with the same principal; null where the town knows nobody of the id, or the role may not see the name. Fails closed. */
export const addresseeOf: BatchLoad<string, Addressee | null> = async (context, ids) => {
  const found: (Addressee | null)[] = [];
  for (let start = 0; start < ids.length; start += chunk) {
    const persons = ids.slice(start, start + chunk).map((id) => ({ __typename: 'Person', id }));
    const { _entities: some } = await context.ask<{ _entities: (Partial<Addressee> | null)[] }>('registry', query, { persons });
    if (some?.length !== persons.length) throw new DomainUnavailable('registry');
    for (const one of some) found.push(one?.reference && one.givenName && one.familyName ? (one as Addressee) : null);
  }
  return found;
};
