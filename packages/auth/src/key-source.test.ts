import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { AuthenticationError } from './errors.js';
import { KeySourceFault, remoteKeys } from './key-source.js';
import { TokenVerifier } from './verifier.js';

let server: Server;
let issuer: string;
let asked: string[];
let answers: Record<string, { status?: number; body: unknown; location?: string }>;
let key: CryptoKey;
let publicKey: JWK;

beforeAll(async () => {
  const pair = await generateKeyPair('ES256', { extractable: true });
  key = pair.privateKey;
  publicKey = { ...(await exportJWK(pair.publicKey)), kid: 'k1', alg: 'ES256', use: 'sig' };
});

beforeEach(async () => {
  asked = [];
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const { status = 200, body, location } = answers[request.url ?? ''] ?? { status: 404, body: {} };
    response.writeHead(status, { 'content-type': 'application/json', ...(location && { location }) }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  answers = {
    '/.well-known/openid-configuration': { body: { issuer, jwks_uri: `${issuer}/keys` } },
    '/keys': { body: { keys: [publicKey] } },
  };
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

function token(kid = 'k1'): Promise<string> {
  return new SignJWT({ atbalsts: { audience: 'REGIONAL', region: 'latgale', roles: ['region-analyst'] } })
    .setProtectedHeader({ alg: 'ES256', kid })
    .setIssuer(issuer)
    .setAudience('atbalsts')
    .setSubject('analyst')
    .setIssuedAt()
    .setExpirationTime('1h')
    .sign(key);
}

async function reasonOf(verifier: TokenVerifier, candidate: string): Promise<string> {
  const error = await verifier.verify(candidate).then(
    () => null,
    (it: unknown) => it,
  );
  expect(error).toBeInstanceOf(AuthenticationError);
  return (error as AuthenticationError).reason;
}

describe('the keys of an OpenID Connect issuer', () => {
  it('are found by discovery with the first token, once for all that come together', async () => {
    const verifier = new TokenVerifier(remoteKeys(issuer), { issuer });
    expect(asked).toEqual([]);
    const tokens = await Promise.all(Array.from({ length: 5 }, () => token()));
    const principals = await Promise.all(tokens.map((it) => verifier.verify(it)));
    expect(principals.map(({ subject }) => subject)).toEqual(Array(5).fill('analyst'));
    expect(asked).toEqual(['/.well-known/openid-configuration', '/keys']);
  });

  it('do not hold a token whose key id they do not have', async () => {
    expect(await reasonOf(new TokenVerifier(remoteKeys(issuer), { issuer }), await token('k2'))).toBe('refused');
  });

  it.each([
    ['cannot be found', { status: 500, body: {} }],
    ['is no discovery document', { body: { hello: 'world' } }],
    ['names another issuer', { body: { issuer: 'https://elsewhere.example.test', jwks_uri: 'https://elsewhere.example.test/keys' } }],
    ['sends elsewhere', { status: 302, body: {}, location: '/keys' }],
  ])('count as out of reach when the document %s', async (_what, answer) => {
    answers['/.well-known/openid-configuration'] = answer;
    const faults: KeySourceFault[] = [];
    const verifier = new TokenVerifier(remoteKeys(issuer), { issuer, onKeyFault: (fault) => faults.push(fault) });
    expect(await reasonOf(verifier, await token())).toBe('unreachable');
    expect(faults).toEqual([expect.any(KeySourceFault)]);
    expect(asked).not.toContain('/keys');
  });

  it('count as out of reach when the key set cannot be fetched', async () => {
    answers['/keys'] = { status: 503, body: {} };
    expect(await reasonOf(new TokenVerifier(remoteKeys(issuer), { issuer }), await token())).toBe('unreachable');
  });

  it('are asked for again after an outage, but not at once', async () => {
    let now = 1_000_000;
    const document = answers['/.well-known/openid-configuration'];
    answers['/.well-known/openid-configuration'] = { status: 500, body: {} };
    const verifier = new TokenVerifier(remoteKeys(issuer, { patience: 5_000, now: () => now }), { issuer });
    const candidate = await token();
    expect(await reasonOf(verifier, candidate)).toBe('unreachable');
    answers['/.well-known/openid-configuration'] = document ?? { body: {} };
    expect(await reasonOf(verifier, candidate)).toBe('unreachable');
    expect(asked).toHaveLength(1);
    now += 5_000;
    await expect(verifier.verify(candidate)).resolves.toMatchObject({ region: 'latgale' });
  });

  it('are not asked about a token of another algorithm', async () => {
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.e30.`;
    expect(await reasonOf(new TokenVerifier(remoteKeys(issuer), { issuer }), none)).toBe('refused');
    expect(asked).toEqual([]);
  });
});
