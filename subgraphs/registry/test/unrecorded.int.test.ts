import { staff, type TestSubgraph, testSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { registry } from '../src/index.js';

/** If an audit entry cannot be written, the read or the write does not happen. */
describe('what cannot be recorded', () => {
  const worker = staff('social-worker');
  const register = 'mutation($i: RegisterPersonInput!) { registerPerson(input: $i) { person { id } problems { code } } }';
  const person = (familyName: string) => ({
    identityBasis: 'OWN_STATEMENT',
    givenName: 'Anna',
    familyName,
    birthDate: '1950-01-01',
    sex: 'FEMALE',
  });
  let town: TestSubgraph;
  let id: string;

  beforeAll(async () => {
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    town = await testSubgraph(registry);
    id = (await town.ask(worker, register, { i: person('Paraugs') })).data.registerPerson.person.id;
    await town.sql(
      'revoke insert (id, municipality, subject, role, action, person_id, object, fields, purpose, request_id) on audit_entry from registry_app',
    );
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await town?.drop();
  });

  it('is not read', async () => {
    const { data, errors } = await town.ask(worker, 'query($id: ID!) { person(id: $id) { reference givenName familyName } }', { id });
    expect([data, errors?.[0]?.extensions.code]).toEqual([null, 'INTERNAL_SERVER_ERROR']);
    expect(JSON.stringify(errors)).not.toMatch(/Anna|Paraugs|audit_entry/);
  });

  it('is not searched for', async () => {
    const { data, errors } = await town.ask(worker, '{ persons(search: "paraugs") { nodes { id } } }');
    expect([data, errors?.[0]?.extensions.code]).toEqual([null, 'INTERNAL_SERVER_ERROR']);
  });

  it('is not written', async () => {
    const { data, errors } = await town.ask(worker, register, { i: person('Otrs') });
    expect([data?.registerPerson ?? null, errors?.[0]?.extensions.code]).toEqual([null, 'INTERNAL_SERVER_ERROR']);
    expect(await town.sql('select count(*)::int as n from person')).toEqual([{ n: 1 }]);
  });

  it('of what nobody needs to record is still answered', async () => {
    const { data, errors } = await town.ask(worker, 'query($id: ID!) { person(id: $id) { reference } }', { id });
    expect([data.person.reference, errors]).toEqual([expect.stringMatching(/^P-/), undefined]);
  });
});
