import { createLocalJWKSet, createRemoteJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey, type RemoteJWKSetOptions } from 'jose';
import { z } from 'zod';

/** Gives the public key that a token names, or throws: a JOSE error when there is no such key, a {@link KeySourceFault} when it cannot tell. */
export type KeySource = JWTVerifyGetKey;

/** The issuer's keys cannot be reached or read. The token may be good; nobody can say. */
export class KeySourceFault extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'KeySourceFault';
  }
}

/** The keys of an issuer in this process or at hand as a document: the dev issuer, or a JWKS from configuration. */
export function localKeys(jwks: JSONWebKeySet): KeySource {
  return createLocalJWKSet(jwks);
}

/** How to fetch, and how long to wait. */
export interface RemoteKeysOptions {
  /** Milliseconds until a request to the issuer is given up (5000). */
  timeout?: number;
  /** Milliseconds during which a failed discovery is not tried again, so that an outage is not made worse (5000). */
  patience?: number;
  /** The clock, in milliseconds. */
  now?: () => number;
}

const discovery = z.object({ issuer: z.string(), jwks_uri: z.url() });

/**
 * The keys of an OpenID Connect issuer (`OIDC_ISSUER`), found by its discovery document (OpenID Connect Discovery 1.0, section 4)
 * when the first token comes, so that a process starts without the issuer. Keys are kept ten minutes; an unknown key id asks again,
 * at most every thirty seconds.
 */
export function remoteKeys(issuer: string, { timeout = 5_000, patience = 5_000, now = Date.now }: RemoteKeysOptions = {}): KeySource {
  let keys: Promise<KeySource> | undefined;
  let failedAt = Number.NEGATIVE_INFINITY;
  let failure: unknown;

  const discovered = (): Promise<KeySource> => {
    if (keys) return keys;
    if (now() - failedAt < patience) return Promise.reject(failure);
    keys = discover(issuer, timeout).catch((error: unknown) => {
      keys = undefined;
      failedAt = now();
      failure = error;
      throw error;
    });
    return keys;
  };
  return async (header, token) => {
    try {
      const find = await discovered();
      return await find(header, token);
    } catch (error) {
      if (error instanceof KeySourceFault || isAboutTheToken(error)) throw error;
      throw new KeySourceFault('The keys of the issuer cannot be fetched', error);
    }
  };
}

function isAboutTheToken(error: unknown): boolean {
  return (
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys ||
    error instanceof errors.JOSENotSupported
  );
}

async function discover(issuer: string, timeout: number): Promise<KeySource> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  let document: unknown;
  try {
    const response = await fetch(address, {
      signal: AbortSignal.timeout(timeout),
      redirect: 'error',
      headers: { accept: 'application/json' },
    });
    if (!response.ok) throw new Error(`status ${response.status}`);
    document = await response.json();
  } catch (error) {
    throw new KeySourceFault('The discovery document of the issuer cannot be fetched', error);
  }
  const parsed = discovery.safeParse(document);
  if (!parsed.success) throw new KeySourceFault('The discovery document of the issuer is not as expected', parsed.error);
  if (parsed.data.issuer !== issuer) throw new KeySourceFault('The discovery document names another issuer than OIDC_ISSUER');
  const keysAt = new URL(parsed.data.jwks_uri);
  if (keysAt.protocol !== 'https:' && new URL(issuer).protocol === 'https:')
    throw new KeySourceFault('The keys of the issuer are not behind https');
  const options: RemoteJWKSetOptions = { timeoutDuration: timeout };
  return createRemoteJWKSet(keysAt, options);
}
