import type { Role } from './roles.js';

/** The kinds of consumer of the graph. SYSTEM is a domain that asks another for facts: never a person, and no graph endpoint takes it. */
export const audiences = ['STAFF', 'REGIONAL', 'PARTNER', 'SYSTEM'] as const;

/** One of the {@link audiences}. */
export type Audience = (typeof audiences)[number];

/** Who is asking, as a checked token says. Made by {@link TokenVerifier} alone, frozen, and valid until `expiresAt`. */
export interface Principal {
  /** Stable name of the person (or domain) at the issuer; what four eyes and the audit compare. */
  readonly subject: string;
  /** Which graph the principal may enter. */
  readonly audience: Audience;
  /** What the principal does there; never empty, and only roles of the audience. */
  readonly roles: readonly Role[];
  /** ATVK code of the municipality: always there for STAFF, never for another audience. */
  readonly municipality?: string;
  /** Code of the planning region: always there for REGIONAL, never for another audience. */
  readonly region?: string;
  /** Id of the organisation in the registry: always there for PARTNER, never for another audience. */
  readonly organisation?: string;
  /** Id of the employee in the workforce domain, where the token names one (STAFF only). */
  readonly employee?: string;
  /** Name to greet with. It never goes to a log. */
  readonly name?: string;
  /** The token itself, to be forwarded to the domains, which check it again. It never goes to a log. */
  readonly token: string;
  /** Unix time in seconds from which the token no longer holds. */
  readonly expiresAt: number;
}
