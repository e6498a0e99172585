import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { benefitsActions } from './actions/benefits.js';
import { documentsActions } from './actions/documents.js';
import { emergencyActions } from './actions/emergency.js';
import { institutionsActions } from './actions/institutions.js';
import { registryActions } from './actions/registry.js';
import { servicesActions } from './actions/services.js';
import { strategyActions } from './actions/strategy.js';
import { workforceActions } from './actions/workforce.js';
import { type Action, actionNames, actions, actionsOfRole, isAction, kindOfAction, may } from './actions.js';
import { type Audience, audiences, type Principal } from './principal.js';
import { isRole, type Role, roles, rolesOfAudience, staffRoles } from './roles.js';

function audienceOf(role: Role): Audience {
  return audiences.find((audience) => rolesOfAudience[audience].includes(role)) ?? 'SYSTEM';
}

function principal(role: Role, audience = audienceOf(role)): Principal {
  return { subject: 'somebody', audience, roles: [role], token: '', expiresAt: 0 };
}

// Written by hand from architecture section 5 and the acceptance cases, not from the table.
const allowed: [Role, Action[]][] = [
  [
    'assistance-organiser',
    ['person.register', 'household.change', 'application.submit', 'means.declare', 'decision.propose', 'decision.notify'],
  ],
  ['assistance-organiser', ['person.search', 'person.identity.read', 'threshold.read', 'means.assess', 'employee.read', 'timeline.read']],
  ['head-of-assistance', ['decision.propose', 'decision.approve', 'challenge.decide', 'payment.read', 'report.read', 'case.read']],
  ['social-worker', ['person.register', 'case.open', 'case.close', 'agreement.make', 'visit.record', 'referral.make', 'consent.give']],
  ['social-worker', ['consent.withdraw', 'application.read', 'decision.read', 'household.status.read', 'facility.read', 'placement.read']],
  ['social-worker', ['caseload.read', 'careTeam.read', 'timeline.read', 'person.search', 'placement.admit']],
  ['senior-social-worker', ['case.open', 'needs.assess', 'service.decide']],
  ['head-of-services', ['service.decide', 'report.read', 'case.note.read', 'waitingList.read']],
  [
    'facility-manager',
    ['facility.read', 'placement.admit', 'placement.confirm', 'placement.end', 'night.record', 'person.read', 'request.read'],
  ],
  ['carer', ['person.identity.read', 'delivery.record', 'night.record', 'placement.read']],
  ['hr', ['employee.read', 'unit.read', 'employee.hire', 'training.record', 'supervision.record', 'obligation.read', 'post.assign']],
  ['finance', ['payment.prepare', 'payment.approve', 'payment.read', 'person.identity.read', 'payee.read', 'report.read', 'budget.record']],
  [
    'director',
    ['decision.propose', 'decision.approve', 'payment.prepare', 'payment.approve', 'report.publish', 'strategy.read', 'case.read'],
  ],
  ['auditor', ['audit.read', 'person.read', 'report.read', 'decision.read', 'payment.read']],
  ['region-analyst', ['viewer.read', 'municipality.read', 'region.read', 'coverage.read', 'staffing.read', 'publishedReport.read']],
  ['region-analyst', ['projectCall.read', 'projectCall.open', 'serviceType.read']],
  ['partner', ['viewer.read', 'serviceType.read', 'referral.read', 'referral.answer', 'delivery.record', 'delivery.read', 'person.read']],
  ['partner', ['person.identity.read', 'person.contact.read', 'organisation.read', 'project.submit']],
  ['domain', ['fact.read']],
  // breaking the glass: whoever may stand beside a client in need; reviewed by who answers for them
  ['carer', ['emergency.open', 'emergency.read', 'person.read']],
  ['facility-manager', ['emergency.open', 'person.search']],
  ['social-worker', ['emergency.open']],
  ['auditor', ['emergency.review']],
  ['director', ['emergency.review']],
];

const forbidden: [Role, Action[]][] = [
  ['assistance-organiser', ['decision.approve', 'challenge.decide', 'payment.prepare', 'payment.approve', 'audit.read', 'case.read']],
  ['head-of-assistance', ['payment.prepare', 'payment.approve', 'case.note.read', 'case.open', 'audit.read']],
  ['social-worker', ['audit.read', 'decision.propose', 'decision.approve', 'payment.approve', 'means.read', 'payee.read', 'employee.hire']],
  ['social-worker', ['referral.answer', 'report.read', 'fact.read']],
  ['head-of-services', ['decision.approve', 'payment.approve', 'audit.read']],
  ['facility-manager', ['payment.read', 'application.read', 'case.read', 'means.read', 'audit.read', 'timeline.read']],
  ['carer', ['household.read', 'application.read', 'case.read', 'person.register', 'placement.admit', 'payment.read']],
  ['hr', ['application.read', 'person.read', 'person.identity.read', 'person.search', 'case.read', 'payment.read', 'placement.read']],
  [
    'finance',
    ['case.read', 'case.note.read', 'means.read', 'decision.approve', 'person.contact.read', 'person.circumstance.read', 'careTeam.read'],
  ],
  ['director', ['audit.read', 'fact.read', 'referral.answer', 'projectCall.open']],
  [
    'auditor',
    ['payment.prepare', 'payment.approve', 'person.identity.read', 'person.contact.read', 'person.search', 'person.circumstance.read'],
  ],
  ['region-analyst', ['person.read', 'person.search', 'report.read', 'facility.read', 'referral.read', 'audit.read', 'employee.read']],
  [
    'partner',
    ['person.search', 'municipality.read', 'facility.read', 'household.read', 'decision.read', 'case.read', 'consent.give', 'audit.read'],
  ],
  ['partner', ['projectCall.read', 'referral.make', 'timeline.read', 'placement.read', 'person.circumstance.read']],
  ['domain', ['person.read', 'viewer.read', 'audit.read', 'decision.read']],
  ['hr', ['emergency.open', 'emergency.read', 'emergency.review']],
  ['finance', ['emergency.open', 'emergency.review']],
  ['auditor', ['emergency.open']],
  ['director', ['emergency.open']],
  ['social-worker', ['emergency.review']],
  ['partner', ['emergency.open', 'emergency.read']],
  // would you want your own file in it: the whole town for who washes three clients; the incomes of a household for who runs a shelter
  ['carer', ['person.search', 'person.circumstance.read']],
  ['facility-manager', ['means.assess']],
];

const flat = (list: [Role, Action[]][]) => list.flatMap(([role, names]) => names.map((action): [Role, Action] => [role, action]));

describe('the action table', () => {
  it.each(flat(allowed))('lets %s do %s', (role, action) => {
    expect(may(principal(role), action)).toBe(true);
  });

  it.each(flat(forbidden))('does not let %s do %s', (role, action) => {
    expect(may(principal(role), action)).toBe(false);
  });

  it('names no action in two domains', () => {
    const parts = [
      registryActions,
      emergencyActions,
      benefitsActions,
      servicesActions,
      institutionsActions,
      workforceActions,
      strategyActions,
      documentsActions,
    ];
    expect(parts.flatMap((part) => Object.keys(part)).sort()).toEqual([...actionNames].sort());
  });

  it.each(actionNames)('describes %s in both languages and gives it to somebody, once each', (action) => {
    const { roles: holders, text, textLv } = actions[action];
    expect(action).toMatch(/^[a-z][A-Za-z]*(\.[a-z][A-Za-z]*){1,2}$/);
    expect(text).toMatch(/^[a-z].+[^.]$/);
    expect(textLv).toMatch(/^[a-zāčēģīķļņšūž].+[^.]$/);
    expect(holders.length).toBeGreaterThan(0);
    expect(new Set(holders).size).toBe(holders.length);
    expect(holders.every((role) => roles.includes(role))).toBe(true);
  });

  it('has one text per action, so that a refusal tells which it was', () => {
    expect(new Set(actionNames.map((action) => actions[action].text)).size).toBe(actionNames.length);
    expect(new Set(actionNames.map((action) => actions[action].textLv)).size).toBe(actionNames.length);
  });

  it.each([
    ['person.read', 'read'],
    ['person.search', 'read'],
    ['means.assess', 'read'],
    ['needs.assess', 'write'],
    ['payment.prepare', 'write'],
    ['projectCall.open', 'write'],
  ] as const)('knows that %s is a %s', (action, kind) => {
    expect(kindOfAction(action)).toBe(kind);
  });

  it('calls every action that ends in read a read', () => {
    expect(actionNames.filter((action) => action.endsWith('.read') && kindOfAction(action) !== 'read')).toEqual([]);
  });

  it('lets the auditor write nothing', () => {
    expect(actionsOfRole('auditor').filter((action) => kindOfAction(action) === 'write')).toEqual([]);
  });

  it('lets the director read whatever any of the staff reads, except the audit trail', () => {
    const ofStaff = new Set(staffRoles.flatMap((role) => actionsOfRole(role)).filter((action) => kindOfAction(action) === 'read'));
    const missing = [...ofStaff].filter((action) => !may(principal('director'), action));
    expect(missing).toEqual(['audit.read']);
  });

  it('gives the region nothing that carries a person', () => {
    expect(
      actionsOfRole('region-analyst').filter((action) => /^(person|household|consent|case|referral|placement|decision)\./.test(action)),
    ).toEqual([]);
  });

  it('gives the domains nothing but facts, and facts to nobody else', () => {
    expect(actionsOfRole('domain')).toEqual(['fact.read']);
    expect(actions['fact.read'].roles).toEqual(['domain']);
  });

  it('recognises its own words and no others', () => {
    expect(isAction('person.read')).toBe(true);
    expect(['toString', '__proto__', 'person', ''].some(isAction)).toBe(false);
    expect(isRole('carer')).toBe(true);
    expect(['admin', 'toString', ''].some(isRole)).toBe(false);
  });
});

describe('may', () => {
  it('counts no role outside the audience of the token', () => {
    fc.assert(
      fc.property(fc.constantFrom(...audiences), fc.constantFrom(...roles), fc.constantFrom(...actionNames), (audience, role, action) => {
        const expected = rolesOfAudience[audience].includes(role) && actions[action].roles.includes(role);
        expect(may(principal(role, audience), action)).toBe(expected);
      }),
    );
  });

  it('takes roles together, and an action not in the table as nobody’s', () => {
    const both: Principal = { ...principal('hr'), roles: ['hr', 'finance'] };
    expect([may(both, 'employee.hire'), may(both, 'payment.prepare'), may(both, 'case.read')]).toEqual([true, true, false]);
    expect(may(both, 'payment.steal' as Action)).toBe(false);
    expect(may({ ...both, roles: [] }, 'viewer.read')).toBe(false);
  });
});
