import { bauska, countStatements, daugavpils, staff, type TestSubgraph, testSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { registry } from '../src/index.js';

const register = `mutation($i: RegisterPersonInput!) { registerPerson(input: $i) { person { id reference givenName personalCode age declaredResidence { address municipality { label } } } problems { code field message(language: EN) } } }`;
const details = {
  personalCode: '320101-12345',
  givenName: 'Līga',
  familyName: 'Bērziņa-Paraugs',
  birthDate: '1985-03-02',
  sex: 'FEMALE',
  address: 'Parauga iela 1',
  residenceSince: '2010-01-01',
};

describe('registering a person', () => {
  let town: TestSubgraph;
  const worker = staff('social-worker');

  beforeAll(async () => {
    town = await testSubgraph(registry);
  });
  afterAll(() => town?.drop());

  it('gives the person a reference and a residence, and leaves an audit entry and a fact', async () => {
    const { data, errors } = await town.ask(worker, register, { i: details });
    expect(errors).toBeUndefined();
    expect(data.registerPerson).toEqual({
      person: {
        id: expect.any(String),
        reference: expect.stringMatching(/^P-\d{6}$/),
        givenName: 'Līga',
        personalCode: '320101-12345',
        age: 41,
        declaredResidence: { address: 'Parauga iela 1', municipality: { label: 'Daugavpils' } },
      },
      problems: [],
    });
    const { id } = data.registerPerson.person;
    expect(await town.sql('select action, person_id, subject from audit_entry where person_id = $1 order by at', [id])).toEqual(
      expect.arrayContaining([
        { action: 'person.register', person_id: id, subject: worker.subject },
        { action: 'person.identity.read', person_id: id, subject: worker.subject },
      ]),
    );
    expect(await town.sql('select kind, key, body from outbox where key = $1', [id])).toEqual([
      { kind: 'person', key: id, body: { personId: id, sex: 'FEMALE', birthYear: 1985 } },
    ]);
  });

  it('answers DUPLICATE with the one that exists, by code and by name and birth date, and writes nothing', async () => {
    const before = await town.sql('select count(*) from person');
    for (const input of [
      { ...details, familyName: 'Cita' },
      { ...details, personalCode: '320202-54321', familyName: 'berzina-paraugs' },
    ]) {
      const { data } = await town.ask(worker, register, { i: input });
      expect(data.registerPerson.problems).toMatchObject([{ code: 'DUPLICATE' }]);
      expect(data.registerPerson.person.givenName).toBe('Līga');
    }
    expect(await town.sql('select count(*) from person')).toEqual(before);
  });

  it('registers one of twenty that come at once', async () => {
    const input = { ...details, personalCode: '330303-11111', familyName: 'Vienreiz' };
    const answers = await Promise.all(Array.from({ length: 20 }, () => town.ask(worker, register, { i: input })));
    expect(answers.filter(({ data }) => data.registerPerson.problems.length === 0)).toHaveLength(1);
    expect(await town.sql(`select count(*)::int as n from person where family_name = 'Vienreiz'`)).toEqual([{ n: 1 }]);
  });

  it('shows the one that exists to whoever comes with its code at the same moment, under whatever name', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        town.ask(worker, register, { i: { ...details, personalCode: '330404-11111', familyName: `Koda${String.fromCharCode(97 + n)}` } }),
      ),
    );
    const given = answers.map(({ data }) => data.registerPerson);
    expect(given.filter(({ problems }) => problems.length === 0)).toHaveLength(1);
    expect(given.filter(({ problems }) => problems[0]?.code === 'DUPLICATE')).toHaveLength(19);
    expect(new Set(given.map(({ person }) => person?.id)).size).toBe(1);
    const [code] = await town.sql(`select from_date::text from personal_code where code = '330404-11111'`);
    expect(code).toEqual({ from_date: '2017-07-01' });
    await town.sql(`update person set family_name = 'Kodols' where family_name like 'Koda%'`);
  });

  it('leaves an entry for each person found by a search, a code or a match, and none for a mere listing', async () => {
    const searched = (subject: string) =>
      town.sql(
        `select p.family_name, a.fields from audit_entry a join person p on p.id = a.person_id
          where a.subject = $1 and a.action = 'person.search' order by a.at`,
        [subject],
      );
    const as = (subject: string) => staff('social-worker', { subject });
    await town.ask(as('lists'), '{ persons { nodes { reference } } }');
    await town.ask(as('lists'), '{ persons(search: " ") { nodes { reference } } }');
    expect(await searched('lists')).toEqual([]);
    await town.ask(as('searches'), '{ persons(search: "vienreiz") { totalCount } none: persons(search: "nobody") { totalCount } }');
    expect(await searched('searches')).toEqual([{ family_name: 'Vienreiz', fields: ['search'] }]);
    await town.ask(as('knows codes'), '{ personByPersonalCode(personalCode: "330303-11111") { id } }');
    await town.ask(as('knows codes'), '{ personByPersonalCode(personalCode: "399999-11111") { id } }');
    expect(await searched('knows codes')).toEqual([{ family_name: 'Vienreiz', fields: ['personalCode'] }]);
    await town.ask(as('probes'), register, { i: { ...details, personalCode: '330303-11111' } });
    await town.ask(as('probes'), register, { i: { ...details, personalCode: '330909-11111', familyName: 'vienreiz' } });
    expect(await searched('probes')).toEqual([
      { family_name: 'Vienreiz', fields: ['personalCode'] },
      { family_name: 'Vienreiz', fields: ['birthDate', 'familyName', 'givenName'] },
    ]);
  });

  it('refuses a wrong check digit, a contradicting and a future birth date', async () => {
    const problemsOf = async (change: object) =>
      (await town.ask(worker, register, { i: { ...details, familyName: 'Nepareiza', ...change } })).data.registerPerson.problems;
    expect(await problemsOf({ personalCode: '020385-12345' })).toMatchObject([{ code: 'INVALID', field: 'personalCode' }]);
    expect(await problemsOf({ birthDate: '2099-01-01' })).toMatchObject([{ code: 'INVALID', field: 'birthDate' }]);
    expect(await town.sql(`select 1 from person where family_name = 'Nepareiza'`)).toEqual([]);
  });

  it('is refused to a role that may not, and a person of another town is nobody', async () => {
    const { errors } = await town.ask(staff('hr'), register, { i: details });
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    const [someone] = await town.sql<{ id: string }>('select id from person limit 1');
    const elsewhere = await town.ask(
      staff('social-worker', { municipality: bauska }),
      'query($id: ID!) { person(id: $id) { reference } }',
      { id: someone?.id },
    );
    expect(elsewhere).toEqual({ data: { person: null } });
  });

  it('hides identity from a role that may not see it, without an error and without a trace', async () => {
    const [someone] = await town.sql<{ id: string }>(`select id from person where family_name = 'Vienreiz'`);
    const answer = await town.ask(staff('auditor'), 'query($id: ID!) { person(id: $id) { reference givenName personalCode } }', {
      id: someone?.id,
    });
    expect(answer.data.person).toEqual({ reference: expect.stringMatching(/^P-/), givenName: null, personalCode: null });
    expect(await town.sql(`select 1 from audit_entry where subject = 'test-auditor'`)).toEqual([]);
  });

  it('finds by part of a name without diacritics, by reference and by code', async () => {
    const find = async (search: string) =>
      (await town.ask(worker, 'query($s: String) { persons(search: $s) { totalCount nodes { familyName } } }', { s: search })).data.persons;
    expect(await find('berzina')).toMatchObject({ totalCount: 1, nodes: [{ familyName: 'Bērziņa-Paraugs' }] });
    expect(await find('330303-11111')).toMatchObject({ nodes: [{ familyName: 'Vienreiz' }] });
    expect(await find('%')).toMatchObject({ totalCount: 0 });
    expect((await find('')).totalCount).toBe(3);
  });

  it('reads the municipalities of all regions together', async () => {
    const counter = countStatements(town.database.superUrl);
    const statements = async (query: string) => {
      await counter.reset();
      expect((await town.ask(worker, query)).errors).toBeUndefined();
      return counter.count();
    };
    const one = await statements('{ municipalities(region: "latgale") { region { municipalities { code } } } }');
    const all = await statements(
      '{ municipalities { region { municipalities { code } before: municipalities(on: "2022-12-31") { code } } } }',
    );
    expect([one, all]).toEqual([3, 3]);
    const { data } = await town.ask(
      worker,
      '{ region(code: "vidzeme") { now: municipalities { code } before: municipalities(on: "2022-12-31") { code } } }',
    );
    const codes = async (on: string) =>
      (await town.ask(worker, `{ municipalities(region: "vidzeme", on: "${on}") { code } }`)).data.municipalities;
    expect(data.region).toEqual({ now: await codes('2026-11-22'), before: await codes('2022-12-31') });
  });

  it('knows the municipalities of a day', async () => {
    const { data } = await town.ask(
      worker,
      `{ now: municipalities { code } then: municipalities(on: "2022-12-31") { code } viewer { municipality { code label region { label } } } }`,
    );
    expect(data.now).toHaveLength(42);
    expect(data.then).toHaveLength(43);
    expect(data.viewer.municipality).toMatchObject({ code: daugavpils, region: { label: expect.stringContaining('Latgale') } });
  });
});
