import type { AtbalstsClaim } from './claims.js';
import { demoId } from './demo-id.js';
import type { DevIssuer } from './dev-issuer.js';
import type { Role } from './roles.js';

/** Kind of a specialist, as the workforce domain names it. */
export type PersonaSpecialistKind = 'SENIOR_SOCIAL_WORKER' | 'SOCIAL_WORKER' | 'SOCIAL_ASSISTANCE_ORGANISER' | 'OTHER';

/** Where in the demo municipality a persona works; the demo writer makes these units. */
export type PersonaUnit = 'management' | 'social-assistance' | 'social-services' | 'adult-sector' | 'shelter' | 'personnel' | 'accounting';

/** A staff persona: an employee of a demo municipality. */
export interface StaffPersona {
  readonly audience: 'STAFF';
  /** Invented. */
  readonly name: string;
  readonly roles: readonly Role[];
  /** ATVK code. */
  readonly municipality: string;
  /** Id of the employee: `demoId('employee', persona)`. */
  readonly employee: string;
  /** Post that the demo writer gives the employee. */
  readonly specialist: PersonaSpecialistKind;
  /** Unit that the demo writer puts the employee in. */
  readonly unit: PersonaUnit;
}

/** A planning region's analyst. */
export interface RegionalPersona {
  readonly audience: 'REGIONAL';
  /** Invented. */
  readonly name: string;
  readonly roles: readonly Role[];
  /** Code of the region. */
  readonly region: string;
}

/** Somebody who works for a partner organisation. */
export interface PartnerPersona {
  readonly audience: 'PARTNER';
  /** Invented. */
  readonly name: string;
  readonly roles: readonly Role[];
  /** Id of the organisation: `demoId('organisation', persona)`. */
  readonly organisation: string;
  /** Name of the organisation, invented. */
  readonly organisationName: string;
}

/** Any persona. */
export type Persona = StaffPersona | RegionalPersona | PartnerPersona;

/** The personas of the demo, in the order in which documents list them. */
export const personaNames = [
  'assistance-organiser',
  'assistance-organiser-2',
  'head-of-assistance',
  'social-worker',
  'social-worker-2',
  'head-of-services',
  'shelter-manager',
  'hr',
  'finance',
  'director',
  'auditor',
  'social-worker-bauska',
  'director-bauska',
  'region-analyst',
  'ngo-a',
  'ngo-b',
] as const;

/** One of the {@link personaNames}. */
export type PersonaName = (typeof personaNames)[number];

const daugavpils = '0002000';
const bauska = '0025000';

function staff(
  key: PersonaName,
  name: string,
  role: Role,
  specialist: PersonaSpecialistKind,
  unit: PersonaUnit,
  municipality = daugavpils,
): StaffPersona {
  return { audience: 'STAFF', name, roles: [role], municipality, employee: demoId('employee', key), specialist, unit };
}

function partner(key: PersonaName, name: string, organisationName: string): PartnerPersona {
  return { audience: 'PARTNER', name, roles: ['partner'], organisation: demoId('organisation', key), organisationName };
}

/** Everybody in the demo who can sign in. All are invented; none is or was an employee of any municipality. */
export const personas: Readonly<Record<PersonaName, Persona>> = {
  'assistance-organiser': staff(
    'assistance-organiser',
    'Ilze Kļavleja',
    'assistance-organiser',
    'SOCIAL_ASSISTANCE_ORGANISER',
    'social-assistance',
  ),
  'assistance-organiser-2': staff(
    'assistance-organiser-2',
    'Dace Smilgaine',
    'assistance-organiser',
    'SOCIAL_ASSISTANCE_ORGANISER',
    'social-assistance',
  ),
  'head-of-assistance': staff('head-of-assistance', 'Inta Rasupe', 'head-of-assistance', 'OTHER', 'social-assistance'),
  'social-worker': staff('social-worker', 'Kristīne Vējlauka', 'social-worker', 'SOCIAL_WORKER', 'adult-sector'),
  'social-worker-2': staff('social-worker-2', 'Andris Mežsargs', 'social-worker', 'SOCIAL_WORKER', 'adult-sector'),
  'head-of-services': staff('head-of-services', 'Aija Sūnukalne', 'head-of-services', 'OTHER', 'social-services'),
  'shelter-manager': staff('shelter-manager', 'Guntis Ozolstrauts', 'facility-manager', 'OTHER', 'shelter'),
  hr: staff('hr', 'Sanita Lielpļava', 'hr', 'OTHER', 'personnel'),
  finance: staff('finance', 'Vita Skaitule', 'finance', 'OTHER', 'accounting'),
  director: staff('director', 'Rita Ezermale', 'director', 'OTHER', 'management'),
  auditor: staff('auditor', 'Māris Krustceļš', 'auditor', 'OTHER', 'management'),
  'social-worker-bauska': staff('social-worker-bauska', 'Laima Upesgrīva', 'social-worker', 'SOCIAL_WORKER', 'adult-sector', bauska),
  'director-bauska': staff('director-bauska', 'Juris Tīrumlīcis', 'director', 'OTHER', 'management', bauska),
  'region-analyst': { audience: 'REGIONAL', name: 'Zane Ezerkrasta', roles: ['region-analyst'], region: 'latgale' },
  'ngo-a': partner('ngo-a', 'Elīna Saulgrieze', 'Biedrība "Saulgriežu sēta"'),
  'ngo-b': partner('ngo-b', 'Toms Bērzupīte', 'Biedrība "Otrais krasts"'),
};

/** Whether a word is a persona; for input from outside. */
export function isPersona(word: string): word is PersonaName {
  return (personaNames as readonly string[]).includes(word);
}

/** What a persona's token says: subject `demo:NAME`, and the `atbalsts` claim. */
export function personaClaims(name: PersonaName): { subject: string; atbalsts: AtbalstsClaim } {
  const persona = personas[name];
  const { roles, audience } = persona;
  const place =
    persona.audience === 'STAFF'
      ? { municipality: persona.municipality, employee: persona.employee }
      : persona.audience === 'REGIONAL'
        ? { region: persona.region }
        : { organisation: persona.organisation };
  return { subject: `demo:${name}`, atbalsts: { audience, roles: [...roles], name: persona.name, ...place } as AtbalstsClaim };
}

/** A token of a persona, 8 hours unless told otherwise. */
export function personaToken(issuer: DevIssuer, name: PersonaName, lifetimeSeconds?: number): Promise<string> {
  return issuer.issue(personaClaims(name), lifetimeSeconds);
}
