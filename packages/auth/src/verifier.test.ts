import { createHmac } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { type CryptoKey, exportJWK, exportSPKI, generateKeyPair, type JSONWebKeySet, type JWTPayload, SignJWT } from 'jose';
import { AuthenticationError } from './errors.js';
import { type KeySource, KeySourceFault, localKeys } from './key-source.js';
import { bearerToken, TokenVerifier } from './verifier.js';

const issuer = 'https://login.example.test';
const noon = new Date('2025-06-01T12:00:00Z');
const seconds = (date: Date) => Math.floor(date.getTime() / 1000);

let key: CryptoKey;
let strangersKey: CryptoKey;
let jwks: JSONWebKeySet;
let publicPem: string;
let now: Date;
let verifier: TokenVerifier;
let lookups: number;

const worker = { audience: 'STAFF', municipality: '0002000', roles: ['social-worker'], name: 'Kāda Persona' };
const good = (): JWTPayload => ({
  iss: issuer,
  aud: 'atbalsts',
  sub: 'person-7',
  iat: seconds(now),
  exp: seconds(now) + 3600,
  atbalsts: worker,
});

beforeAll(async () => {
  const pair = await generateKeyPair('ES256', { extractable: true });
  key = pair.privateKey;
  strangersKey = (await generateKeyPair('ES256')).privateKey;
  publicPem = await exportSPKI(pair.publicKey);
  jwks = { keys: [{ ...(await exportJWK(pair.publicKey)), kid: 'k1', alg: 'ES256', use: 'sig' }] };
});

beforeEach(() => {
  now = new Date(noon);
  lookups = 0;
  const find = localKeys(jwks);
  const counting: KeySource = (header, token) => {
    lookups += 1;
    return find(header, token);
  };
  verifier = new TokenVerifier(counting, { issuer, clock: () => now });
});

function sign(payload: JWTPayload, signingKey = key): Promise<string> {
  return new SignJWT(payload).setProtectedHeader({ alg: 'ES256', kid: 'k1' }).sign(signingKey);
}

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

async function refusalOf(token: string | null | undefined): Promise<AuthenticationError> {
  const outcome = await verifier.verify(token).then(
    () => null,
    (error: unknown) => error,
  );
  expect(outcome).toBeInstanceOf(AuthenticationError);
  return outcome as AuthenticationError;
}

describe('a good token', () => {
  it('becomes a principal that nobody can change', async () => {
    const token = await sign(good());
    const principal = await verifier.verify(token);
    expect(principal).toEqual({
      subject: 'person-7',
      audience: 'STAFF',
      municipality: '0002000',
      roles: ['social-worker'],
      name: 'Kāda Persona',
      token,
      expiresAt: seconds(noon) + 3600,
    });
    expect(Object.isFrozen(principal) && Object.isFrozen(principal.roles)).toBe(true);
  });

  it('may name several audiences and carry other claims of the issuer', async () => {
    const token = await sign({ ...good(), aud: ['other', 'atbalsts'], email: 'somebody@example.test' });
    await expect(verifier.verify(token)).resolves.not.toHaveProperty('email');
  });

  it('is checked once, and again after five minutes', async () => {
    const token = await sign(good());
    const first = await verifier.verify(token);
    expect(await verifier.verify(token)).toBe(first);
    expect(lookups).toBe(1);
    now = new Date(noon.getTime() + 5 * 60_000);
    await verifier.verify(token);
    expect(lookups).toBe(2);
  });

  it('is refused from the second of its expiry, though it was cached', async () => {
    const token = await sign({ ...good(), exp: seconds(noon) + 60 });
    await verifier.verify(token);
    now = new Date(noon.getTime() + 59_999);
    await expect(verifier.verify(token)).resolves.toMatchObject({ subject: 'person-7' });
    now = new Date(noon.getTime() + 60_000);
    expect((await refusalOf(token)).reason).toBe('expired');
    now = new Date(noon.getTime() + 3_600_000);
    expect((await refusalOf(token)).reason).toBe('expired');
  });

  it('is forgotten when many others come, and checked anew', async () => {
    verifier = new TokenVerifier(localKeys(jwks), { issuer, clock: () => now, cacheSize: 1 });
    const [one, two] = [await sign(good()), await sign({ ...good(), sub: 'person-8' })];
    const first = await verifier.verify(one);
    await verifier.verify(two);
    const again = await verifier.verify(one);
    expect(again).not.toBe(first);
    expect(again).toEqual(first);
  });
});

describe('a bad token', () => {
  it.each([null, undefined, ''])('is missing when it is %j', async (token) => {
    expect((await refusalOf(token)).reason).toBe('missing');
  });

  it.each(['x', 'a.b.c', '..', `${'a'.repeat(9000)}.b.c`, 'Bearer x', '\u0000', '💥.💥.💥'])(
    'is refused when it is no token: %j',
    async (token) => {
      expect((await refusalOf(token)).reason).toBe('refused');
    },
  );

  it.each(['none', 'None', 'NONE', ''])('is refused with algorithm "%s"', async (alg) => {
    for (const signature of ['', 'AAAA']) {
      expect((await refusalOf(`${encoded({ alg })}.${encoded(good())}.${signature}`)).reason).toBe('refused');
    }
  });

  it('is refused with HS256 over the public key, in every form somebody might take it', async () => {
    const body = `${encoded({ alg: 'HS256', kid: 'k1' })}.${encoded(good())}`;
    for (const secret of [publicPem, publicPem.trim(), JSON.stringify(jwks.keys[0]), jwks.keys[0]?.x ?? '']) {
      const token = `${body}.${createHmac('sha256', secret).update(body).digest('base64url')}`;
      expect((await refusalOf(token)).reason).toBe('refused');
    }
    expect(lookups).toBe(0);
  });

  it('is refused with another algorithm, though its key stands in the key set', async () => {
    const pair = await generateKeyPair('ES384', { extractable: true });
    const keys = [...jwks.keys, { ...(await exportJWK(pair.publicKey)), kid: 'k2', alg: 'ES384' }];
    verifier = new TokenVerifier(localKeys({ keys }), { issuer, clock: () => now });
    const token = await new SignJWT(good()).setProtectedHeader({ alg: 'ES384', kid: 'k2' }).sign(pair.privateKey);
    expect((await refusalOf(token)).reason).toBe('refused');
  });

  it('is refused with a key of its own in the header, or an unknown key id, or signed by a stranger', async () => {
    const pair = await generateKeyPair('ES256', { extractable: true });
    const own = await new SignJWT(good())
      .setProtectedHeader({ alg: 'ES256', kid: 'k1', jwk: await exportJWK(pair.publicKey) })
      .sign(pair.privateKey);
    const unknown = await new SignJWT(good()).setProtectedHeader({ alg: 'ES256', kid: 'k9' }).sign(key);
    for (const token of [own, unknown, await sign(good(), strangersKey)]) expect((await refusalOf(token)).reason).toBe('refused');
  });

  it('is refused with another payload under a good signature', async () => {
    const [header, , signature] = (await sign(good())).split('.');
    const raised = { ...good(), atbalsts: { ...worker, roles: ['director'] } };
    expect((await refusalOf(`${header}.${encoded(raised)}.${signature}`)).reason).toBe('refused');
  });

  it('is refused when any one character differs, and the good one is not made worse by it', async () => {
    const token = await sign(good());
    await verifier.verify(token);
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    // the last character of a part carries bits that decoding drops: such a change is the same token in other letters
    const changed = fc
      .tuple(fc.nat(token.length - 1), fc.constantFrom(...alphabet))
      .filter(([at, letter]) => token[at] !== '.' && token[at + 1] !== '.' && at !== token.length - 1 && token[at] !== letter);
    await fc.assert(
      fc.asyncProperty(changed, async ([at, letter]) => {
        expect((await refusalOf(token.slice(0, at) + letter + token.slice(at + 1))).reason).toBe('refused');
      }),
    );
    await expect(verifier.verify(token)).resolves.toMatchObject({ subject: 'person-7' });
  });

  const claims: [string, (payload: JWTPayload) => JWTPayload, string][] = [
    ['of another issuer', (it) => ({ ...it, iss: 'https://elsewhere.example.test' }), 'refused'],
    ['without issuer', ({ iss: _, ...it }) => it, 'refused'],
    ['for another audience', (it) => ({ ...it, aud: 'another-application' }), 'refused'],
    ['without audience', ({ aud: _, ...it }) => it, 'refused'],
    ['without subject', ({ sub: _, ...it }) => it, 'refused'],
    ['with an empty subject', (it) => ({ ...it, sub: '' }), 'refused'],
    ['without expiry', ({ exp: _, ...it }) => it, 'refused'],
    ['without issue time', ({ iat: _, ...it }) => it, 'refused'],
    ['expired an hour ago', (it) => ({ ...it, exp: seconds(noon) - 3600, iat: seconds(noon) - 7200 }), 'expired'],
    ['expired this second', (it) => ({ ...it, exp: seconds(noon) }), 'expired'],
    ['issued in the future', (it) => ({ ...it, iat: seconds(noon) + 60 }), 'refused'],
    ['not valid yet', (it) => ({ ...it, nbf: seconds(noon) + 60 }), 'refused'],
    [
      'issued more than a day ago, to hold for a year',
      (it) => ({ ...it, iat: seconds(noon) - 86_500, exp: seconds(noon) + 3e7 }),
      'expired',
    ],
  ];
  it.each(claims)('is refused when it is %s', async (_what, change, reason) => {
    expect((await refusalOf(await sign(change(good())))).reason).toBe(reason);
  });

  const organisation = '3f2a7f0e-0000-5000-8000-000000000001';
  const people: [string, unknown][] = [
    ['nothing about the graph', undefined],
    ['an unknown role', { ...worker, roles: ['social-worker', 'emperor'] }],
    ['no role', { ...worker, roles: [] }],
    ['roles that are no list', { ...worker, roles: 'director' }],
    ['an unknown audience', { ...worker, audience: 'PUBLIC' }],
    ['staff without a municipality', { ...worker, municipality: undefined }],
    ['staff of every municipality', { ...worker, municipality: '*' }],
    ['staff with a municipality that is no code', { ...worker, municipality: "0002000' or true" }],
    ['staff who are also of an organisation', { ...worker, organisation }],
    ['staff with the role of a domain', { ...worker, roles: ['domain'] }],
    ['a region’s analyst without a region', { audience: 'REGIONAL', roles: ['region-analyst'] }],
    ['a region’s analyst of an unknown region', { audience: 'REGIONAL', roles: ['region-analyst'], region: '*' }],
    [
      'a region’s analyst with a municipality',
      { audience: 'REGIONAL', roles: ['region-analyst'], region: 'latgale', municipality: '0002000' },
    ],
    ['a partner without an organisation', { audience: 'PARTNER', roles: ['partner'] }],
    ['a partner with a staff role', { audience: 'PARTNER', organisation, roles: ['partner', 'director'] }],
    ['a partner with nothing but a staff role', { audience: 'PARTNER', organisation, roles: ['social-worker'] }],
    ['a partner with a municipality', { audience: 'PARTNER', organisation, roles: ['partner'], municipality: '0002000' }],
    ['a domain with a staff role', { audience: 'SYSTEM', roles: ['domain', 'director'] }],
  ];
  it.each(people)('is refused when it says: %s', async (_what, atbalsts) => {
    expect((await refusalOf(await sign({ ...good(), atbalsts }))).reason).toBe('refused');
  });

  it('tells nothing of its content', async () => {
    const token = await sign({ ...good(), sub: 'secret-subject', atbalsts: { ...worker, roles: ['secret-role'] } });
    const error = await refusalOf(token);
    const told = JSON.stringify([error.toJSON(), error.stack, error.cause, error.originalError, { ...error }]);
    for (const secret of ['secret-subject', 'secret-role', token, '0002000', 'Persona']) expect(told).not.toContain(secret);
  });
});

describe('when the keys cannot be had', () => {
  const outage = () => Promise.reject(new KeySourceFault('The keys of the issuer cannot be fetched'));

  it('asks to try again, and tells the operator', async () => {
    const onKeyFault = jest.fn();
    verifier = new TokenVerifier(outage, { issuer, clock: () => now, onKeyFault });
    expect((await refusalOf(await sign(good()))).reason).toBe('unreachable');
    expect(onKeyFault).toHaveBeenCalledWith(expect.any(KeySourceFault));
  });

  it('still throws nothing else when telling the operator fails', async () => {
    const onKeyFault = () => {
      throw new Error('log is full');
    };
    verifier = new TokenVerifier(outage, { issuer, clock: () => now, onKeyFault });
    expect((await refusalOf(await sign(good()))).reason).toBe('unreachable');
  });
});

describe('the Authorization header', () => {
  it.each([
    ['Bearer a.b.c', 'a.b.c'],
    ['bearer a.b.c ', 'a.b.c'],
    ['BEARER  a.b.c', 'a.b.c'],
    ['Basic a.b.c', null],
    ['Bearer', null],
    ['Bearer a b', null],
    ['a.b.c', null],
    ['', null],
    [undefined, null],
    [null, null],
  ])('%j holds the token %j', (header, token) => {
    expect(bearerToken(header)).toBe(token);
  });
});
