import { newId } from '@atbalsts/database';
import { staff, type TestSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bauska, daugavpils, Neighbours, townWith } from './town.js';

const view =
  'serviceRequest { id number state outcome dueOn version reasons from until decidedOn proposedBy { id } confirmedBy { id } needs { score level assessedBy { id } } serviceType { code } person { id } }';
const problems = 'problems { code field message(language: EN) }';
const request = `mutation($i: RequestServiceInput!) { requestService(input: $i) { ${view} ${problems} } }`;
const assess = `mutation($i: AssessNeedsInput!) { assessNeeds(input: $i) { ${view} ${problems} } }`;
const decide = `mutation($i: DecideServiceInput!) { decideService(input: $i) { ${view} ${problems} } }`;
const survey = `mutation($i: AnswerSurveyInput!) { answerSurvey(input: $i) { surveyAnswer { score comment answeredOn } ${problems} } }`;
const queue = 'query($s: ID!) { waitingList(serviceType: $s) { position urgency since request { id person { id } state } } }';

describe('a request for a service', () => {
  const neighbours = new Neighbours();
  const [kristine, ilze, andris] = [newId(), newId(), newId()];
  const first = staff('social-worker', { employee: kristine, subject: 'kristine' });
  const second = staff('head-of-services', { employee: ilze, subject: 'ilze' });
  const third = staff('director', { employee: andris, subject: 'andris' });
  let town: TestSubgraph;

  const requesting = async (input: object, who = first) => (await town.ask(who, request, { i: input })).data.requestService;
  const assessing = async (input: object, who = first) => (await town.ask(who, assess, { i: input })).data.assessNeeds;
  const deciding = async (input: object, who = first) => (await town.ask(who, decide, { i: input })).data.decideService;
  const answering = async (input: object, who = first) => (await town.ask(who, survey, { i: input })).data.answerSurvey;

  const requested = async (serviceType = 'home-care', person = neighbours.person()) => {
    const { serviceRequest } = await requesting({ personId: person, serviceType, requestedOn: '2026-11-02' });
    return { person, requestId: serviceRequest.id as string };
  };
  const assessed = async (level = 2, serviceType?: string) => {
    const made = await requested(serviceType);
    await assessing({ requestId: made.requestId, version: 1, on: '2026-11-05', score: 40, level, findings: 'Palīdzība mājās' });
    return { ...made, version: 2 };
  };
  const decided = async (outcome: string, level = 2, serviceType?: string) => {
    const made = await assessed(level, serviceType);
    const terms = { requestId: made.requestId, outcome, reasons: 'Pamatojums' };
    await deciding({ ...terms, version: 2 });
    const { serviceRequest } = await deciding({ ...terms, version: 3 }, second);
    expect(serviceRequest).toMatchObject({ version: 4, outcome });
    return made;
  };

  beforeAll(async () => {
    town = await townWith(neighbours);
  });
  afterAll(() => town?.drop());

  it('is recorded with a month to decide it, assessed, proposed by one and granted by another', async () => {
    const person = neighbours.person();
    const made = await requesting({ personId: person, serviceType: 'home-care', requestedOn: '2026-10-31' }, staff('assistance-organiser'));
    expect(made).toMatchObject({
      serviceRequest: {
        number: expect.stringMatching(/^PK-\d{6}$/),
        state: 'SUBMITTED',
        outcome: null,
        dueOn: '2026-11-30',
        version: 1,
        person: { id: person },
        serviceType: { code: 'home-care' },
      },
      problems: [],
    });
    const requestId = made.serviceRequest.id;
    const card = await assessing({ requestId, version: 1, on: '2026-11-05', score: 40, level: 2, findings: 'Palīdzība mājās' });
    expect(card.serviceRequest).toMatchObject({
      state: 'ASSESSED',
      version: 2,
      needs: { score: 40, level: 2, assessedBy: { id: kristine } },
    });
    const proposal = await deciding({ requestId, version: 2, outcome: 'GRANT', from: '2026-12-01', until: '2027-06-01' });
    expect(proposal.serviceRequest).toMatchObject({
      state: 'PROPOSED',
      outcome: 'GRANT',
      proposedBy: { id: kristine },
      confirmedBy: null,
      decidedOn: null,
      version: 3,
    });
    const grant = await deciding({ requestId, version: 3, outcome: 'GRANT' }, second);
    expect(grant).toMatchObject({
      serviceRequest: {
        state: 'GRANTED',
        from: '2026-12-01',
        until: '2027-06-01',
        decidedOn: '2026-11-22',
        proposedBy: { id: kristine },
        confirmedBy: { id: ilze },
        version: 4,
      },
      problems: [],
    });
    expect(await town.sql('select action, subject, fields from audit_entry where person_id = $1 order by id', [person])).toEqual([
      { action: 'request.create', subject: 'test-assistance-organiser', fields: ['requestedOn', 'serviceType'] },
      { action: 'needs.assess', subject: 'kristine', fields: ['needs', 'state'] },
      { action: 'service.decide', subject: 'kristine', fields: ['from', 'outcome', 'proposedBy', 'reasons', 'state', 'until'] },
      { action: 'service.decide', subject: 'ilze', fields: ['confirmedBy', 'decidedOn', 'outcome', 'state'] },
    ]);
  });

  it('is for who is declared in the town, but for a shelter and a crisis', async () => {
    const ask = async (residence: string | null, serviceType: string) =>
      (await requesting({ personId: neighbours.person(daugavpils, null, residence), serviceType, requestedOn: '2026-11-02' })).problems;
    for (const residence of [null, bauska]) {
      expect(await ask(residence, 'home-care')).toMatchObject([{ code: 'INVALID', field: 'personId' }]);
      for (const service of ['shelter', 'night-shelter', 'crisis-centre', 'child-crisis-centre'])
        expect(await ask(residence, service)).toEqual([]);
    }
    expect(await ask(daugavpils, 'no-such-service')).toMatchObject([{ code: 'NOT_FOUND', field: 'serviceType' }]);
    const foreign = { personId: neighbours.person(bauska), serviceType: 'home-care', requestedOn: '2026-11-23' };
    expect((await requesting(foreign)).problems).toMatchObject([
      { code: 'INVALID', field: 'requestedOn' },
      { code: 'NOT_FOUND', field: 'personId' },
    ]);
    neighbours.registryIsDown = true;
    expect((await requesting({ ...foreign, personId: neighbours.person() })).problems).toMatchObject([{ code: 'UNAVAILABLE' }]);
    neighbours.registryIsDown = false;
  });

  it('is one, however often it is made while undecided; another comes after the decision', async () => {
    const person = neighbours.person();
    const input = { personId: person, serviceType: 'social-taxi', requestedOn: '2026-11-02' };
    const answers = await Promise.all(Array.from({ length: 10 }, () => requesting(input)));
    expect(answers.filter((answer) => !answer.problems.length)).toHaveLength(1);
    expect(new Set(answers.map((answer) => answer.serviceRequest.id)).size).toBe(1);
    expect(answers.flatMap((answer) => answer.problems.map((p: { code: string }) => p.code))).toEqual(
      Array.from({ length: 9 }, () => 'DUPLICATE'),
    );
    expect((await requesting({ ...input, serviceType: 'home-care' })).problems).toEqual([]);
    const refused = await decided('REFUSE');
    const again = { personId: refused.person, serviceType: 'home-care', requestedOn: '2026-11-20' };
    expect((await requesting(again)).problems).toEqual([]);
  });

  it('is assessed once, by the rules, at the version that was read', async () => {
    const { requestId } = await requested();
    const card = { requestId, version: 1, on: '2026-11-05', score: 40, level: 2, findings: 'Palīdzība mājās' };
    expect((await assessing({ ...card, on: '2026-11-01', score: -1, level: 5, findings: ' ' })).problems).toMatchObject([
      { code: 'INVALID', field: 'on' },
      { code: 'INVALID', field: 'score' },
      { code: 'INVALID', field: 'level' },
      { code: 'INVALID', field: 'findings' },
    ]);
    expect((await assessing({ ...card, version: 7 })).problems).toMatchObject([{ code: 'STALE', field: 'version' }]);
    const answers = await Promise.all([assessing(card), assessing(card), assessing(card)]);
    expect(answers.map((answer) => answer.problems[0]?.code ?? 'done').sort()).toEqual(['STALE', 'STALE', 'done']);
    expect((await assessing({ ...card, version: 2 })).problems).toMatchObject([{ code: 'WRONG_STATE' }]);
    const elsewhere = staff('social-worker', { municipality: bauska });
    expect((await assessing(card, elsewhere)).problems).toMatchObject([{ code: 'NOT_FOUND', field: 'requestId' }]);
  });

  it('is never decided by one person, whatever the role, and by one of two who confirm at once', async () => {
    const { requestId } = await assessed();
    const grant = { requestId, outcome: 'GRANT' };
    await deciding({ ...grant, version: 2 });
    const otherRole = staff('director', { employee: kristine, subject: 'kristine-as-director' });
    for (const who of [first, otherRole]) {
      for (const outcome of ['GRANT', 'WAIT', 'REFUSE'])
        expect((await deciding({ ...grant, outcome, reasons: 'x', version: 3 }, who)).problems).toMatchObject([{ code: 'FOUR_EYES' }]);
    }
    const both = await Promise.all([deciding({ ...grant, version: 3 }, second), deciding({ ...grant, version: 3 }, third)]);
    expect(both.map((answer) => answer.problems[0]?.code ?? 'done').sort()).toEqual(['STALE', 'done']);
    expect((await deciding({ ...grant, version: 4 }, third)).problems).toMatchObject([{ code: 'WRONG_STATE' }]);
    const forged = town.sql(`update service_request set confirmed_by = proposed_by where id = $1`, [requestId]);
    await expect(forged).rejects.toThrow(/service_request_four_eyes/);
  });

  it('is not blocked by two who disagree: what the second wants stands, for another to confirm', async () => {
    const { requestId } = await assessed();
    await deciding({ requestId, version: 2, outcome: 'GRANT' });
    const counter = await deciding({ requestId, version: 3, outcome: 'REFUSE', reasons: 'Palīdz apgādnieks' }, second);
    expect(counter.serviceRequest).toMatchObject({
      state: 'PROPOSED',
      outcome: 'REFUSE',
      proposedBy: { id: ilze },
      from: null,
      decidedOn: null,
    });
    expect((await deciding({ requestId, version: 4, outcome: 'REFUSE' }, second)).problems).toMatchObject([{ code: 'FOUR_EYES' }]);
    const refusal = await deciding({ requestId, version: 4, outcome: 'REFUSE' }, first);
    expect(refusal.serviceRequest).toMatchObject({
      state: 'REFUSED',
      reasons: 'Palīdz apgādnieks',
      proposedBy: { id: ilze },
      confirmedBy: { id: kristine },
    });
  });

  it('is not decided before it is assessed, nor refused without reasons', async () => {
    const { requestId: early } = await requested();
    expect((await deciding({ requestId: early, version: 1, outcome: 'GRANT' })).problems).toMatchObject([{ code: 'WRONG_STATE' }]);
    const { requestId } = await assessed();
    expect((await deciding({ requestId, version: 2, outcome: 'REFUSE' })).problems).toMatchObject([{ code: 'INVALID', field: 'reasons' }]);
    expect((await deciding({ requestId, version: 2, outcome: 'GRANT', from: '2026-12-01', until: '2026-12-01' })).problems).toMatchObject([
      { code: 'INVALID', field: 'until' },
    ]);
    const { errors } = await town.ask(staff('facility-manager'), decide, { i: { requestId, version: 2, outcome: 'GRANT' } });
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  it('waits by the level of care, and leaves the list with the grant; the timeline tells of both', async () => {
    const later = await decided('WAIT', 2, 'respite-care');
    const sooner = await decided('WAIT', 4, 'respite-care');
    const listed = async () => (await town.ask(first, queue, { s: 'respite-care' })).data.waitingList;
    expect(await listed()).toEqual([
      { position: 1, urgency: 1, since: '2026-11-22', request: { id: sooner.requestId, person: { id: sooner.person }, state: 'WAITING' } },
      { position: 2, urgency: 3, since: '2026-11-22', request: { id: later.requestId, person: { id: later.person }, state: 'WAITING' } },
    ]);
    const { requestId } = sooner;
    expect((await deciding({ requestId, version: 4, outcome: 'WAIT' }, third)).problems).toMatchObject([{ code: 'WRONG_STATE' }]);
    await deciding({ requestId, version: 4, outcome: 'GRANT' });
    expect((await listed()).map((entry: { request: { state: string } }) => entry.request.state)).toEqual(['PROPOSED', 'WAITING']);
    await deciding({ requestId, version: 5, outcome: 'GRANT' }, third);
    expect(await listed()).toMatchObject([{ position: 1, request: { id: later.requestId } }]);
    const told =
      'query($r: [_Any!]!) { _entities(representations: $r) { ... on Person { timeline { totalCount nodes { kind title(language: EN) } } } } }';
    const { data } = await town.ask(first, told, { r: [{ __typename: 'Person', id: sooner.person }] });
    expect(data._entities[0].timeline.nodes.map((node: { title: string }) => node.title).sort()).toEqual([
      expect.stringMatching(/^Decision on a service PK-\d+: .*, granted$/),
      expect.stringMatching(/^Decision on a service PK-\d+: .*, waiting list$/),
      expect.stringMatching(/^Service requested PK-\d+: /),
    ]);
  });

  it('once granted is shown to the facilities that give a place by it', async () => {
    const { requestId, person } = await decided('GRANT', 3, 'shelter');
    const query = 'query($id: ID!) { serviceRequest(id: $id) { state person { id } serviceType { code } } }';
    const granted = { serviceRequest: { state: 'GRANTED', person: { id: person }, serviceType: { code: 'shelter' } } };
    for (const role of ['facility-manager', 'carer'] as const)
      expect(await town.ask(staff(role), query, { id: requestId })).toEqual({ data: granted });
    expect((await town.ask(staff('facility-manager', { municipality: bauska }), query, { id: requestId })).data).toEqual({
      serviceRequest: null,
    });
  });

  it('is followed by one answer to the survey, of a service that was given', async () => {
    const { requestId, person } = await decided('GRANT');
    expect((await answering({ requestId, score: 6 })).problems).toMatchObject([{ code: 'INVALID', field: 'score' }]);
    const answers = await Promise.all(Array.from({ length: 5 }, () => answering({ requestId, score: 5, comment: ' Paldies ' })));
    expect(answers.map((answer) => answer.surveyAnswer)).toEqual(
      Array.from({ length: 5 }, () => ({ score: 5, comment: 'Paldies', answeredOn: '2026-11-22' })),
    );
    expect(answers.map((answer) => answer.problems[0]?.code ?? 'done').sort()).toEqual([
      ...Array.from({ length: 4 }, () => 'DUPLICATE'),
      'done',
    ]);
    expect(await town.sql(`select 1 from audit_entry where person_id = $1 and action = 'survey.answer'`, [person])).toHaveLength(1);
    const { requestId: refused } = await decided('REFUSE');
    expect((await answering({ requestId: refused, score: 1 })).problems).toMatchObject([{ code: 'WRONG_STATE' }]);
    expect((await answering({ requestId: 'x', score: 1 })).problems).toMatchObject([{ code: 'NOT_FOUND' }]);
  });
});
