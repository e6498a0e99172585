import { errors, jwtVerify } from 'jose';
import { LRUCache } from 'lru-cache';
import { tokenAlgorithm, tokenAudience, tokenPayload } from './claims.js';
import { devIssuerName } from './dev-issuer-name.js';
import { AuthenticationError } from './errors.js';
import { type KeySource, KeySourceFault } from './key-source.js';
import type { Principal } from './principal.js';

/** Longer tokens are refused unread: a good one has less than a kilobyte. */
const longestToken = 8_192;
/** Seconds by which the clocks of issuer and verifier may differ, for `iat` and `nbf`; `exp` is taken at its word. */
const skew = 5;
/** No token lives longer, whatever its `exp` says. */
const longestLife = '24h';
/** Milliseconds after which a cached token is checked anew, so that a key taken out of use does not outlive its tokens here. */
const recheckAfter = 5 * 60_000;

/** How to check tokens. */
export interface TokenVerifierOptions {
  /** The one issuer whose tokens count. */
  issuer: string;
  /** The `aud` claim ('atbalsts'). */
  audience?: string;
  /** How many checked tokens to keep (5000). */
  cacheSize?: number;
  /** The clock. */
  clock?: () => Date;
  /** Told when the issuer's keys cannot be had, for the log; never told anything of a token. */
  onKeyFault?: (fault: KeySourceFault) => void;
}

interface Checked {
  principal: Principal;
  recheckAt: number;
}

/**
 * Turns a token into a {@link Principal}, or throws {@link AuthenticationError} and nothing else. One algorithm (ES256), one issuer, one
 * audience; roles that are known and belong to the token's audience. Results are kept, but never past the token's `exp`.
 */
export class TokenVerifier {
  readonly #keys: KeySource;
  readonly #issuer: string;
  readonly #audience: string;
  readonly #clock: () => Date;
  readonly #onKeyFault: (fault: KeySourceFault) => void;
  readonly #checked: LRUCache<string, Checked>;

  /** @throws Error when a production process is told to trust the dev issuer */
  constructor(keys: KeySource, { issuer, audience = tokenAudience, cacheSize = 5_000, clock, onKeyFault }: TokenVerifierOptions) {
    if (issuer === devIssuerName && process.env.NODE_ENV === 'production') {
      throw new Error('Tokens of the dev issuer are not accepted with NODE_ENV=production. Set OIDC_ISSUER to your own issuer.');
    }
    this.#keys = keys;
    this.#issuer = issuer;
    this.#audience = audience;
    this.#clock = clock ?? (() => new Date());
    this.#onKeyFault = onKeyFault ?? (() => undefined);
    this.#checked = new LRUCache({ max: cacheSize });
  }

  /**
   * Who the token stands for.
   * @param token the compact token without "Bearer "; null or empty when the request had none
   * @throws AuthenticationError whatever is wrong, the issuer's keys being out of reach included
   */
  async verify(token: string | null | undefined): Promise<Principal> {
    if (!token) throw new AuthenticationError('missing');
    if (token.length > longestToken) throw new AuthenticationError('refused');
    const now = this.#clock().getTime();
    const known = this.#checked.get(token);
    if (known && now < known.recheckAt) return known.principal;
    if (known) this.#checked.delete(token);
    const principal = await this.#check(token);
    const expiresAt = principal.expiresAt * 1_000;
    if (expiresAt <= this.#clock().getTime()) throw new AuthenticationError('expired');
    this.#checked.set(token, { principal, recheckAt: Math.min(expiresAt, now + recheckAfter) });
    return principal;
  }

  async #check(token: string): Promise<Principal> {
    try {
      const { payload } = await jwtVerify(token, this.#keys, {
        algorithms: [tokenAlgorithm],
        issuer: this.#issuer,
        audience: this.#audience,
        requiredClaims: ['sub', 'exp', 'iat'],
        maxTokenAge: longestLife,
        clockTolerance: skew,
        currentDate: this.#clock(),
      });
      const { sub, exp, atbalsts } = tokenPayload.parse(payload);
      return Object.freeze({ ...atbalsts, roles: Object.freeze([...atbalsts.roles]), subject: sub, token, expiresAt: exp });
    } catch (error) {
      if (error instanceof errors.JWTExpired) throw new AuthenticationError('expired');
      if (!(error instanceof KeySourceFault)) throw new AuthenticationError('refused');
      this.#report(error);
      throw new AuthenticationError('unreachable');
    }
  }

  #report(fault: KeySourceFault): void {
    try {
      this.#onKeyFault(fault);
    } catch {
      // a log that fails must not turn a refusal into something else
    }
  }
}

/** The token in an Authorization header ("Bearer ...", in any case), or null where there is none. */
export function bearerToken(header: string | null | undefined): string | null {
  return header?.match(/^bearer +([^\s]+) *$/i)?.[1] ?? null;
}
