import { AuthenticationError, type Principal, type Role, type TokenVerifier } from '@atbalsts/auth';

/** Codes of the demo's two towns. */
export const daugavpils = '0002000';
export const bauska = '0025000';

const far = 4_102_444_800;

/** A staff principal of a municipality, without a token server: for tests of one subgraph. */
export function staff(role: Role, options: { municipality?: string; employee?: string; subject?: string } = {}): Principal {
  const subject = options.subject ?? `test-${role}`;
  return Object.freeze({
    subject,
    audience: 'STAFF' as const,
    roles: [role],
    municipality: options.municipality ?? daugavpils,
    employee: options.employee ?? '00000000-0000-7000-8000-000000000001',
    token: `staff:${subject}:${options.municipality ?? daugavpils}`,
    expiresAt: far,
  });
}

/** A partner principal of an organisation. */
export function partner(organisation: string): Principal {
  return Object.freeze({
    subject: `partner-${organisation}`,
    audience: 'PARTNER' as const,
    roles: ['partner' as const],
    organisation,
    token: `partner:${organisation}`,
    expiresAt: far,
  });
}

/** A regional principal. */
export function regional(region = 'latgale'): Principal {
  return Object.freeze({
    subject: `region-${region}`,
    audience: 'REGIONAL' as const,
    roles: ['region-analyst' as const],
    region,
    token: `regional:${region}`,
    expiresAt: far,
  });
}

/** A verifier that knows the principals it was given, by their token, and refuses every other. */
export class KnownPrincipals implements Pick<TokenVerifier, 'verify'> {
  private readonly known = new Map<string, Principal>();

  /** Makes a principal known and gives its token. */
  add(principal: Principal): string {
    this.known.set(principal.token, principal);
    return principal.token;
  }

  async verify(token: string): Promise<Principal> {
    const principal = this.known.get(token);
    if (!principal) throw new AuthenticationError(token ? 'refused' : 'missing');
    return principal;
  }
}
