import type { DomainName } from '@atbalsts/database';
import { z } from 'zod';

const id = z.uuid();
const day = z.iso.date();
const open = day.nullable();

/** What one kind of fact is: who owns it, what it carries, what its key is. */
export interface FactKindDefinition<B extends z.ZodObject> {
  /** The domain that owns the records and alone publishes this kind. */
  owner: DomainName;
  /** What it is, in one sentence. */
  text: string;
  /** Shape of the key. */
  key: z.ZodType<string>;
  /** The key that a body must have, where the body says it. */
  keyOf?: (body: z.infer<B>, municipality: string) => string;
  /** Shape of the body. Strict: what is not named here cannot travel between domains. */
  body: B;
}

function kind<B extends z.ZodObject>(definition: FactKindDefinition<B>): FactKindDefinition<B> {
  return definition;
}

/**
 * Every kind of fact that travels between domains. None carries a name, a code, an address or free text: a subscriber counts and lists with it,
 * and asks the owner for whatever it must show or decide (Regulation (EU) 2016/679, article 5(1)(c): data minimisation). The same in prose: docs/facts.md.
 */
export const factKinds = {
  /** Owner registry; benefits, services and institutions subscribe. Sex and year of birth, so that reports count by sex and age without knowing who it is. Key: id of the person. */
  person: kind({
    owner: 'registry',
    text: 'Sex and year of birth of a person.',
    key: id,
    keyOf: (body) => body.personId,
    body: z.strictObject({ personId: id, sex: z.enum(['FEMALE', 'MALE']), birthYear: z.int().min(1850).max(2200) }),
  }),
  /** Owner registry; benefits, services and institutions subscribe. What a person is for a time, without its evidence. Key: id of the circumstance. */
  circumstance: kind({
    owner: 'registry',
    text: 'What a person is for a time: disability, pension, unemployment and so on.',
    key: id,
    body: z.strictObject({
      personId: id,
      kind: z.enum([
        'DISABILITY_GROUP_1',
        'DISABILITY_GROUP_2',
        'DISABILITY_GROUP_3',
        'DISABILITY_CHILD',
        'PENSIONER',
        'UNEMPLOYED',
        'EMPLOYED',
        'STUDENT',
        'PREGNANT',
        'HOMELESS',
        'UKRAINIAN_CIVILIAN',
        'POLITICALLY_REPRESSED',
        'CARE_LEAVER',
        'FORMER_PRISONER',
      ]),
      from: day,
      until: open,
    }),
  }),
  /** Owner registry; benefits, services and institutions subscribe. Who belongs to which household, so that families are counted. Key: id of the membership. */
  'household-member': kind({
    owner: 'registry',
    text: 'That a person belongs to a household, as what, from when until before when.',
    key: id,
    body: z.strictObject({
      householdId: id,
      personId: id,
      relation: z.enum(['HEAD', 'SPOUSE', 'CHILD', 'PARENT', 'GUARDIAN', 'WARD', 'FOSTER_PARENT', 'FOSTER_CHILD', 'OTHER']),
      since: day,
      until: open,
    }),
  }),
  /**
   * Owner benefits; services and institutions subscribe. The status of a household by a decision, once for each person of the household on that decision,
   * so that whoever counts needy clients does not have to know who lived together. Key: id of the decision, a colon, id of the person.
   */
  'household-status': kind({
    owner: 'benefits',
    text: 'The status of a household (needy, low-income) by a decision, for each of its persons.',
    key: z.string().regex(/^[0-9a-f-]{36}:[0-9a-f-]{36}$/),
    keyOf: (body) => `${body.decisionId}:${body.personId}`,
    body: z.strictObject({
      householdId: id,
      personId: id,
      decisionId: id,
      status: z.enum(['NEEDY', 'LOW_INCOME']),
      from: day,
      until: open,
    }),
  }),
  /** Owner benefits; services subscribes, for the timeline: an approved decision, without its sum and reasons. Key: id of the decision. */
  decision: kind({
    owner: 'benefits',
    text: 'An approved decision on a benefit, for the timeline of the person.',
    key: id,
    keyOf: (body) => body.decisionId,
    body: z.strictObject({
      decisionId: id,
      personId: id,
      number: z.string().regex(/^[\p{L}\d][\p{L}\d/.-]{0,39}$/u), // no blank: nothing but a number fits
      benefitType: z.string().regex(/^[a-z][a-z-]*$/),
      outcome: z.enum(['GRANT', 'REFUSE']),
      on: day,
    }),
  }),
  /** Owner institutions; services subscribes, for timelines and for counting services by provision. Key: id of the placement. */
  placement: kind({
    owner: 'institutions',
    text: 'A stay of a person in a facility of a kind.',
    key: id,
    keyOf: (body) => body.placementId,
    body: z.strictObject({
      placementId: id,
      personId: id,
      facilityId: id,
      kind: z.enum([
        'SHELTER',
        'NIGHT_SHELTER',
        'SOCIAL_HOUSE',
        'SOCIAL_APARTMENTS',
        'GROUP_APARTMENTS',
        'CRISIS_CENTRE',
        'DAY_CARE_CENTRE',
        'DAY_CENTRE',
        'FAMILY_HOME',
        'SPECIALISED_WORKSHOP',
        'LONG_TERM_CARE',
      ]),
      from: day,
      endedOn: open,
    }),
  }),
  /** Owner workforce; services subscribes: who counts as a social worker of which unit when caseloads are listed. No name. Key: id of the employee. */
  employee: kind({
    owner: 'workforce',
    text: 'The unit and the kind of specialist of an employee.',
    key: id,
    keyOf: (body) => body.employeeId,
    body: z.strictObject({
      employeeId: id,
      unitId: id.nullable(),
      kind: z.enum([
        'SENIOR_SOCIAL_WORKER',
        'SOCIAL_WORKER',
        'CHARITABLE_SOCIAL_WORKER',
        'SOCIAL_CARER',
        'SOCIAL_REHABILITATOR',
        'SOCIAL_ASSISTANCE_ORGANISER',
        'CARER',
        'PSYCHOLOGIST',
        'OCCUPATIONAL_THERAPIST',
        'ASSISTANT',
        'OTHER',
      ]),
    }),
  }),
  /** Owner strategy; workforce subscribes: what a town published about its staffing of a year, the only staffing a region sees. Key: municipality, a colon, year. */
  'published-staffing': kind({
    owner: 'strategy',
    text: 'The staffing of a municipality as published for a year.',
    key: z.string().regex(/^[0-9]{7}:[0-9]{4}$/),
    keyOf: (body, municipality) => `${municipality}:${body.year}`,
    body: z.strictObject({
      year: z.int().min(1990).max(2200),
      fte: z.number().min(0),
      employees: z.int().min(0),
      specialists: z.int().min(0),
      vacantFte: z.number().min(0),
    }),
  }),
  /**
   * Owner strategy; services subscribes: how a town gave a service in a year, as it published it, the only coverage a region sees. Clients from 1 to 4 are refused; null is
   * withheld. Key: municipality, a colon, year, a colon, service.
   */
  'published-coverage': kind({
    owner: 'strategy',
    text: 'How a municipality gave a service in a year, as published.',
    key: z.string().regex(/^[0-9]{7}:[0-9]{4}:[a-z][a-z-]*$/),
    keyOf: (body, municipality) => `${municipality}:${body.year}:${body.serviceType}`,
    body: z.strictObject({
      year: z.int().min(1990).max(2200),
      region: z.string().regex(/^[a-z]+$/),
      serviceType: z.string().regex(/^[a-z][a-z-]*$/),
      provision: z.enum(['OWN', 'PARTNER', 'NEIGHBOUR', 'NONE']),
      clients: z
        .int()
        .min(0)
        .refine((count) => count === 0 || count >= 5)
        .nullable(),
    }),
  }),
} as const;

/** Name of a kind of fact. */
export type FactKind = keyof typeof factKinds;

/** Body of a fact of a kind. */
export type FactBody<K extends FactKind = FactKind> = z.infer<(typeof factKinds)[K]['body']>;

/** A fact as its owner publishes it. `body: null` takes it back: it no longer holds (a record entered by mistake). */
export type NewFact = { [K in FactKind]: { kind: K; key: string; municipality: string; body: FactBody<K> | null } }[FactKind];

/** True where it names a kind of fact. */
export function isFactKind(name: string): name is FactKind {
  return Object.hasOwn(factKinds, name);
}
