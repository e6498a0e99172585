import { newId } from '@atbalsts/database';
import { bauska, staff, type TestSubgraph, testSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { registry } from '../src/index.js';

const review =
  'query($f: Date!, $u: Date!) { auditReview(from: $f, until: $u) { from until registry { subject role on persons looks limit } } }';

describe('the review of the audit', () => {
  const auditor = staff('auditor');
  let town: TestSubgraph;
  const looked = (subject: string, role: string, persons: number, at: string, action = 'person.identity.read', municipality = '0002000') =>
    town.sql(
      `insert into audit_entry (id, at, municipality, subject, role, action, person_id, request_id)
       select gen_random_uuid(), $1::timestamptz, $2, $3, $4, $5, gen_random_uuid(), 'r' from generate_series(1, $6)`,
      [at, municipality, subject, role, action, persons],
    );

  beforeAll(async () => {
    town = await testSubgraph(registry);
    await looked('busy', 'social-worker', 40, '2026-03-10T08:00:00Z');
    await looked('curious', 'social-worker', 41, '2026-03-10T08:00:00Z');
    await looked('curious', 'social-worker', 41, '2026-03-10T23:30:00Z'); // already the 11th in Riga
    await looked('wide', 'carer head-of-services', 80, '2026-03-10T08:00:00Z');
    await looked('writer', 'social-worker', 90, '2026-03-10T08:00:00Z', 'person.register');
    await looked('elsewhere', 'social-worker', 90, '2026-03-10T08:00:00Z', 'person.search', bauska);
    await looked('unknown-role', '', 31, '2026-03-12T08:00:00Z');
    const [one] = [newId()];
    for (let i = 0; i < 50; i++)
      await town.sql(
        `insert into audit_entry (id, at, municipality, subject, role, action, person_id, request_id) values (gen_random_uuid(), '2026-03-10', '0002000', 'devoted', 'carer', 'person.identity.read', $1, 'r')`,
        [one],
      );
  });
  afterAll(() => town?.drop());

  it('shows who looked at more persons in a day of Riga than is usual for the widest of the roles, in the own town', async () => {
    const { data } = await town.ask(auditor, review, { f: '2026-03-10', u: '2026-03-13' });
    expect(data.auditReview.registry).toEqual([
      { subject: 'curious', role: 'social-worker', on: '2026-03-10', persons: 41, looks: 41, limit: 40 },
      { subject: 'curious', role: 'social-worker', on: '2026-03-11', persons: 41, looks: 41, limit: 40 },
      { subject: 'unknown-role', role: '', on: '2026-03-12', persons: 31, looks: 31, limit: 30 },
    ]);
    const day = await town.ask(auditor, review, { f: '2026-03-11', u: '2026-03-12' });
    expect(day.data.auditReview.registry).toHaveLength(1);
    const other = await town.ask(staff('auditor', { municipality: bauska }), review, { f: '2026-03-10', u: '2026-03-13' });
    expect(other.data.auditReview.registry.map((row: { subject: string }) => row.subject)).toEqual(['elsewhere']);
  });

  it.each([
    ['2026-03-10', '2026-03-10'],
    ['2026-01-01', '2026-04-04'],
  ])('refuses the period from %s until %s', async (f, u) => {
    expect((await town.ask(auditor, review, { f, u })).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    const by = 'query($r: [_Any!]!) { _entities(representations: $r) { ... on AuditReview { registry { subject } } } }';
    const direct = await town.ask(auditor, by, { r: [{ __typename: 'AuditReview', from: f, until: u }] });
    expect(direct.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it.each(['director', 'head-of-services', 'social-worker', 'hr'] as const)('is closed to the role %s', async (role) => {
    const { data, errors } = await town.ask(staff(role), review, { f: '2026-03-10', u: '2026-03-13' });
    expect([data, errors?.[0]?.extensions.code]).toEqual([{ auditReview: null }, 'FORBIDDEN']);
  });
});
