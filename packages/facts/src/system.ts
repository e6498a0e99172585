import type { DomainName, SessionPrincipal } from '@atbalsts/database';

/** A domain at work for itself. */
export interface SystemPrincipal extends SessionPrincipal {
  audience: 'SYSTEM';
  /** `domain:` and the name of the domain. */
  subject: string;
}

/** The principal of a domain at work for itself: sees the rows of every municipality, is never a person, and no graph endpoint takes it. */
export function systemPrincipal(domain: DomainName): SystemPrincipal {
  return { audience: 'SYSTEM', subject: `domain:${domain}` };
}
