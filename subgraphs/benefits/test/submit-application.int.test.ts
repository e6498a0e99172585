import { bauska, staff, type TestSubgraph, testSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { benefits } from '../src/index.js';
import { PretendedRegistry } from './support.js';

const submit = `mutation($i: SubmitApplicationInput!) { submitApplication(input: $i) {
  application { id number state dueOn version submittedOn legalGround payeeAccount claimedCosts means { status } decisions { id } applicant { id } household { id } benefitType { code label legalBasis } }
  problems { code field message(language: EN) } } }`;

describe('submitting an application', () => {
  const registry = new PretendedRegistry();
  const organiser = staff('assistance-organiser');
  let town: TestSubgraph;

  beforeAll(async () => {
    town = await testSubgraph(benefits, registry.domains);
  });
  afterAll(() => town?.drop());

  const send = async (change: object = {}, who = organiser) => {
    const person = registry.add();
    const input = { applicantId: person.id, householdId: person.household, benefitType: 'gmi', submittedOn: '2026-11-20', ...change };
    return { person, ...(await town.ask(who, submit, { i: input })) };
  };
  it('numbers the millionth application with seven digits: no number is cut', async () => {
    expect(await town.sql(`select number_of('SP-2026-', 123) as short, number_of('SP-2026-', 1000000) as long`)).toEqual([
      { short: 'SP-2026-000123', long: 'SP-2026-1000000' },
    ]);
  });

  const rows = async () => (await town.sql<{ n: number }>('select count(*)::int as n from application'))[0]?.n;

  it('gives it a number, the state SUBMITTED and no due day, and leaves an audit entry', async () => {
    const { person, data, errors } = await send({ payeeAccount: 'lv80 bank 0000 4351 9500 1', claimedCosts: '12.50' });
    expect(errors).toBeUndefined();
    expect(data.submitApplication).toEqual({
      application: {
        id: expect.any(String),
        number: expect.stringMatching(/^SP-2026-\d{6}$/),
        state: 'SUBMITTED',
        dueOn: null,
        version: 1,
        submittedOn: '2026-11-20',
        legalGround: 'STANDARD',
        payeeAccount: 'LV80BANK0000435195001',
        claimedCosts: '12.50',
        means: null,
        decisions: [],
        applicant: { id: person.id },
        household: { id: person.household },
        benefitType: { code: 'gmi', label: 'Pabalsts GMI līmeņa nodrošināšanai', legalBasis: expect.stringContaining('35. pants') },
      },
      problems: [],
    });
    const { id } = data.submitApplication.application;
    expect(
      await town.sql('select action, person_id, object, fields, subject from audit_entry where object = $1', [`application:${id}`]),
    ).toEqual([
      {
        action: 'application.submit',
        person_id: person.id,
        object: `application:${id}`,
        fields: ['applicantId', 'benefitType', 'claimedCosts', 'householdId', 'legalGround', 'payeeAccount', 'submittedOn'],
        subject: organiser.subject,
      },
    ]);
  });

  it('refuses a day in the future, a wrong account, an unknown benefit, and writes nothing', async () => {
    const before = await rows();
    const problemsOf = async (change: object) => (await send(change)).data.submitApplication;
    expect(await problemsOf({ submittedOn: '2026-11-23' })).toMatchObject({
      application: null,
      problems: [{ code: 'INVALID', field: 'submittedOn' }],
    });
    expect(await problemsOf({ payeeAccount: 'LV81BANK0000435195001' })).toMatchObject({
      application: null,
      problems: [{ code: 'INVALID', field: 'payeeAccount' }],
    });
    expect(await problemsOf({ benefitType: 'moon-travel' })).toMatchObject({
      application: null,
      problems: [{ code: 'NOT_FOUND', field: 'benefitType' }],
    });
    expect(await problemsOf({ submittedOn: '2022-01-10', benefitType: 'emergency-guardianship' })).toMatchObject({
      problems: [{ code: 'NOT_FOUND', field: 'benefitType' }],
    });
    expect(await rows()).toBe(before);
  });

  it('refuses who is not of the household, who has no residence in the town, and who is not of the town', async () => {
    const stranger = registry.add({ municipality: bauska, residence: bauska });
    const elsewhere = registry.add({ residence: bauska });
    const homeless = registry.add({ residence: null });
    const problemsOf = async (change: object) => (await send(change)).data.submitApplication.problems;
    expect(await problemsOf({ householdId: stranger.household })).toMatchObject([{ code: 'INVALID', field: 'householdId' }]);
    expect(await problemsOf({ applicantId: elsewhere.id, householdId: elsewhere.household })).toMatchObject([
      { code: 'INVALID', field: 'applicantId' },
    ]);
    expect(await problemsOf({ applicantId: homeless.id, householdId: homeless.household })).toMatchObject([
      { code: 'INVALID', field: 'applicantId' },
    ]);
    expect(await problemsOf({ applicantId: stranger.id, householdId: stranger.household })).toMatchObject([
      { code: 'NOT_FOUND', field: 'applicantId' },
    ]);
  });

  it('takes an application without a residence for crisis help, and from a Ukrainian civilian on that ground', async () => {
    const homeless = registry.add({ residence: null });
    const crisis = await send({ applicantId: homeless.id, householdId: homeless.household, benefitType: 'crisis' });
    expect(crisis.data.submitApplication.problems).toEqual([]);
    const civilian = registry.add({ residence: null, circumstances: ['UKRAINIAN_CIVILIAN'] });
    const onGround = { applicantId: civilian.id, householdId: civilian.household, legalGround: 'UKRAINE_SUPPORT' };
    expect((await send(onGround)).data.submitApplication).toMatchObject({ application: { legalGround: 'UKRAINE_SUPPORT' }, problems: [] });
    expect((await send({ legalGround: 'UKRAINE_SUPPORT' })).data.submitApplication.problems).toMatchObject([
      { code: 'INVALID', field: 'legalGround' },
    ]);
  });

  it('records one of twenty that come at once and shows it to the others', async () => {
    const person = registry.add();
    const input = { applicantId: person.id, householdId: person.household, benefitType: 'gmi', submittedOn: '2026-11-19' };
    const answers = (await Promise.all(Array.from({ length: 20 }, () => town.ask(organiser, submit, { i: input })))).map(
      ({ data }) => data.submitApplication,
    );
    expect(answers.filter(({ problems }) => problems.length === 0)).toHaveLength(1);
    expect(new Set(answers.map(({ application }) => application.id)).size).toBe(1);
    expect(answers.flatMap(({ problems }) => problems)).toHaveLength(19);
    expect(answers.flatMap(({ problems }) => problems).every(({ code }) => code === 'DUPLICATE')).toBe(true);
    expect((await town.ask(organiser, submit, { i: { ...input, claimedCosts: '5.00' } })).data.submitApplication.problems).toEqual([]);
  });

  it('fails closed where the registry does not answer', async () => {
    const before = await rows();
    registry.silent = true;
    const { data } = await send();
    registry.silent = false;
    expect(data.submitApplication).toMatchObject({ application: null, problems: [{ code: 'UNAVAILABLE' }] });
    expect(await rows()).toBe(before);
  });

  it('is refused to a role that may not, and bad values are coded errors', async () => {
    expect((await send({}, staff('social-worker'))).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect((await send({ claimedCosts: '-1.00' })).errors).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT', field: 'claimedCosts' } },
    ]);
    expect((await send({ claimedCosts: '1,00' })).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect((await send({ applicantId: 'nobody' })).errors).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT', field: 'applicantId' } },
    ]);
  });

  it('cannot be seen from another town, and its account not by who may not', async () => {
    const [some] = await town.sql<{ id: string }>('select id from application where payee_account is not null limit 1');
    const ask = 'query($id: ID!) { application(id: $id) { number payeeAccount } }';
    expect((await town.ask(staff('director', { municipality: bauska }), ask, { id: some?.id })).data).toEqual({ application: null });
    expect((await town.ask(staff('social-worker'), ask, { id: some?.id })).data.application).toMatchObject({ payeeAccount: null });
    const all = await town.ask(staff('director', { municipality: bauska }), '{ applications { totalCount nodes { id } } }');
    expect(all.data.applications).toEqual({ totalCount: 0, nodes: [] });
  });
});
