import { createHmac, createPublicKey, generateKeyPairSync, type JsonWebKey } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { type Bench, bauska, codeOf, es256, part } from '../bench.js';

const viewer = '{ viewer { subject } }';
const persons = '{ persons(first: 1) { nodes { id } } }';

const es = (b: Bench, extra: object = {}) => ({ alg: 'ES256', typ: 'JWT', kid: b.jwk().kid, ...extra });
const hmac = (secret: string | Buffer, header: object, payload: object) => {
  const text = `${part(header)}.${part(payload)}`;
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
};
const own = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const pem = (b: Bench) => createPublicKey({ key: b.jwk() as JsonWebKey, format: 'jwk' }).export({ type: 'spki', format: 'pem' }) as string;
const now = () => Math.floor(Date.now() / 1_000);
const staff = (changes: object) => ({ atbalsts: { audience: 'STAFF', municipality: bauska, roles: ['director'], ...changes } });

/** Each makes a token that must not be taken: what it tries, and how it is made. */
const forgeries: [string, (b: Bench) => string][] = [
  ['algorithm none without a signature', (b) => `${part({ alg: 'none', typ: 'JWT' })}.${part(b.claims())}.`],
  ['algorithm none in another case', (b) => `${part({ alg: 'nOnE', typ: 'JWT' })}.${part(b.claims())}.`],
  ['HS256 with the public key as PEM for its secret', (b) => hmac(pem(b), es(b, { alg: 'HS256' }), b.claims())],
  ['HS256 with the public key as JSON for its secret', (b) => hmac(JSON.stringify(b.jwk()), es(b, { alg: 'HS256' }), b.claims())],
  ['HS256 with an empty secret', (b) => hmac('', es(b, { alg: 'HS256' }), b.claims())],
  ['another issuer', (b) => b.signed(es(b), b.claims({ iss: 'https://elsewhere.example' }))],
  ['no issuer', (b) => b.signed(es(b), b.claims({ iss: undefined }))],
  ['a token made for another application', (b) => b.signed(es(b), b.claims({ aud: 'payroll' }))],
  ['no audience claim', (b) => b.signed(es(b), b.claims({ aud: undefined }))],
  ['an expired token', (b) => b.signed(es(b), b.claims({ iat: now() - 7_200, exp: now() - 1 }))],
  ['a token that never expires', (b) => b.signed(es(b), b.claims({ exp: undefined }))],
  ['an expiry that is text', (b) => b.signed(es(b), b.claims({ exp: '99999999999' }))],
  ['a token of two days ago with an expiry in ten years', (b) => b.signed(es(b), b.claims({ iat: now() - 172_800, exp: now() + 3e8 }))],
  ['a token from the future', (b) => b.signed(es(b), b.claims({ iat: now() + 3_600, exp: now() + 7_200 }))],
  ['a token that is not valid yet', (b) => b.signed(es(b), b.claims({ nbf: now() + 3_600 }))],
  [
    'a payload changed under a good signature',
    (b) => {
      const [head, , signature] = b.signed(es(b), b.claims()).split('.');
      return `${head}.${part(b.claims(staff({})))}.${signature}`;
    },
  ],
  [
    'a header changed under a good signature',
    (b) => {
      const [, payload, signature] = b.signed(es(b), b.claims()).split('.');
      return `${part(es(b, { alg: 'none' }))}.${payload}.${signature}`;
    },
  ],
  ['a signature cut off', (b) => `${b.signed(es(b), b.claims()).split('.').slice(0, 2).join('.')}.`],
  ['a signature of zeros (CVE-2022-21449)', (b) => `${part(es(b))}.${part(b.claims())}.${Buffer.alloc(64).toString('base64url')}`],
  ['an own key under the kid of the issuer', (b) => es256(own.privateKey, es(b), b.claims())],
  ['an own key under an own kid', (b) => es256(own.privateKey, es(b, { kid: 'mine' }), b.claims())],
  [
    'an own key brought along in the header (jwk)',
    (b) => es256(own.privateKey, es(b, { kid: undefined, jwk: own.publicKey.export({ format: 'jwk' }) }), b.claims()),
  ],
  ['an own key set by address (jku)', (b) => es256(own.privateKey, es(b, { jku: 'https://elsewhere.example/jwks.json' }), b.claims())],
  ['a kid that is a path', (b) => hmac('', es(b, { alg: 'HS256', kid: '../../../../dev/null' }), b.claims())],
  ['a kid that is SQL', (b) => es256(own.privateKey, es(b, { kid: "x' union select 'key' --" }), b.claims())],
  ['a critical extension nobody knows', (b) => b.signed(es(b, { crit: ['b64x'], b64x: true }), b.claims())],
  ['no claim of the graph', (b) => b.signed(es(b), b.claims({ atbalsts: undefined }))],
  ['every municipality at once', (b) => b.signed(es(b), b.claims(staff({ municipality: '*' })))],
  ['SQL for a municipality', (b) => b.signed(es(b), b.claims(staff({ municipality: "0025000'; set role postgres; --" })))],
  ['a list of municipalities', (b) => b.signed(es(b), b.claims(staff({ municipality: ['0002000', bauska] })))],
  ['a role that does not exist', (b) => b.signed(es(b), b.claims(staff({ roles: ['superuser'] })))],
  ['a role of the domains in a staff token', (b) => b.signed(es(b), b.claims(staff({ roles: ['director', 'domain'] })))],
  ['no role', (b) => b.signed(es(b), b.claims(staff({ roles: [] })))],
  ['a municipality in a partner’s token', (b) => b.signed(es(b), b.claims(staff({ audience: 'PARTNER', roles: ['partner'] })))],
  ['a token of nine thousand characters', (b) => b.signed(es(b), b.claims({ padding: 'x'.repeat(9_000) }))],
  ['text that is no token', () => 'Zm9v.YmFy.YmF6'],
];

/** Tokens that are forged, stale, or meant for another door. */
export function tokenAttacks(the: () => Bench): void {
  describe('a forged token', () => {
    it('would be taken if it were right: the forger’s tools work', async () => {
      const b = the();
      expect(await b.ask(b.signed(es(b), b.claims()), viewer)).toMatchObject({
        status: 200,
        data: { viewer: { subject: 'demo:director' } },
      });
    });

    it.each(forgeries)('with %s gets 401 at the gateway, and nothing from a subgraph', async (_, forge) => {
      const b = the();
      const token = forge(b);
      for (const query of [viewer, '{ __schema { types { name } } }']) {
        const answer = await b.ask(token, query);
        expect([answer.status, codeOf(answer), answer.data]).toEqual([401, 'UNAUTHENTICATED', undefined]);
      }
      const direct = await b.askSubgraph('registry', token, persons);
      expect([codeOf(direct), direct.data ?? null]).toEqual(['UNAUTHENTICATED', null]);
    });

    it.each<[string, (token: string) => Record<string, string>]>([
      ['in a cookie', (token) => ({ cookie: `authorization=${token}; token=${token}` })],
      ['as a Basic password', (token) => ({ authorization: `Basic ${Buffer.from(`x:${token}`).toString('base64')}` })],
      ['without a scheme', (token) => ({ authorization: token })],
      ['in x-access-token', (token) => ({ 'x-access-token': token })],
      ['behind another in one header', (token) => ({ authorization: `Bearer x, Bearer ${token}` })],
    ])('that is good but comes %s gets 401', async (_, headers) => {
      const b = the();
      const answer = await b.send({
        headers: { 'content-type': 'application/json', ...headers(await b.token('director')) },
        body: JSON.stringify({ query: viewer }),
      });
      expect([answer.status, codeOf(answer)]).toEqual([401, 'UNAUTHENTICATED']);
    });

    it('that is good but comes in the address gets 401', async () => {
      const b = the();
      const token = await b.token('director');
      const answer = await b.send({
        path: `/graphql?access_token=${token}&authorization=Bearer%20${token}`,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: viewer }),
      });
      expect(answer.status).toBe(401);
    });
  });

  describe('a token at a door that is not its own', () => {
    it.each([
      ['director', 'REGIONAL'],
      ['director', 'PARTNER'],
      ['region-analyst', 'STAFF'],
      ['region-analyst', 'PARTNER'],
      ['ngo-a', 'STAFF'],
      ['ngo-a', 'REGIONAL'],
    ] as const)('of %s at the %s graph gets 403, introspection too', async (persona, audience) => {
      const b = the();
      for (const query of [viewer, '{ __schema { types { name } } }', '{ __typename }']) {
        const answer = await b.ask(await b.token(persona), query, {}, audience);
        expect([answer.status, codeOf(answer), answer.data]).toEqual([403, 'FORBIDDEN', undefined]);
      }
    });

    it.each(['STAFF', 'REGIONAL', 'PARTNER'] as const)('of a domain (SYSTEM) at the %s graph gets 403', async (audience) => {
      const b = the();
      const answer = await b.ask(await b.issuer.serviceToken('benefits'), viewer, {}, audience);
      expect([answer.status, codeOf(answer), answer.data]).toEqual([403, 'FORBIDDEN', undefined]);
    });

    it('of a domain (SYSTEM) at a subgraph gets no person', async () => {
      const b = the();
      const [someone] = await b.rows('registry', 'select id from person limit 1');
      const token = await b.issuer.serviceToken('benefits');
      expect(codeOf(await b.askSubgraph('registry', token, persons))).toBe('FORBIDDEN');
      const entity = await b.askSubgraph(
        'registry',
        token,
        'query($r: [_Any!]!) { _entities(representations: $r) { ... on Person { reference givenName } } }',
        { r: [{ __typename: 'Person', id: someone.id }] },
      );
      expect(entity.errors?.length).toBeGreaterThan(0);
      expect(entity.text).not.toMatch(/P-\d{6}/);
    });

    it.each(['director', 'region-analyst', 'ngo-a', null] as const)('of %s at the facts of a subgraph gets nothing', async (persona) => {
      const b = the();
      const answer = await fetch(b.door('registry').replace('/graphql', '/facts'), {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(persona ? { authorization: `Bearer ${await b.token(persona)}` } : {}) },
        body: JSON.stringify({ after: 0, kinds: ['person'] }),
      });
      expect(answer.status).toBe(persona ? 403 : 401);
      expect(await answer.text()).not.toContain('personId');
    });
  });
}
