import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import type { TokenClaims } from './claims.js';
import { DevIssuer } from './dev-issuer.js';
import { devIssuerName } from './dev-issuer-name.js';
import { localKeys } from './key-source.js';
import { TokenVerifier } from './verifier.js';

let folder: string;
const environment = process.env.NODE_ENV;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'atbalsts-issuer-'));
});

afterEach(async () => {
  process.env.NODE_ENV = environment;
  await rm(folder, { recursive: true, force: true });
});

const analyst: TokenClaims = { subject: 'a', atbalsts: { audience: 'REGIONAL', region: 'latgale', roles: ['region-analyst'] } };

describe('the dev issuer', () => {
  it('keeps its key: a token of yesterday’s process is good today', async () => {
    const token = await (await DevIssuer.open(folder)).issue(analyst);
    const later = await DevIssuer.open(folder);
    const verifier = new TokenVerifier(localKeys(later.jwks()), { issuer: later.issuer });
    await expect(verifier.verify(token)).resolves.toMatchObject({ subject: 'a', region: 'latgale' });
  });

  it('gives one key to everybody who opens a new folder at once, and leaves nothing else behind', async () => {
    const nested = join(folder, 'not', 'there', 'yet');
    const issuers = await Promise.all(Array.from({ length: 12 }, () => DevIssuer.open(nested)));
    expect(new Set(issuers.map((issuer) => JSON.stringify(issuer.jwks()))).size).toBe(1);
    expect(await readdir(nested)).toEqual(['dev-issuer.json']);
  });

  it('lets only the owner read the key, also where somebody opened it up', async () => {
    await DevIssuer.open(folder);
    const file = join(folder, 'dev-issuer.json');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    await chmod(file, 0o644);
    await DevIssuer.open(folder);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it('shows the public half only', async () => {
    const { keys } = (await DevIssuer.open(folder)).jwks();
    expect(keys).toHaveLength(1);
    expect(Object.keys(keys[0] ?? {}).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']);
    expect(JSON.stringify(keys)).not.toContain(JSON.parse(await readFile(join(folder, 'dev-issuer.json'), 'utf8')).d);
  });

  it('signs ES256 for eight hours, with its name, the audience and the key’s id', async () => {
    const issuer = await DevIssuer.open(folder, { clock: () => new Date('2025-06-01T08:00:00Z') });
    const token = await issuer.issue(analyst);
    expect(decodeProtectedHeader(token)).toEqual({ alg: 'ES256', typ: 'JWT', kid: issuer.jwks().keys[0]?.kid });
    const { iat = 0, exp = 0, ...rest } = decodeJwt(token);
    expect(rest).toEqual({ iss: devIssuerName, aud: 'atbalsts', sub: 'a', atbalsts: analyst.atbalsts });
    expect([iat, exp - iat]).toEqual([Date.parse('2025-06-01T08:00:00Z') / 1000, 8 * 3600]);
  });

  it('gives domains a token with which they may ask for facts', async () => {
    const issuer = await DevIssuer.open(folder);
    const principal = await new TokenVerifier(localKeys(issuer.jwks()), issuer).verify(await issuer.serviceToken('benefits'));
    expect(principal).toMatchObject({ subject: 'domain:benefits', audience: 'SYSTEM', roles: ['domain'] });
  });

  it('signs nothing that a verifier would refuse', async () => {
    const issuer = await DevIssuer.open(folder);
    const staffWithoutTown = { subject: 'x', atbalsts: { audience: 'STAFF', roles: ['hr'] } } as unknown as TokenClaims;
    await expect(issuer.issue(staffWithoutTown)).rejects.toThrow('municipality');
  });

  it.each(['', '{', '{}', '{"kty":"oct","k":"AAAA"}'])('says what to do when the key file holds %j', async (content) => {
    await writeFile(join(folder, 'dev-issuer.json'), content);
    await expect(DevIssuer.open(folder)).rejects.toThrow('dev-issuer.json in the data folder is damaged. Delete it');
  });

  it('refuses production: to open, to sign, and to be trusted', async () => {
    const issuer = await DevIssuer.open(folder);
    process.env.NODE_ENV = 'production';
    await expect(DevIssuer.open(folder)).rejects.toThrow('does not run with NODE_ENV=production. Set OIDC_ISSUER');
    await expect(issuer.issue(analyst)).rejects.toThrow('NODE_ENV=production');
    expect(() => new TokenVerifier(localKeys(issuer.jwks()), issuer)).toThrow('not accepted with NODE_ENV=production');
  });
});
