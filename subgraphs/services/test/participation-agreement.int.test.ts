import { staff, type TestSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bauska, Neighbours, put, townWith } from './town.js';

const agree = `mutation($i: AgreeParticipationInput!) { agreeParticipation(input: $i) {
  agreement { id state agreedOn person { id } duties { id text domain dueOn fulfilledOn } parties { id } } problems { code field message(language: EN) } } }`;
const fulfil =
  'mutation($i: FulfilDutyInput!) { fulfilDuty(input: $i) { agreement { duties { text fulfilledOn } } problems { code field } } }';
const file = `query($r: [_Any!]!) { _entities(representations: $r) { ... on Person {
  participationAgreement { id duties { domain } } careTeam { employee { id } role } timeline(first: 10) { totalCount nodes { kind at } } } } }`;

describe('participation agreements', () => {
  const neighbours = new Neighbours();
  const [kristine, ilze] = [neighbours.employee(), neighbours.employee()];
  const worker = staff('social-worker', { employee: kristine });
  let town: TestSubgraph;

  const terms = (personId: string, change: object = {}) => ({
    personId,
    agreedOn: '2025-05-03',
    duties: [{ text: ' Reģistrēties NVA ', domain: 'SOCIAL_WORK', dueOn: '2025-06-01' }],
    partyIds: [kristine],
    ...change,
  });
  const agreeing = async (input: object, who = worker) => (await town.ask(who, agree, { i: input })).data.agreeParticipation;
  const fulfilling = async (input: object) => (await town.ask(worker, fulfil, { i: input })).data.fulfilDuty;
  const rowsOf = (person: string) =>
    town.sql(
      'select state, agreed_on::text as agreed_on, ended_on::text as ended_on from participation_agreement where person_id = $1 order by agreed_on, state desc',
      [person],
    );

  beforeAll(async () => {
    town = await townWith(neighbours);
  });
  afterAll(() => town?.drop());

  it('replace the active one, so that one counts, with the care team and the timeline in step', async () => {
    const person = neighbours.person();
    await put(town, 'social_case', {
      person_id: person,
      target_group: 'ADULT',
      risk: 'AT_RISK',
      responsible_id: kristine,
      opened_on: '2025-05-02',
    });
    const first = await agreeing(terms(person));
    expect(first).toEqual({
      agreement: {
        id: expect.any(String),
        state: 'ACTIVE',
        agreedOn: '2025-05-03',
        person: { id: person },
        duties: [{ id: expect.any(String), text: 'Reģistrēties NVA', domain: 'SOCIAL_WORK', dueOn: '2025-06-01', fulfilledOn: null }],
        parties: [{ id: kristine }],
      },
      problems: [],
    });
    const duties = [
      { text: 'Apmeklēt kursus', domain: 'SOCIAL_WORK' },
      { text: 'Iesniegt izziņas', domain: 'SOCIAL_ASSISTANCE' },
    ];
    const second = await agreeing(terms(person, { agreedOn: '2025-06-03', duties, partyIds: [kristine, ilze] }));
    expect(second).toMatchObject({ agreement: { state: 'ACTIVE', duties }, problems: [] });
    expect(await rowsOf(person)).toEqual([
      { state: 'REPLACED', agreed_on: '2025-05-03', ended_on: '2025-06-03' },
      { state: 'ACTIVE', agreed_on: '2025-06-03', ended_on: null },
    ]);
    const { data } = await town.ask(worker, file, { r: [{ __typename: 'Person', id: person }] });
    const seen = data._entities[0];
    expect(seen.participationAgreement).toEqual({
      id: second.agreement.id,
      duties: [{ domain: 'SOCIAL_WORK' }, { domain: 'SOCIAL_ASSISTANCE' }],
    });
    expect(seen.careTeam.map((member: { employee: { id: string } }) => member.employee.id).sort()).toEqual(
      [kristine, kristine, ilze].sort(),
    );
    expect(seen.timeline).toMatchObject({
      totalCount: 3,
      nodes: [{ kind: 'AGREEMENT_MADE' }, { kind: 'AGREEMENT_MADE' }, { kind: 'CASE_OPENED' }],
    });
    expect(await town.sql('select action, object from audit_entry where person_id = $1 order by id', [person])).toEqual([
      { action: 'agreement.make', object: `agreement:${first.agreement.id}` },
      { action: 'agreement.make', object: `agreement:${second.agreement.id}` },
    ]);
  });

  it('leave one active of twenty made at once, each of them written', async () => {
    const person = neighbours.person();
    const answers = await Promise.all(Array.from({ length: 20 }, () => agreeing(terms(person))));
    expect(answers.flatMap(({ problems }) => problems)).toEqual([]);
    const rows = await rowsOf(person);
    expect(rows.filter((row) => row.state === 'ACTIVE')).toHaveLength(1);
    expect(rows.filter((row) => row.state === 'REPLACED')).toHaveLength(19);
  });

  it('are refused where something cannot be right, and the active one stays', async () => {
    const person = neighbours.person();
    await agreeing(terms(person));
    const wrong = terms(person, {
      agreedOn: '2026-11-23',
      duties: [{ text: '', domain: 'SOCIAL_WORK', dueOn: '2026-11-01' }],
      partyIds: [kristine, kristine],
    });
    expect((await agreeing(wrong)).problems.map((p: { code: string; field: string }) => `${p.code} ${p.field}`)).toEqual([
      'INVALID agreedOn',
      'INVALID duties.0.text',
      'INVALID duties.0.dueOn',
      'INVALID partyIds.1',
    ]);
    expect((await agreeing(terms(person, { agreedOn: '2025-05-02' }))).problems).toMatchObject([{ code: 'INVALID', field: 'agreedOn' }]);
    for (const change of [{ duties: [] }, { partyIds: [] }]) {
      const { errors } = await town.ask(worker, agree, { i: terms(person, change) });
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    }
    expect(await rowsOf(person)).toEqual([{ state: 'ACTIVE', agreed_on: '2025-05-03', ended_on: null }]);
  });

  it('are made with people of the own town, by who may, and not while the registry is silent', async () => {
    const person = neighbours.person();
    expect((await agreeing(terms(neighbours.person(bauska)))).problems).toMatchObject([{ code: 'NOT_FOUND', field: 'personId' }]);
    expect((await agreeing(terms(person, { partyIds: [kristine, neighbours.employee(bauska), 'x'] }))).problems).toMatchObject([
      { code: 'NOT_FOUND', field: 'partyIds.1' },
      { code: 'NOT_FOUND', field: 'partyIds.2' },
    ]);
    neighbours.registryIsDown = true;
    expect((await agreeing(terms(person))).problems).toMatchObject([{ code: 'UNAVAILABLE' }]);
    neighbours.registryIsDown = false;
    expect((await town.ask(staff('carer'), agree, { i: terms(person) })).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect(await rowsOf(person)).toEqual([]);
  });

  it('show a duty as fulfilled, once, and only while the agreement counts', async () => {
    const person = neighbours.person();
    const { agreement } = await agreeing(terms(person));
    const dutyId = agreement.duties[0].id;
    expect((await fulfilling({ dutyId, on: '2025-05-02' })).problems).toEqual([{ code: 'INVALID', field: 'on' }]);
    const answers = await Promise.all(Array.from({ length: 5 }, () => fulfilling({ dutyId, on: '2025-05-20' })));
    expect(answers.map(({ problems }) => problems[0]?.code ?? 'done').sort()).toEqual([
      ...Array.from({ length: 4 }, () => 'WRONG_STATE'),
      'done',
    ]);
    expect(answers.find(({ problems }) => !problems.length)?.agreement.duties).toEqual([
      { text: 'Reģistrēties NVA', fulfilledOn: '2025-05-20' },
    ]);
    const next = await agreeing(terms(person, { agreedOn: '2025-07-01', duties: [{ text: 'Kursi', domain: 'SOCIAL_WORK' }] }));
    await agreeing(terms(person, { agreedOn: '2025-08-01', duties: [{ text: 'Citi kursi', domain: 'SOCIAL_WORK' }] }));
    expect((await fulfilling({ dutyId: next.agreement.duties[0].id, on: '2025-08-02' })).problems).toMatchObject([{ code: 'WRONG_STATE' }]);
    expect((await fulfilling({ dutyId: 'x', on: '2025-08-02' })).problems).toMatchObject([{ code: 'NOT_FOUND', field: 'dutyId' }]);
  });
});
