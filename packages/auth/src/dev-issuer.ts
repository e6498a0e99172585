import { randomUUID } from 'node:crypto';
import { chmod, link, mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type CryptoKey, calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JSONWebKeySet, type JWK, SignJWT } from 'jose';
import { z } from 'zod';
import { parseTokenClaims, type TokenClaims, tokenAlgorithm, tokenAudience } from './claims.js';
import { devIssuerName } from './dev-issuer-name.js';

const coordinate = z.string().regex(/^[\w-]{43}$/);
const keyFile = z.object({ kty: z.literal('EC'), crv: z.literal('P-256'), x: coordinate, y: coordinate, d: coordinate });
const eightHours = 8 * 3_600;

/** Settings of the dev issuer, for tests. */
export interface DevIssuerOptions {
  /** The clock. */
  clock?: () => Date;
}

/**
 * Signs tokens for the demo, for development and for tests, with a key of its own in the data folder. Whoever can read that folder can
 * be anybody: so it refuses to open or sign with NODE_ENV=production.
 */
export class DevIssuer {
  /** The `iss` claim of its tokens. */
  readonly issuer = devIssuerName;

  readonly #key: CryptoKey;
  readonly #publicKey: JWK;
  readonly #clock: () => Date;

  private constructor(key: CryptoKey, publicKey: JWK, clock: () => Date) {
    this.#key = key;
    this.#publicKey = publicKey;
    this.#clock = clock;
  }

  /**
   * Opens the issuer of a data folder; makes folder and key (`dev-issuer.json`, readable by the owner alone) where there are none.
   * Processes that open one folder at once get one key.
   * @throws Error with NODE_ENV=production, or when the key file is damaged
   */
  static async open(dataFolder: string, { clock = () => new Date() }: DevIssuerOptions = {}): Promise<DevIssuer> {
    refuseProduction();
    const jwk = await keyOf(dataFolder);
    const { d: _, ...publicPart } = jwk;
    const kid = await calculateJwkThumbprint(publicPart);
    const key = (await importJWK(jwk, tokenAlgorithm)) as CryptoKey;
    return new DevIssuer(key, { ...publicPart, kid, alg: tokenAlgorithm, use: 'sig' }, clock);
  }

  /** The public key, as `/.well-known/jwks.json` shows it. */
  jwks(): JSONWebKeySet {
    return { keys: [{ ...this.#publicKey }] };
  }

  /**
   * A signed token.
   * @param claims subject and `atbalsts` claim; checked as a verifier would
   * @param lifetimeSeconds how long it holds (8 hours)
   * @throws ZodError naming the claim that is wrong; Error with NODE_ENV=production
   */
  async issue(claims: TokenClaims, lifetimeSeconds = eightHours): Promise<string> {
    refuseProduction();
    const { subject, atbalsts } = parseTokenClaims(claims);
    const now = Math.floor(this.#clock().getTime() / 1_000);
    return new SignJWT({ atbalsts })
      .setProtectedHeader({ alg: tokenAlgorithm, typ: 'JWT', kid: this.#publicKey.kid ?? '' })
      .setIssuer(this.issuer)
      .setAudience(tokenAudience)
      .setSubject(subject)
      .setIssuedAt(now)
      .setExpirationTime(now + lifetimeSeconds)
      .sign(this.#key);
  }

  /**
   * A token for a domain that asks another for its facts: audience SYSTEM, role `domain`, an hour unless told otherwise.
   * @param domain name of the domain that asks
   */
  serviceToken(domain: string, lifetimeSeconds = 3_600): Promise<string> {
    return this.issue({ subject: `domain:${domain}`, atbalsts: { audience: 'SYSTEM', roles: ['domain'] } }, lifetimeSeconds);
  }
}

function refuseProduction(): void {
  if (process.env.NODE_ENV === 'production') {
    throw new Error('The dev issuer does not run with NODE_ENV=production. Set OIDC_ISSUER to the issuer of your organisation.');
  }
}

async function keyOf(dataFolder: string): Promise<JWK> {
  await mkdir(dataFolder, { recursive: true });
  const path = join(dataFolder, 'dev-issuer.json');
  const text = (await textOf(path)) ?? (await writeOnce(path, dataFolder));
  const key = keyFile.safeParse(parsedJson(text));
  if (!key.success)
    throw new Error(
      'dev-issuer.json in the data folder is damaged. Delete it: a new key is made, and tokens of the old one no longer hold.',
    );
  return key.data;
}

/** Writes a new key aside and links it into place: the link fails where another process was first, and never shows half a file. */
async function writeOnce(path: string, dataFolder: string): Promise<string> {
  const { privateKey } = await generateKeyPair(tokenAlgorithm, { extractable: true });
  const { kty, crv, x, y, d } = await exportJWK(privateKey);
  const aside = join(dataFolder, `.dev-issuer-${randomUUID()}.json`);
  try {
    const file = await open(aside, 'wx', 0o600);
    try {
      await file.writeFile(`${JSON.stringify({ kty, crv, x, y, d }, null, 2)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await link(aside, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(aside, { force: true });
  }
  return readFile(path, 'utf8');
}

async function textOf(path: string): Promise<string | null> {
  try {
    if (((await stat(path)).mode & 0o077) !== 0) await chmod(path, 0o600);
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
