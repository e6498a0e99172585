import { gql } from '@apollo/client';
import { afterEach, describe, expect, it } from '@jest/globals';
import { readToken, type Session, sessions } from '../sign-in/session.js';
import { makeClient } from './client.js';

const personOf = (sub: string) => {
  const claims = { sub, exp: 4_000_000_000, atbalsts: { audience: 'PARTNER', roles: [] } };
  return readToken(`x.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.y`) as Session;
};

const { fetch } = globalThis;
afterEach(() => {
  globalThis.fetch = fetch;
});

describe('a client of the graph', () => {
  it('asks for the person it was made for, and sends nothing in the name of whoever signed in after', async () => {
    const asked: (string | null)[] = [];
    globalThis.fetch = async (_url, init) => {
      asked.push(new Headers(init?.headers).get('authorization'));
      return new Response('{"data":{"__typename":"Query"}}', { headers: { 'content-type': 'application/json' } });
    };
    const [anna, juris] = [personOf('anna'), personOf('juris')];
    sessions.begin(anna);
    const client = makeClient('PARTNER', { connections: [], parts: [], possibleTypes: {} }, 'anna');
    const ask = () => client.query({ query: gql`query Asked { __typename }`, fetchPolicy: 'no-cache' });
    await ask();
    sessions.begin(juris);
    const { error } = await ask();
    expect(error?.message).toContain('not signed in any more');
    expect(asked).toEqual([`Bearer ${anna.token}`]);
  });

  it('asks anew each time what is to stay out of the cache, and keeps it out; the rest it finds in the cache afterwards', async () => {
    let asked = 0;
    globalThis.fetch = async () => {
      asked += 1;
      return new Response(`{"data":{"person":{"__typename":"Person","id":"1","familyName":"Liepa ${asked}"}}}`, {
        headers: { 'content-type': 'application/json' },
      });
    };
    sessions.begin(personOf('anna'));
    const client = makeClient('PARTNER', { connections: [], parts: [], possibleTypes: {} }, 'anna');
    const query = gql`query Who($id: ID!) { person(id: $id) { id familyName } }`;
    const look = client.watchQuery({ query, variables: { id: '1' }, fetchPolicy: 'no-cache' });
    const looking = look.subscribe({});
    for (const time of [1, 2, 3]) {
      const { data } = await look.reobserve({ variables: { id: '1' }, context: { purpose: `${time}` } });
      expect(data).toMatchObject({ person: { familyName: `Liepa ${asked}` } });
    }
    looking.unsubscribe();
    expect(asked).toBeGreaterThanOrEqual(3);
    expect(JSON.stringify(client.cache.extract())).not.toContain('Liepa');

    const before = asked;
    const list = client.watchQuery({ query, variables: { id: '1' } });
    const reading = list.subscribe({});
    await list.reobserve({ variables: { id: '1' } });
    await list.reobserve({ variables: { id: '1' } });
    reading.unsubscribe();
    expect(asked).toBeLessThanOrEqual(before + 2);
    expect(JSON.stringify(client.cache.extract())).toContain('Liepa');
  });
});
