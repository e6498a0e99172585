import { AuditRecorder } from '@atbalsts/audit';
import type { Principal } from '@atbalsts/auth';
import { describe, expect, it } from '@jest/globals';
import { readEmergency } from './call/emergency.js';
import { EmergencyAccess } from './emergency.js';

const personId = '01900000-0000-7000-8000-000000000001';
const other = '01900000-0000-7000-8000-000000000002';
const access = () => {
  const principal = { subject: 'carer', audience: 'STAFF', roles: ['carer'], municipality: '0002000' } as unknown as Principal;
  return new EmergencyAccess('access', { personId }, principal, new AuditRecorder(principal, 'request'));
};

describe('emergency access', () => {
  it('follows from the person over a page to its nodes, and to nobody else', async () => {
    const glass = access();
    expect(glass.opens('case.read', 'Person', 'cases', { id: personId }, {})).toBe(true);
    expect(glass.opens('case.read', 'Person', 'cases', { id: other }, {})).toBe(false);
    expect(glass.opens('case.note.read', 'SocialCase', 'notes', { id: 'c', personId }, {})).toBe(true);
    expect(glass.opens('case.note.read', 'SocialCase', 'notes', { id: 'c', personId: other }, {})).toBe(false);
    const note = { text: 'x' };
    const page = await glass.show(Promise.resolve({ nodes: [note] }), true);
    expect(glass.opens('case.note.read', 'CaseNote', 'text', note, {})).toBe(false);
    glass.follow(page, page.nodes, true);
    expect(glass.opens('case.note.read', 'CaseNote', 'text', note, {})).toBe(true);
    const stranger = { personId: other };
    glass.show([stranger], true);
    expect(glass.opens('case.read', 'SocialCase', 'risk', stranger, {})).toBe(false);
  });

  it('opens the person by id on the root and nothing else there, and neither money nor a change', () => {
    const glass = access();
    expect(glass.opens('person.read', 'Query', 'person', undefined, { id: personId })).toBe(true);
    expect(glass.opens('person.read', 'Query', 'person', undefined, { id: other })).toBe(false);
    expect(glass.opens('case.read', 'Query', 'socialCases', undefined, { id: personId })).toBe(false);
    for (const action of ['application.read', 'means.read', 'payee.read', 'decision.read', 'case.close', 'person.search'] as const)
      expect(glass.opens(action, 'Person', 'any', { id: personId }, {})).toBe(false);
  });

  it('takes a header that is no id for a claim that never holds', () => {
    expect([readEmergency(undefined), readEmergency(''), readEmergency(personId), readEmergency('x'), readEmergency(['a', 'b'])]).toEqual([
      null,
      null,
      personId,
      'invalid',
      'invalid',
    ]);
  });
});
