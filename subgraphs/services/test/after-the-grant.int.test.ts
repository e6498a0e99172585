import { newId } from '@atbalsts/database';
import { staff, type TestSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bauska, Neighbours, put, townWith } from './town.js';

const problems = 'problems { code field message(language: EN) }';
const view =
  'serviceRequest { state version reviewOn until endedOn endReason endNote endedBy { id } agreement { number agreedOn terms state madeBy { id } } agreements { state endedOn } carePlan { goal state tasks { text timesAWeek minutes byWhom employee { id } from until } week { monday times minutes tasks { text } } } carePlans { state } reviews { on outcome nextOn findings reviewedBy { id } } }';
const agree = `mutation($i: MakeServiceAgreementInput!) { makeServiceAgreement(input: $i) { ${view} ${problems} } }`;
const plan = `mutation($i: MakeCarePlanInput!) { makeCarePlan(input: $i) { ${view} ${problems} } }`;
const review = `mutation($i: ReviewServiceInput!) { reviewService(input: $i) { ${view} ${problems} } }`;
const end = `mutation($i: EndServiceInput!) { endService(input: $i) { ${view} ${problems} } }`;
const codes = (answer: { problems: { code: string; field: string | null }[] }) =>
  answer.problems.map(({ code, field }) => `${code} ${field}`);

describe('after the grant of a service', () => {
  const neighbours = new Neighbours();
  const kristine = newId();
  const worker = staff('social-worker', { employee: kristine, subject: 'kristine' });
  let town: TestSubgraph;

  const granted = (change: object = {}) =>
    put(town, 'service_request', {
      person_id: newId(),
      service_type: 'home-care',
      requested_on: '2026-09-01',
      due_on: '2026-10-01',
      state: 'GRANTED',
      outcome: 'GRANT',
      proposed_by: newId(),
      confirmed_by: newId(),
      decided_on: '2026-09-20',
      from_date: '2026-10-01',
      until_date: '2027-10-01',
      ...change,
    });
  const ask = async (query: string, name: string, input: object, who = worker) => (await town.ask(who, query, { i: input })).data[name];
  const agreeing = (input: object, who = worker) => ask(agree, 'makeServiceAgreement', input, who);
  const planning = (input: object, who = worker) => ask(plan, 'makeCarePlan', input, who);
  const reviewing = (input: object, who = worker) => ask(review, 'reviewService', input, who);
  const ending = (input: object, who = worker) => ask(end, 'endService', input, who);

  const terms = (requestId: string, change: object = {}) => ({
    requestId,
    version: 1,
    agreedOn: '2026-09-28',
    terms: 'Aprūpe trīs reizes nedēļā',
    ...change,
  });
  const task = { text: 'Mazgāšana', timesAWeek: 3, minutes: 45, byWhom: 'Meita', from: '2026-10-01' };
  const tasks = (requestId: string, change: object = {}) => ({ requestId, version: 1, goal: 'Dzīvot mājās', tasks: [task], ...change });
  const looked = (requestId: string, change: object = {}) => ({
    requestId,
    version: 1,
    on: '2026-11-20',
    findings: 'Der',
    outcome: 'GOES_ON',
    ...change,
  });

  beforeAll(async () => {
    town = await townWith(neighbours);
  });
  afterAll(() => town?.drop());

  it('an agreement is made, a plan by week, reviews with the next day, and an end with a reason that ends them all', async () => {
    const requestId = await granted();
    const carer = neighbours.employee();
    const agreed = await agreeing(terms(requestId));
    expect(agreed.serviceRequest).toMatchObject({
      version: 2,
      reviewOn: '2027-03-28',
      agreement: { number: expect.stringMatching(/^PL-\d{6}$/), agreedOn: '2026-09-28', state: 'ACTIVE', madeBy: { id: kristine } },
    });
    const whole = [
      { text: 'Ēst gatavošana', timesAWeek: 7, minutes: 30, employeeId: carer, from: '2026-11-18', until: '2026-12-01' },
      task,
    ];
    const planned = await planning(tasks(requestId, { version: 2, tasks: whole }));
    expect(planned.serviceRequest.carePlan).toMatchObject({
      goal: 'Dzīvot mājās',
      tasks: [
        { text: 'Ēst gatavošana', employee: { id: carer }, byWhom: null, until: '2026-12-01' },
        { text: 'Mazgāšana', employee: null, byWhom: 'Meita', until: null },
      ],
      week: { monday: '2026-11-16', times: 10, minutes: 345 },
    });
    const reviewed = await reviewing(looked(requestId, { version: 3, nextOn: '2027-01-15' }));
    expect(reviewed.serviceRequest).toMatchObject({
      reviewOn: '2027-01-15',
      reviews: [{ on: '2026-11-20', outcome: 'GOES_ON', reviewedBy: { id: kristine } }],
    });
    const ended = await ending({ requestId, version: 4, on: '2026-11-22', reason: 'OTHER', note: 'Pārceļas pie meitas' });
    expect(ended.problems).toEqual([]);
    expect(ended.serviceRequest).toMatchObject({
      state: 'ENDED',
      until: '2026-11-22',
      endedOn: '2026-11-22',
      endReason: 'OTHER',
      endNote: 'Pārceļas pie meitas',
      endedBy: { id: kristine },
      agreement: null,
      agreements: [{ state: 'ENDED', endedOn: '2026-11-22' }],
      carePlan: null,
      carePlans: [{ state: 'ENDED' }],
    });
    const [{ person_id: person }] = (await town.sql('select person_id from service_request where id = $1', [requestId])) as [
      { person_id: string },
    ];
    expect(
      (await town.sql(`select action from audit_entry where person_id = $1 order by id`, [person])).map(({ action }) => action),
    ).toEqual(['serviceAgreement.make', 'carePlan.make', 'service.review', 'service.end']);
    const told =
      'query($r: [_Any!]!) { _entities(representations: $r) { ... on Person { timeline { nodes { kind title(language: EN) } } } } }';
    const { data } = await town.ask(worker, told, { r: [{ __typename: 'Person', id: person }] });
    expect(data._entities[0].timeline.nodes.map(({ kind }: { kind: string }) => kind)).toEqual([
      'SERVICE_ENDED',
      'CARE_PLAN_MADE',
      'SERVICE_REVIEWED',
      'SERVICE_AGREED',
      'SERVICE_DECIDED',
      'SERVICE_REQUESTED',
    ]);
  });

  it('one agreement and one plan count, whoever makes them at once', async () => {
    const requestId = await granted();
    for (const [name, doing, input] of [
      ['agreement', agreeing, terms(requestId)],
      ['care_plan', planning, tasks(requestId, { version: 2 })],
    ] as const) {
      const answers = await Promise.all(Array.from({ length: 20 }, () => doing(input)));
      expect([name, answers.filter((answer) => !answer.problems.length).length]).toEqual([name, 1]);
      expect(new Set(answers.flatMap(codes))).toEqual(new Set(['STALE version']));
    }
    const later = await agreeing(terms(requestId, { version: 3, agreedOn: '2026-11-01' }));
    expect(later.serviceRequest.agreements.map(({ state }: { state: string }) => state)).toEqual(['ACTIVE', 'REPLACED']);
    const second = await planning(tasks(requestId, { version: 4, goal: 'Cits mērķis' }));
    expect(second.serviceRequest).toMatchObject({
      carePlan: { goal: 'Cits mērķis' },
      carePlans: [{ state: 'ACTIVE' }, { state: 'REPLACED' }],
    });
    const forged = town.sql(`update service_agreement set state = 'ACTIVE', ended_on = null where request_id = $1`, [requestId]);
    await expect(forged).rejects.toThrow(/service_agreement_one_active/);
  });

  it('a service may end before its first day, or before anything was given, but not before a delivery', async () => {
    const ahead = await granted({ from_date: '2026-12-01' });
    expect((await ending({ requestId: ahead, version: 1, on: '2026-12-01', reason: 'OWN_WISH' })).serviceRequest).toMatchObject({
      state: 'ENDED',
      until: '2026-12-01',
    });
    const delivered = await granted();
    await put(town, 'delivery', { request_id: delivered, key: newId(), on_date: '2026-11-10', units: 1, unit: 'HOUR', recorded_by: 'x' });
    const input = { requestId: delivered, version: 1, reason: 'MOVED' };
    expect(codes(await ending({ ...input, on: '2026-11-10' }))).toEqual(['INVALID on']);
    expect(codes(await ending({ ...input, on: '2026-11-11' }))).toEqual([]);
    expect(codes(await ending({ ...input, version: 2, on: '2026-11-11' }))).toEqual(['WRONG_STATE requestId']);
    await expect(
      town.sql(`update service_request set until_date = from_date where id = $1 and state = 'GRANTED'`, [await granted()]),
    ).rejects.toThrow(/service_request_period/);
  });

  it('nothing of it is done without a grant, on an old version, in another town, or by who may not', async () => {
    const waiting = await granted({ state: 'REFUSED', outcome: 'REFUSE', reasons: 'x', from_date: null, until_date: null });
    const requestId = await granted();
    for (const [doing, query, input] of [
      [agreeing, agree, terms],
      [planning, plan, tasks],
      [reviewing, review, looked],
      [ending, end, (id: string, change: object = {}) => ({ requestId: id, version: 1, on: '2026-11-20', reason: 'MOVED', ...change })],
    ] as const) {
      expect(codes(await doing(input(waiting)))).toEqual(['WRONG_STATE requestId']);
      expect(codes(await doing(input(requestId, { version: 9 })))).toEqual(['STALE version']);
      expect(codes(await doing(input(requestId), staff('director', { municipality: bauska })))).toEqual(['NOT_FOUND requestId']);
      for (const role of ['assistance-organiser', 'carer', 'auditor'] as const)
        expect((await town.ask(staff(role), query, { i: input(requestId) })).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
    expect(codes(await agreeing(terms(requestId, { agreedOn: '2026-11-23', terms: ' ' })))).toEqual(['INVALID agreedOn', 'INVALID terms']);
    expect(codes(await agreeing(terms(requestId, { reviewOn: '2027-10-01' })))).toEqual(['INVALID reviewOn']);
    expect(codes(await reviewing(looked(requestId, { on: '2026-09-01', nextOn: '2027-09-02' })))).toEqual(['INVALID on', 'INVALID nextOn']);
    const stranger = { ...task, byWhom: null, employeeId: neighbours.employee(bauska) };
    expect(codes(await planning(tasks(requestId, { tasks: [stranger] })))).toEqual(['NOT_FOUND tasks.0.employeeId']);
    expect(codes(await planning(tasks(requestId, { goal: '', tasks: [{ ...task, from: '2026-09-01' }] })))).toEqual([
      'INVALID goal',
      'INVALID tasks.0.from',
    ]);
    expect((await town.ask(worker, plan, { i: tasks(requestId, { tasks: [] }) })).errors).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });

  it('who may not read the papers is told so', async () => {
    const requestId = await granted();
    const read = (field: string) => `query($id: ID!) { serviceRequest(id: $id) { ${field} } }`;
    const closed = { errors: [{ extensions: { code: 'FORBIDDEN' } }] };
    expect(await town.ask(staff('auditor'), read('carePlan { goal }'), { id: requestId })).toMatchObject(closed);
    expect(await town.ask(staff('carer'), read('agreement { terms }'), { id: requestId })).toMatchObject(closed);
    expect((await town.ask(staff('carer'), read('carePlan { goal }'), { id: requestId })).errors).toBeUndefined();
    expect((await town.ask(staff('facility-manager'), read('agreement { terms }'), { id: requestId })).errors).toBeUndefined();
  });
});
