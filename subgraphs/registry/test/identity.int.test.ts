import { bauska, partner, staff } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeTown, organisation, type Town } from './town.js';

const history = `query($id: ID!) { person(id: $id) { version identityBasis givenName familyName birthDate personalCode
  personalCodes { personalCode from until evidence } formerIdentities { givenName familyName birthDate sex until reason evidence } } }`;

describe('a change of who a person is', () => {
  let town: Town;
  const worker = staff('social-worker');
  const elsewhere = staff('social-worker', { municipality: bauska });
  beforeAll(async () => {
    town = await makeTown();
  });
  afterAll(() => town?.drop());

  const register = async (input: object) =>
    (
      await town.change('registerPerson', 'RegisterPersonInput', 'person { id }', {
        givenName: 'Anna',
        familyName: 'Paraugliepa',
        birthDate: '1980-01-01',
        sex: 'FEMALE',
        ...input,
      })
    ).person.id as string;
  const changeCode = (input: object, as = worker) =>
    town.change(
      'changePersonalCode',
      'ChangePersonalCodeInput',
      'person { id }',
      { since: '2024-05-01', evidence: 'PMLP paziņojums', ...input },
      as,
    );
  const rectify = (input: object, as = worker) =>
    town.change(
      'rectifyIdentity',
      'RectifyIdentityInput',
      'person { id version }',
      { version: 1, reason: 'CORRECTION', since: '2024-05-01', evidence: 'Pase', ...input },
      as,
    );
  const see = async (id: string) => (await town.ask(worker, history, { id })).data.person;

  it('gives a new code, keeps the old one, and is found by both', async () => {
    const id = await register({ personalCode: '010180-10000' });
    expect((await changeCode({ personId: id, personalCode: '329000-00001' })).problems).toEqual([]);
    expect(await see(id)).toMatchObject({
      personalCode: '329000-00001',
      personalCodes: [
        { personalCode: '010180-10000', from: '1980-01-01', until: '2024-05-01', evidence: null },
        { personalCode: '329000-00001', from: '2024-05-01', until: null, evidence: 'PMLP paziņojums' },
      ],
    });
    for (const s of ['010180-10000', '329000-00001']) {
      const { data } = await town.ask(
        worker,
        'query($s: String, $c: PersonalCode!) { persons(search: $s) { nodes { id } } personByPersonalCode(personalCode: $c) { id } }',
        { s, c: s },
      );
      expect(data).toEqual({ persons: { nodes: [{ id }] }, personByPersonalCode: { id } });
    }
    expect(await town.sql(`select fields from audit_entry where person_id = $1 and action = 'person.code.change'`, [id])).toEqual([
      { fields: ['evidence', 'personalCode', 'since'] },
    ]);
    expect(await town.sql(`select fields from audit_entry where person_id = $1 and action = 'person.history.read'`, [id])).toEqual([
      { fields: ['personalCodes'] },
    ]);
  });

  it('refuses a code that cannot be, one that another has, and a day that another code holds', async () => {
    const [id, other] = [
      await register({ familyName: 'Otra', personalCode: '329000-00011' }),
      await register({ familyName: 'Trešā', personalCode: '329000-00012' }),
    ];
    const problems = async (input: object, as = worker) =>
      (await changeCode({ personId: id, personalCode: '329000-00013', ...input }, as)).problems;
    expect(await problems({ personalCode: '010180-10005' })).toEqual([{ code: 'INVALID', field: 'personalCode' }]);
    expect(await problems({ personalCode: '310280-10005' })).toEqual([{ code: 'INVALID', field: 'personalCode' }]);
    expect(await problems({ personalCode: '020180-10001' })).toMatchObject([{ code: 'INVALID' }]);
    expect(await problems({ since: '2099-01-01' })).toEqual([{ code: 'INVALID', field: 'since' }]);
    expect(await problems({ since: '2017-06-30' })).toEqual([
      { code: 'INVALID', field: 'since' },
      { code: 'OVERLAP', field: 'since' },
    ]);
    expect(await problems({ since: '2017-07-01' })).toEqual([{ code: 'OVERLAP', field: 'since' }]);
    expect(await problems({ evidence: ' ' })).toEqual([{ code: 'INVALID', field: 'evidence' }]);
    expect(await problems({}, elsewhere)).toEqual([{ code: 'NOT_FOUND', field: 'personId' }]);
    expect((await changeCode({ personId: id, personalCode: '329000-00013' }, staff('hr'))).errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN' } },
    ]);
    expect((await changeCode({ personId: id, personalCode: '1' })).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    const taken = await changeCode({ personId: id, personalCode: '329000-00012' });
    expect(taken).toMatchObject({ person: { id: other }, problems: [{ code: 'DUPLICATE', field: 'personalCode' }] });
    expect(await town.sql('select count(*)::int as n from personal_code where person_id = $1', [id])).toEqual([{ n: 1 }]);
  });

  it('sent by twenty at once is done once; one code for twenty persons is one person’s', async () => {
    const id = await register({ familyName: 'Divdesmit', personalCode: '329000-00021' });
    const same = await Promise.all(Array.from({ length: 20 }, () => changeCode({ personId: id, personalCode: '329000-00022' })));
    expect(same.filter((answer) => answer.problems.length === 0)).toHaveLength(1);
    expect(same.filter((answer) => answer.problems[0]?.code === 'DUPLICATE')).toHaveLength(19);
    const letters = [...'abcdefghij'];
    const persons = await Promise.all(
      letters.map((letter) => register({ familyName: `Rinda${letter}`, personalCode: `329000-0003${letters.indexOf(letter)}` })),
    );
    const one = await Promise.all(persons.map((personId) => changeCode({ personId, personalCode: '329000-00040' })));
    expect(one.filter((answer) => answer.problems.length === 0)).toHaveLength(1);
    expect(one.filter((answer) => answer.problems[0]?.code === 'DUPLICATE')).toHaveLength(9);
    expect(new Set(one.map((answer) => answer.person.id)).size).toBe(1);
  });

  it('gives a first code to somebody who was registered without one', async () => {
    for (const identityBasis of ['FOREIGN_DOCUMENT', 'OWN_STATEMENT']) {
      const id = await register({
        identityBasis,
        givenName: 'Oksana',
        familyName: identityBasis === 'OWN_STATEMENT' ? 'Vesnjana' : 'Zymova',
      });
      expect(await see(id)).toMatchObject({ identityBasis, personalCode: null, personalCodes: [] });
      expect((await changeCode({ personId: id, personalCode: `329000-0005${identityBasis.length % 10}` })).problems).toEqual([]);
      expect(await see(id)).toMatchObject({ identityBasis: 'PERSONAL_CODE', personalCodes: [{ from: '2024-05-01', until: null }] });
    }
    const withCode = {
      identityBasis: 'OWN_STATEMENT',
      personalCode: '329000-00060',
      givenName: 'Zoja',
      familyName: 'Kods',
      birthDate: '1980-01-01',
      sex: 'FEMALE',
    };
    expect((await town.change('registerPerson', 'RegisterPersonInput', 'person { id }', withCode)).problems).toEqual([
      { code: 'INVALID', field: 'identityBasis' },
    ]);
  });

  it('corrects a name, keeps what was, and tells the domains only what they count', async () => {
    const id = await register({ familyName: 'Nepareisa', personalCode: '329000-00071' });
    const answer = await rectify({ personId: id, familyName: '  Nepareiza ', reason: 'CHANGE' });
    expect(answer).toMatchObject({ problems: [], person: { version: 2 } });
    expect(await see(id)).toMatchObject({
      familyName: 'Nepareiza',
      formerIdentities: [
        {
          givenName: 'Anna',
          familyName: 'Nepareisa',
          birthDate: '1980-01-01',
          sex: 'FEMALE',
          until: '2024-05-01',
          reason: 'CHANGE',
          evidence: 'Pase',
        },
      ],
    });
    expect(await town.sql(`select fields from audit_entry where person_id = $1 and action = 'person.identity.rectify'`, [id])).toEqual([
      { fields: ['evidence', 'familyName', 'since'] },
    ]);
    const facts = () => town.sql(`select body from outbox where kind = 'person' and key = $1 order by id`, [id]);
    expect(await facts()).toHaveLength(1);
    expect((await rectify({ personId: id, version: 2, birthDate: '1979-12-31' })).problems).toEqual([]);
    expect((await facts()).at(-1)).toEqual({ body: { personId: id, sex: 'FEMALE', birthYear: 1979 } });
    expect((await see(id)).formerIdentities).toHaveLength(2);
  });

  it('refuses an identity that cannot be', async () => {
    const id = await register({
      personalCode: '020280-10008',
      birthDate: '1980-02-02',
      familyName: 'Stāvoša',
      address: 'Dārza iela 1',
      residenceSince: '1990-01-01',
    });
    await register({ familyName: 'Līdzīga', birthDate: '1981-01-01', personalCode: '329000-00081' });
    const problems = async (input: object, as = worker) => (await rectify({ personId: id, ...input }, as)).problems;
    expect(await problems({})).toEqual([{ code: 'INVALID', field: null }]);
    expect(await problems({ familyName: '' })).toEqual([{ code: 'INVALID', field: 'familyName' }]);
    expect(await problems({ birthDate: '1980-03-03' })).toEqual([{ code: 'INVALID', field: 'birthDate' }]);
    expect(await problems({ birthDate: '2099-01-01', since: '2024-01-01' })).toMatchObject([
      { code: 'INVALID', field: 'birthDate' },
      { field: 'since' },
      { field: 'birthDate' },
      { field: 'birthDate' },
    ]);
    expect(await problems({ birthDate: '1980-02-02', familyName: 'Cita', since: '2099-01-01' })).toEqual([
      { code: 'INVALID', field: 'since' },
    ]);
    expect(await problems({ familyName: 'Cita', evidence: '' })).toEqual([{ code: 'INVALID', field: 'evidence' }]);
    expect(await problems({ familyName: 'Cita', version: 7 })).toEqual([{ code: 'STALE', field: 'version' }]);
    expect(await problems({ birthDate: '1991-02-02', personalCode: '329000-00089' })).toEqual([{ code: 'INVALID', field: 'birthDate' }]);
    expect(await problems({ birthDate: '1980-02-03', personalCode: '329000-00089', reason: 'CHANGE' })).toEqual([
      { code: 'INVALID', field: 'reason' },
    ]);
    const match = await rectify({ personId: id, familyName: 'lidziga', birthDate: '1981-01-01', personalCode: '329000-00088' });
    expect(match).toMatchObject({ person: { id: expect.not.stringMatching(id) }, problems: [{ code: 'DUPLICATE', field: 'familyName' }] });
    expect(await problems({ familyName: 'Cita' }, elsewhere)).toEqual([{ code: 'NOT_FOUND', field: 'personId' }]);
    expect((await rectify({ personId: id, familyName: 'Cita' }, staff('auditor'))).errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN' } },
    ]);
    expect(await town.sql('select 1 from former_identity where person_id = $1', [id])).toEqual([]);
  });

  it('corrects a birth date together with the code that carried it', async () => {
    const id = await register({ personalCode: '030380-10006', birthDate: '1980-03-03', familyName: 'Abi' });
    expect((await rectify({ personId: id, birthDate: '1980-03-04', personalCode: '329000-00091' })).problems).toEqual([]);
    expect(await see(id)).toMatchObject({
      birthDate: '1980-03-04',
      personalCode: '329000-00091',
      formerIdentities: [{ birthDate: '1980-03-03' }],
    });
  });

  it('sent by twenty at once is done once, the others are STALE', async () => {
    const id = await register({ familyName: 'Steidzas', personalCode: '329000-00095' });
    const answers = await Promise.all(Array.from({ length: 20 }, () => rectify({ personId: id, familyName: 'Steidzīga' })));
    expect(answers.filter((answer) => answer.problems.length === 0)).toHaveLength(1);
    expect(answers.filter((answer) => answer.problems[0]?.code === 'STALE')).toHaveLength(19);
  });

  it('is shown to nobody who may not read it: an auditor, a partner with every scope', async () => {
    const id = await register({ familyName: 'Slēptā', personalCode: '329000-00097' });
    await rectify({ personId: id, familyName: 'Slēptāka' });
    await town.change('giveConsent', 'GiveConsentInput', 'consent { id }', {
      personId: id,
      organisationId: organisation,
      purpose: 'Viss',
      scopes: ['IDENTITY', 'CONTACT', 'NEEDS'],
      from: '2025-01-01',
      until: '2099-01-01',
    });
    const query = `query($id: ID!) { _entities(representations: [{ __typename: "Person", id: $id }]) { ... on Person {
      identityBasis personalCodes { personalCode } formerIdentities { familyName } declaredResidence(on: "2015-01-01") { address } } } }`;
    for (const as of [partner(organisation), staff('auditor')]) {
      const { data } = await town.ask(as, query, { id });
      expect(data._entities).toEqual([{ identityBasis: null, personalCodes: null, formerIdentities: null, declaredResidence: null }]);
    }
    const { errors } = await town.ask(
      partner(organisation),
      'query($id: ID!) { _entities(representations: [{ __typename: "Person", id: $id }]) { ... on Person { representatives { kind } } } }',
      { id },
    );
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  it('is asked for on a day: residence, household and circumstances', async () => {
    const id = await town.somebody();
    await town.change('moveResidence', 'MoveResidenceInput', 'person { id }', {
      personId: id,
      municipality: bauska,
      address: 'Upes iela 3',
      since: '2022-01-01',
    });
    const { data } = await town.ask(
      worker,
      `query($id: ID!) { person(id: $id) { before: declaredResidence(on: "2009-12-31") { address } while: declaredResidence(on: "2021-12-31") { address }
        since: declaredResidence(on: "2022-01-01") { address } now: declaredResidence { address } } }`,
      { id },
    );
    expect(data.person).toEqual({
      before: null,
      while: { address: 'Dārza iela 1' },
      since: { address: 'Upes iela 3' },
      now: { address: 'Upes iela 3' },
    });
  });

  it('of twenty moves of one person at once one holds, and no two residences overlap', async () => {
    const id = await town.somebody();
    const move = () =>
      town.change('moveResidence', 'MoveResidenceInput', 'person { id }', {
        personId: id,
        municipality: bauska,
        address: 'Upes iela 3',
        since: '2022-01-01',
      });
    const answers = await Promise.all(Array.from({ length: 20 }, move));
    expect(answers.filter((answer) => answer.problems?.length === 0)).toHaveLength(1);
    expect(answers.filter((answer) => answer.problems?.[0]?.code === 'OVERLAP')).toHaveLength(19);
    await expect(
      town.sql(
        `insert into residence select gen_random_uuid(), municipality, person_id, place, address, '2021-01-01', '2022-06-01' from residence where person_id = $1 limit 1`,
        [id],
      ),
    ).rejects.toThrow(/residence_one_at_a_time/);
  });

  it('of twenty circumstances of one kind at once one is recorded', async () => {
    const personId = await town.somebody();
    const record = () =>
      town.change('recordCircumstance', 'RecordCircumstanceInput', 'person { id }', {
        personId,
        kind: 'PENSIONER',
        from: '2022-01-01',
        evidence: 'VSAA',
      });
    const answers = await Promise.all(Array.from({ length: 20 }, record));
    expect(answers.filter((answer) => answer.problems?.length === 0)).toHaveLength(1);
    expect(answers.filter((answer) => answer.problems?.[0]?.code === 'OVERLAP')).toHaveLength(19);
  });
});
