import { z } from 'zod';
import { rolesOfAudience } from './roles.js';

/** The `aud` claim of every token of the graph. */
export const tokenAudience = 'atbalsts';

/** The signature algorithm of every token: one, so that no other can be talked into (RFC 8725, section 3.1). */
export const tokenAlgorithm = 'ES256';

const subject = z.string().min(1).max(200);
const name = z.string().min(1).max(200).optional();
const someRoles = <R extends string>(allowed: readonly R[]) =>
  z
    .array(z.enum(allowed as [R, ...R[]]))
    .min(1)
    .max(allowed.length);

/**
 * The `atbalsts` claim: who the subject is in the graph. Strict: a claim that does not belong to the audience (a municipality in a
 * partner's token) refuses the token, because it shows that the issuer is set up wrongly.
 */
export const atbalstsClaim = z.discriminatedUnion('audience', [
  z.strictObject({
    audience: z.literal('STAFF'),
    municipality: z.string().regex(/^\d{7}$/, 'an ATVK code: seven digits'),
    employee: z.guid().optional(),
    roles: someRoles(rolesOfAudience.STAFF),
    name,
  }),
  z.strictObject({
    audience: z.literal('REGIONAL'),
    region: z.enum(['kurzeme', 'latgale', 'riga', 'vidzeme', 'zemgale']),
    roles: someRoles(rolesOfAudience.REGIONAL),
    name,
  }),
  z.strictObject({ audience: z.literal('PARTNER'), organisation: z.guid(), roles: someRoles(rolesOfAudience.PARTNER), name }),
  z.strictObject({ audience: z.literal('SYSTEM'), roles: someRoles(rolesOfAudience.SYSTEM), name }),
]);

/** What a checked payload holds; `exp` and `iat` in Unix seconds. Other claims are the issuer's own and are passed over. */
export const tokenPayload = z.object({ sub: subject, iat: z.number(), exp: z.number(), atbalsts: atbalstsClaim });

/** The `atbalsts` claim as a value. */
export type AtbalstsClaim = z.infer<typeof atbalstsClaim>;

/** What an issuer is asked to sign: the subject and the `atbalsts` claim. */
export interface TokenClaims {
  /** Stable name of the person or domain. */
  subject: string;
  /** Who that is in the graph. */
  atbalsts: AtbalstsClaim;
}

/** Checks claims before they are signed. @throws ZodError naming the claim that is wrong */
export function parseTokenClaims(claims: TokenClaims): TokenClaims {
  return z.object({ subject, atbalsts: atbalstsClaim }).parse(claims);
}
