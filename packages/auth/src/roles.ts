import type { Audience } from './principal.js';

/** Every role there is, in the order in which documents list them. `domain` is the role of SYSTEM: a domain asking for facts. */
export const roles = [
  'assistance-organiser',
  'social-worker',
  'senior-social-worker',
  'head-of-assistance',
  'head-of-services',
  'facility-manager',
  'carer',
  'hr',
  'finance',
  'director',
  'auditor',
  'region-analyst',
  'partner',
  'domain',
] as const;

/** One of the {@link roles}. */
export type Role = (typeof roles)[number];

/** Which roles a token of an audience may carry: a partner's token with a staff role is refused as a whole. */
export const rolesOfAudience: Readonly<Record<Audience, readonly Role[]>> = {
  STAFF: [
    'assistance-organiser',
    'social-worker',
    'senior-social-worker',
    'head-of-assistance',
    'head-of-services',
    'facility-manager',
    'carer',
    'hr',
    'finance',
    'director',
    'auditor',
  ],
  REGIONAL: ['region-analyst'],
  PARTNER: ['partner'],
  SYSTEM: ['domain'],
};

/** The roles of a municipality's own people. */
export const staffRoles = rolesOfAudience.STAFF;

/** Whether a word is a role; for input from outside. */
export function isRole(word: string): word is Role {
  return (roles as readonly string[]).includes(word);
}
