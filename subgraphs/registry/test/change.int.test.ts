import { bauska, daugavpils, staff, type TestSubgraph, testSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { registry } from '../src/index.js';

const organisation = '11111111-1111-4111-8111-111111111111';

describe('what changes in a person’s life', () => {
  let town: TestSubgraph;
  const worker = staff('social-worker');
  let next = 0;

  beforeAll(async () => {
    town = await testSubgraph(registry);
    await town.sql(`insert into organisation values ($1, 'Biedrība A', 'NGO', null)`, [organisation]);
  });
  afterAll(() => town?.drop());

  const somebody = async (birthDate = '1985-03-02'): Promise<string> => {
    const input = {
      personalCode: `32${String(++next).padStart(4, '0')}-00001`,
      givenName: 'Līga',
      familyName: `Paraugs${String.fromCharCode(96 + next)}`,
      birthDate,
      sex: 'FEMALE',
      address: 'Dārza iela 1',
      residenceSince: '2010-01-01' > birthDate ? '2010-01-01' : birthDate,
    };
    const { data } = await town.ask(
      worker,
      'mutation($i: RegisterPersonInput!) { registerPerson(input: $i) { person { id } problems { code } } }',
      { i: input },
    );
    return data.registerPerson.person.id;
  };
  const change = async (name: string, type: string, fields: string, input: object, as = worker) => {
    const { data, errors } = await town.ask(as, `mutation($i: ${type}!) { ${name}(input: $i) { ${fields} problems { code field } } }`, {
      i: input,
    });
    return { ...(data?.[name] ?? {}), errors };
  };
  const household = (input: object, as = worker) =>
    change('changeHousehold', 'ChangeHouseholdInput', 'household { id members { person { id } relation since } }', input, as);

  it('a household is made, grows, and loses a member, and each change is told as facts', async () => {
    const [mother, child, friend] = [await somebody(), await somebody('2015-05-05'), await somebody()];
    const made = await household({ members: [{ personId: mother, relation: 'HEAD' }], since: '2020-01-01' });
    expect(made.problems).toEqual([]);
    const { id } = made.household;
    const grown = await household({
      householdId: id,
      members: [
        { personId: mother, relation: 'HEAD' },
        { personId: child, relation: 'CHILD' },
        { personId: friend, relation: 'OTHER' },
      ],
      since: '2021-01-01',
    });
    expect(grown.household.members).toHaveLength(3);
    const left = await household({
      householdId: id,
      members: [
        { personId: mother, relation: 'HEAD' },
        { personId: child, relation: 'CHILD' },
      ],
      since: '2022-01-01',
    });
    expect(left.household.members.map((m: { person: { id: string } }) => m.person.id).sort()).toEqual([mother, child].sort());
    const then = await town.ask(worker, 'query($id: ID!) { household(id: $id) { members(on: "2021-06-01") { relation } } }', { id });
    expect(then.data.household.members).toHaveLength(3);
    const facts = await town.sql(
      `select body->>'relation' as relation, body->>'until' as until from outbox where kind = 'household-member' and body->>'householdId' = $1 order by id`,
      [id],
    );
    expect(facts).toEqual([
      { relation: 'HEAD', until: null },
      { relation: 'CHILD', until: null },
      { relation: 'OTHER', until: null },
      { relation: 'OTHER', until: '2022-01-01' },
    ]);
  });

  it('a member cannot belong to two households at a time, nor be named twice, nor be of another town', async () => {
    const [one, other] = [await somebody(), await somebody()];
    await household({ members: [{ personId: one, relation: 'HEAD' }], since: '2020-01-01' });
    const before = await town.sql('select count(*) from household');
    const overlap = await household({
      members: [
        { personId: other, relation: 'HEAD' },
        { personId: one, relation: 'OTHER' },
      ],
      since: '2021-01-01',
    });
    expect(overlap).toMatchObject({ household: null, problems: [{ code: 'OVERLAP', field: 'members' }] });
    const twice = await household({
      members: [
        { personId: other, relation: 'HEAD' },
        { personId: other, relation: 'CHILD' },
      ],
      since: '2021-01-01',
    });
    expect(twice.problems).toEqual([{ code: 'INVALID', field: 'members.1.personId' }]);
    const foreign = await household(
      { members: [{ personId: other, relation: 'HEAD' }], since: '2021-01-01' },
      staff('social-worker', { municipality: bauska }),
    );
    expect(foreign.problems).toEqual([{ code: 'NOT_FOUND', field: 'members.0.personId' }]);
    expect((await household({ members: [], since: '2021-01-01' })).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(await town.sql('select count(*) from household')).toEqual(before);
  });

  it('of twenty households made at once for one person, one holds', async () => {
    const person = await somebody();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => household({ members: [{ personId: person, relation: 'HEAD' }], since: '2020-01-01' })),
    );
    expect(answers.filter((answer) => answer.problems?.length === 0)).toHaveLength(1);
    expect(answers.filter((answer) => answer.problems?.[0]?.code === 'OVERLAP')).toHaveLength(19);
  });

  it('a move ends the residence before it; two at a time are refused', async () => {
    const person = await somebody();
    const move = (input: object) =>
      change('moveResidence', 'MoveResidenceInput', 'person { declaredResidence { address since municipality { code } } }', {
        personId: person,
        municipality: daugavpils,
        address: 'Liepu iela 2',
        ...input,
      });
    expect((await move({ since: '2022-03-01' })).person.declaredResidence).toEqual({
      address: 'Liepu iela 2',
      since: '2022-03-01',
      municipality: { code: daugavpils },
    });
    expect((await move({ since: '2022-03-01' })).problems).toEqual([{ code: 'OVERLAP', field: 'since' }]);
    expect((await move({ since: '2099-01-01' })).problems).toEqual([{ code: 'INVALID', field: 'since' }]);
    expect((await move({ since: '2023-01-01', municipality: '9999999' })).problems).toEqual([{ code: 'NOT_FOUND', field: 'municipality' }]);
    const rows = await town.sql(`select from_date::text, until_date::text from residence where person_id = $1 order by from_date`, [
      person,
    ]);
    expect(rows).toEqual([
      { from_date: '2010-01-01', until_date: '2022-03-01' },
      { from_date: '2022-03-01', until_date: null },
    ]);
  });

  it('a circumstance is asked for on a day; the same kind twice at a time is refused', async () => {
    const person = await somebody();
    const record = (input: object) =>
      change('recordCircumstance', 'RecordCircumstanceInput', 'person { circumstances(on: "2022-06-01") { kind until } }', {
        personId: person,
        kind: 'UNEMPLOYED',
        evidence: 'NVA izziņa',
        ...input,
      });
    expect((await record({ from: '2022-01-01', until: '2022-09-01' })).person.circumstances).toEqual([
      { kind: 'UNEMPLOYED', until: '2022-09-01' },
    ]);
    expect((await record({ from: '2022-08-01' })).problems).toEqual([{ code: 'OVERLAP', field: 'from' }]);
    expect((await record({ from: '2022-09-01' })).problems).toEqual([]);
    expect((await record({ from: '2023-01-01', until: '2023-01-01', kind: 'STUDENT' })).problems).toEqual([
      { code: 'INVALID', field: 'until' },
    ]);
  });

  it('a consent is given, for a child by a parent, and withdrawn at once', async () => {
    const [parent, child] = [await somebody(), await somebody('2015-05-05')];
    const consent = (input: object) =>
      change('giveConsent', 'GiveConsentInput', 'consent { id scopes withdrawnAt }', {
        organisationId: organisation,
        purpose: 'Atelpas brīdis',
        scopes: ['IDENTITY'],
        from: '2025-01-01',
        until: '2099-12-31',
        ...input,
      });
    expect((await consent({ personId: child })).problems).toEqual([{ code: 'INVALID', field: 'capacity' }]);
    const given = await consent({ personId: child, givenById: parent, capacity: 'PARENT', scopes: ['IDENTITY', 'NEEDS', 'IDENTITY'] });
    expect(given.consent).toMatchObject({ scopes: ['IDENTITY', 'NEEDS'], withdrawnAt: null });
    expect((await consent({ personId: parent, scopes: [] })).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect((await consent({ personId: parent, organisationId: 'nobody' })).problems).toEqual([
      { code: 'NOT_FOUND', field: 'organisationId' },
    ]);
    const withdraw = 'mutation($id: ID!) { withdrawConsent(id: $id) { consent { withdrawnAt } problems { code } } }';
    const first = (await town.ask(worker, withdraw, { id: given.consent.id })).data.withdrawConsent.consent.withdrawnAt;
    expect(first).toMatch(/^20/);
    expect((await town.ask(worker, withdraw, { id: given.consent.id })).data.withdrawConsent.consent.withdrawnAt).toBe(first);
    expect(
      (await town.ask(staff('social-worker', { municipality: bauska }), withdraw, { id: given.consent.id })).data.withdrawConsent.problems,
    ).toEqual([{ code: 'NOT_FOUND' }]);
  });
});
