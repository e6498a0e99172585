import { bauska, daugavpils, staff, type TestSubgraph, testSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { registry } from '../src/index.js';

const open =
  'mutation($i: OpenEmergencyAccessInput!) { openEmergencyAccess(input: $i) { emergencyAccess { id personId subject role reason open closedAt } problems { code field } } }';
const reason = 'Klients naktī ir bezsamaņā';

describe('opening a file in an emergency', () => {
  const carer = staff('carer', { subject: 'carer-1' });
  let town: TestSubgraph;
  let person: { id: string; reference: string };

  beforeAll(async () => {
    town = await testSubgraph(registry);
    const input = { personalCode: '321717-17171', givenName: 'Anna', familyName: 'Paraugs', birthDate: '1950-01-01', sex: 'FEMALE' };
    const register = 'mutation($i: RegisterPersonInput!) { registerPerson(input: $i) { person { id reference } problems { code } } }';
    person = (await town.ask(staff('social-worker'), register, { i: input })).data.registerPerson.person;
  });
  afterAll(() => town?.drop());
  beforeEach(() => town.sql('delete from emergency_access'));

  const opened = async (input: object, by = carer) => (await town.ask(by, open, { i: { reason, ...input } })).data.openEmergencyAccess;

  it('says whose, by whom and why, is audited, and ends after its hours', async () => {
    const { emergencyAccess, problems } = await opened({ personId: person.id, hours: 2 });
    expect([problems, emergencyAccess]).toEqual([
      [],
      { id: expect.any(String), personId: person.id, subject: 'carer-1', role: 'carer', reason, open: true, closedAt: null },
    ]);
    expect(await town.sql(`select extract(epoch from ends_at - opened_at)::int as seconds from emergency_access`)).toEqual([
      { seconds: 7200 },
    ]);
    expect(
      await town.sql(`select subject, person_id, fields from audit_entry where action = 'emergency.open' order by seq desc limit 1`),
    ).toEqual([{ subject: 'carer-1', person_id: person.id, fields: ['endsAt', 'reason'] }]);
  });

  it.each([
    ['reference', () => ({ reference: person.reference.toLowerCase() })],
    ['personal code', () => ({ personalCode: '321717-17171' })],
  ])('takes the %s for the person', async (_, input) => {
    expect((await opened(input())).emergencyAccess.personId).toBe(person.id);
  });

  it.each<[object, string, string]>([
    [{ personId: '01900000-0000-7000-8000-00000000dead' }, 'NOT_FOUND', 'personId'],
    [{ personId: 'x' }, 'NOT_FOUND', 'personId'],
    [{ reference: 'P-999999' }, 'NOT_FOUND', 'reference'],
    [{ personalCode: '321717-17172' }, 'NOT_FOUND', 'personalCode'],
    [{}, 'INVALID', 'personId'],
    [{ reference: 'P-999999', reason: 'x' }, 'INVALID', 'reason'],
    [{ reference: 'P-999999', hours: 13 }, 'INVALID', 'hours'],
  ])('refuses %j with %s', async (input, code, field) => {
    expect(await opened(input)).toEqual({ emergencyAccess: null, problems: [{ code, field }] });
    expect(await town.sql('select 1 from emergency_access')).toEqual([]);
  });

  it('finds nobody of another town', async () => {
    const { problems } = await opened({ personId: person.id }, staff('carer', { municipality: bauska }));
    expect(problems).toEqual([{ code: 'NOT_FOUND', field: 'personId' }]);
  });

  it.each(['hr', 'finance', 'director', 'auditor'] as const)('is closed to the role %s', async (role) => {
    const { errors } = await town.ask(staff(role), open, { i: { personId: person.id, reason } });
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  it('twenty times at once opens it once, and shows it to the others', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, () => opened({ personId: person.id })));
    expect(all.filter(({ problems }) => problems.length === 0)).toHaveLength(1);
    expect(new Set(all.map(({ emergencyAccess }) => emergencyAccess.id)).size).toBe(1);
    expect((await opened({ personId: person.id }, staff('carer', { subject: 'carer-2' }))).problems).toEqual([]);
    expect(await town.sql('select count(*)::int as n from emergency_access')).toEqual([{ n: 2 }]);
  });

  it('is given up by whoever opened it and nobody else, and can be opened anew', async () => {
    const { emergencyAccess } = await opened({ personId: person.id });
    const close = 'mutation($id: ID!) { closeEmergencyAccess(id: $id) { emergencyAccess { open } problems { code field } } }';
    const other = await town.ask(staff('carer', { subject: 'carer-2' }), close, { id: emergencyAccess.id });
    expect(other.data.closeEmergencyAccess).toEqual({ emergencyAccess: null, problems: [{ code: 'NOT_FOUND', field: 'id' }] });
    for (let twice = 0; twice < 2; twice++) {
      const own = await town.ask(carer, close, { id: emergencyAccess.id });
      expect(own.data.closeEmergencyAccess).toEqual({ emergencyAccess: { open: false }, problems: [] });
    }
    expect((await opened({ personId: person.id })).problems).toEqual([]);
  });

  it('is shown to the auditor and the heads, and to others their own alone', async () => {
    const first = (await opened({ personId: person.id })).emergencyAccess.id;
    const second = (await opened({ personId: person.id }, staff('carer', { subject: 'carer-2' }))).emergencyAccess.id;
    const list =
      'query($o: Boolean!, $a: String) { emergencyAccesses(open: $o, first: 1, after: $a) { totalCount pageInfo { endCursor } nodes { id subject reason } } }';
    for (const role of ['auditor', 'head-of-services', 'head-of-assistance', 'director'] as const) {
      const { data } = await town.ask(staff(role), list, { o: true });
      expect(data.emergencyAccesses).toMatchObject({ totalCount: 2, nodes: [{ id: second, subject: 'carer-2', reason }] });
      const next = await town.ask(staff(role), list, { o: false, a: data.emergencyAccesses.pageInfo.endCursor });
      expect(next.data.emergencyAccesses.nodes).toMatchObject([{ id: first }]);
    }
    const elsewhere = await town.ask(staff('auditor', { municipality: bauska }), list, { o: false });
    expect(elsewhere.data.emergencyAccesses.totalCount).toBe(0);
    expect((await town.ask(carer, list, { o: true })).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    const one = async (id: string) => (await town.ask(carer, 'query($id: ID!) { emergencyAccess(id: $id) { id } }', { id })).data;
    expect([await one(first), await one(second)]).toEqual([{ emergencyAccess: { id: first } }, { emergencyAccess: null }]);
  });

  it('the application role can neither lengthen, move nor remove', async () => {
    await opened({ personId: person.id });
    const { withClient } = await import('@atbalsts/database');
    for (const sql of [
      `update emergency_access set ends_at = ends_at + interval '1 hour'`,
      `update emergency_access set person_id = gen_random_uuid()`,
      `update emergency_access set subject = 'carer-2'`,
      'delete from emergency_access',
    ]) {
      await withClient(town.database.appUrl, async (client) => {
        await client.query(`set atbalsts.municipality = '${daugavpils}'`);
        await expect(client.query(sql)).rejects.toMatchObject({ code: '42501' });
      });
    }
    await expect(town.sql(`update emergency_access set ends_at = opened_at + interval '12 hours 1 second'`)).rejects.toMatchObject({
      code: '23514',
    });
  });
});
