import { type Role, rolesOfAudience } from '@atbalsts/auth';
import { audienceSdl } from '@atbalsts/gateway';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildSchema, isInterfaceType, isObjectType } from 'graphql';
import type { Persona } from '../support/federation.js';
import { supergraphs } from '../support/supergraphs.js';
import { type Bench, openBench } from './bench.js';
import { questionOf, rootFields } from './schema-walk.js';

/**
 * Who may ask what, written by hand from section 5 of the architecture and the cases of acceptance, not from the table of actions:
 * a new root field, or a role that gained or lost one, fails here until somebody has thought about it.
 */
const open = [
  'viewer',
  'organisations',
  'municipality',
  'municipalities',
  'region',
  'benefitTypes',
  'thresholds',
  'serviceTypes',
  'furtherServiceTypes',
  'serviceProjects',
  'assessmentForm',
  'assessmentForms',
  'facilities',
  'facility',
  'facilitiesLapsing',
  'vacancies',
  'employees',
  'employee',
  'units',
  'myEvaluations',
  'strategies',
  'strategy',
  'publishedReport',
];
/** Whoever may stand beside a client in need opens files in an emergency, and sees the own ones. */
const emergency = ['emergencyAccess'];
/** A person by reference. */
const reference = ['person'];
/** Searching confirms who somebody is. */
const search = ['persons', 'personByPersonalCode'];
const benefits = ['application', 'applications', 'decision', 'recoveries'];
/** What touches many households at once. */
const bulk = ['prolongation', 'prolongationPreview', 'prolongations'];
const cases = ['socialCase', 'socialCases'];
const figures = ['workforceProfile', 'annualReport', 'preparedReport', 'budget', 'projectCalls'];
// what was told of violence is for social work and the director alone
const violence = ['violenceReport', 'violenceReports', 'unexaminedViolenceReports'];
const submissions = ['submission', 'submissions'];
const fees = ['feeRules', 'feeQuote', 'invoices', 'feeAccount', 'feeArrears'];
const assistants = ['assistantContract', 'assistantContracts', 'assistantReports'];
const meals = ['mealIssues', 'mealPortions'];
/** What happens to clients on a day: programmes, meals, trips. */
const services = ['programme', 'programmes', ...meals, 'trips'];
const times = ['freeTimes'];
const appointments = [...times, 'appointments'];
const routes = ['visitRoutes'];
const socialWork = [
  ...violence,
  ...submissions,
  ...fees,
  ...assistants,
  ...services,
  ...appointments,
  ...routes,
  ...open,
  ...emergency,
  'myDay',
  ...reference,
  ...search,
  'household',
  ...benefits,
  'assessMeans',
  ...cases,
  'serviceRequest',
  'waitingList',
  'freePlaces',
  'referral',
  'referrals',
  'placementsToConfirm',
];
const assistance = [
  ...submissions,
  ...fees,
  ...services,
  ...appointments,
  ...routes,
  ...open,
  ...emergency,
  ...reference,
  ...search,
  'household',
  ...benefits,
  'assessMeans',
  'registerQuestions',
  'affectedByThreshold',
  ...bulk,
  'paymentBatches',
  'serviceRequest',
  'waitingList',
  'referral',
  'referrals',
];

/** In the staff graph like every field, and for nobody there: a region's own. */
const ofRegionsAlone = ['publishedReports', 'regionEntries', 'regionEvaluations', 'regionFigures', 'regionMonitoring'];

const oracle: Record<string, readonly string[]> = {
  'assistance-organiser': [...assistance, ...assistants, 'freePlaces'],
  // asks who the case worker is before money is approved (four eyes)
  'head-of-assistance': [...assistance, ...cases, 'handovers', ...figures, 'emergencyAccesses'],
  'social-worker': socialWork,
  'senior-social-worker': socialWork,
  'head-of-services': [...socialWork, 'dueWork', 'handovers', ...figures, 'emergencyAccesses'],
  'facility-manager': [
    ...submissions,
    ...services,
    ...appointments,
    ...open,
    ...emergency,
    ...reference,
    ...search,
    'household',
    'serviceRequest',
    'waitingList',
    'freePlaces',
    'referral',
    'referrals',
    'placementsToConfirm',
  ],
  // works from the list of the facility: searches for nobody (decision 0028); an emergency tells its reason: confirming is no carer's work (decision 0025)
  carer: [...open, ...emergency, ...reference, 'serviceRequest', ...services, ...times],
  // knows employees, and no client at all
  hr: [...open, 'workforceProfile', 'handovers'],
  finance: [...open, ...reference, ...benefits, ...bulk, 'assessMeans', 'paymentBatches', ...figures, ...fees, ...assistants, ...meals],
  // reads what any of the staff reads, except the watch
  director: [
    ...socialWork,
    ...bulk,
    'affectedByThreshold',
    'registerQuestions',
    'dueWork',
    'paymentBatches',
    'handovers',
    ...figures,
    'emergencyAccesses',
  ],
  // reads records by reference and the watch, writes nothing, searches for nobody, opens no case file
  auditor: [
    ...submissions,
    ...fees,
    ...assistants,
    ...services,
    ...open,
    ...reference,
    'household',
    ...benefits,
    'assessMeans',
    'registerQuestions',
    'affectedByThreshold',
    ...bulk,
    'paymentBatches',
    'serviceRequest',
    'waitingList',
    'freePlaces',
    'referral',
    'referrals',
    'placementsToConfirm',
    ...figures,
    'auditTrail',
    'auditReview',
    'emergencyAccess',
    'emergencyAccesses',
  ],
};

const personas: readonly [Persona, Role][] = [
  ['assistance-organiser', 'assistance-organiser'],
  ['assistance-organiser-2', 'assistance-organiser'],
  ['head-of-assistance', 'head-of-assistance'],
  ['social-worker', 'social-worker'],
  ['social-worker-2', 'social-worker'],
  ['head-of-services', 'head-of-services'],
  ['shelter-manager', 'facility-manager'],
  ['hr', 'hr'],
  ['finance', 'finance'],
  ['director', 'director'],
  ['auditor', 'auditor'],
  ['social-worker-bauska', 'social-worker'],
  ['director-bauska', 'director'],
];

const graphs = await supergraphs();
const schemaOf = (audience: 'STAFF' | 'REGIONAL' | 'PARTNER') => buildSchema(audienceSdl(graphs[audience]), { assumeValid: true });

describe('the staff graph', () => {
  let bench: Bench;
  const fields = rootFields(schemaOf('STAFF'));
  beforeAll(async () => {
    bench = await openBench();
  }, 240_000);
  afterAll(() => bench?.stop());

  const allowed = async (token: string): Promise<string[]> => {
    const answered = await Promise.all(
      fields.map(async (field) => {
        const { query, variables } = questionOf(field);
        const { errors, status } = await bench.ask(token, query, variables);
        const codes = (errors ?? []).map((error) => error.extensions.code);
        // A harmless argument may still be a wrong one; what counts is whether the role was let through to where that is found.
        expect([field.name, status, codes.filter((code) => code !== 'FORBIDDEN' && code !== 'BAD_USER_INPUT')]).toEqual([
          field.name,
          200,
          [],
        ]);
        return codes.includes('FORBIDDEN') ? [] : [field.name];
      }),
    );
    return answered.flat().sort();
  };

  it('has no root field that the oracle has not thought about, and no role either', () => {
    expect(fields.map((field) => field.name).sort()).toEqual([...new Set([...Object.values(oracle).flat(), ...ofRegionsAlone])].sort());
    expect(Object.keys(oracle).sort()).toEqual([...rolesOfAudience.STAFF].sort());
  });

  it.each(personas)('lets the persona %s ask what its role (%s) may, and nothing else', async (persona, role) => {
    expect(await allowed(await bench.token(persona))).toEqual([...(oracle[role] ?? [])].sort());
  });

  it.each(rolesOfAudience.STAFF)('lets the role %s alone ask what it may, and nothing else', async (role) => {
    expect(await allowed(await bench.tokenOf(role))).toEqual([...(oracle[role] ?? [])].sort());
  });

  it('refuses with no word of what it would have shown', async () => {
    for (const field of fields.filter((f) => !oracle.hr?.includes(f.name))) {
      const { query, variables } = questionOf(field);
      const answer = await bench.ask(await bench.tokenOf('hr'), query, variables);
      expect([field.name, Object.values(answer.data ?? {}).filter((v) => v !== null)]).toEqual([field.name, []]);
      expect(answer.errors?.map((error) => error.extensions.code)).toEqual(['FORBIDDEN']);
    }
  });
});

describe('the other graphs', () => {
  it('have the root fields that were meant for them, by hand', () => {
    expect(
      rootFields(schemaOf('REGIONAL'))
        .map((f) => f.name)
        .sort(),
    ).toEqual([
      'municipalities',
      'municipality',
      'projectCalls',
      'publishedReport',
      'publishedReports',
      'region',
      'regionEntries',
      'regionEvaluations',
      'regionFigures',
      'regionMonitoring',
      'serviceTypes',
      'viewer',
    ]);
    expect(
      rootFields(schemaOf('PARTNER'))
        .map((f) => f.name)
        .sort(),
    ).toEqual(['referral', 'referrals', 'serviceTypes', 'viewer']);
  });

  it('as a region has no type from which a person, a case or an employee could be reached', () => {
    const names = Object.values(schemaOf('REGIONAL').getTypeMap())
      .filter((type) => (isObjectType(type) || isInterfaceType(type)) && !type.name.startsWith('__'))
      .map((type) => type.name);
    for (const hidden of ['Person', 'Household', 'SocialCase', 'Referral', 'Placement', 'Application', 'Decision', 'AuditTrail', 'Consent'])
      expect(names).not.toContain(hidden);
  });

  it('as a partner has a person without an id, and no way from the person to other domains', () => {
    const person = schemaOf('PARTNER').getType('Person');
    expect(isObjectType(person) ? Object.keys(person.getFields()).sort() : []).toEqual(
      ['age', 'birthDate', 'consents', 'declaredResidence', 'familyName', 'givenName', 'personalCode', 'phone', 'reference', 'sex'].sort(),
    );
  });
});
