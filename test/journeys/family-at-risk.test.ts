import { withClient } from '@atbalsts/database';
import { assessmentForms } from '@atbalsts/reference';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demoDay, type Federation, federation } from '../support/federation.js';
import { Town, tally } from './town.js';

const marks = (given: Record<string, number>) =>
  assessmentForms
    .filter(({ kind, validUntil }) => kind === 'FAMILY_RISK' && validUntil === null)
    .flatMap(({ areas }) => areas.flatMap(({ criteria }) => criteria.map(({ code }) => ({ criterion: code, points: given[code] ?? 0 }))));

describe('a family at risk, from the first look to the closed case', () => {
  let graph: Federation;
  let town: Town;
  beforeAll(async () => {
    graph = await federation();
    town = new Town(graph);
  }, 240_000);
  afterAll(() => graph?.stop());

  let mother: string;
  let workers: string[] = [];
  let family: { id: string; version: number; goals: { id: string }[] };
  const gives = 'socialCase { id version risk riskDueOn workDueOn goals { id } }';
  const caseload = async (persona: 'social-worker' | 'social-worker-2') =>
    (await town.sees(persona, '{ viewer { employee { caseload { open highRisk norm over } } } }')).viewer.employee.caseload;

  it('a case is opened; social work is due within ten working days, and so is a first look at the risks', async () => {
    workers = [await town.employee('social-worker'), await town.employee('social-worker-2')];
    mother = await town.registers('social-worker', 91, {
      givenName: 'Maija',
      familyName: 'Ezerlauka',
      birthDate: '1993-05-06',
      sex: 'FEMALE',
    });
    const given = {
      personId: mother,
      targetGroup: 'FAMILY_WITH_CHILDREN',
      risk: 'NONE',
      responsibleId: workers[0],
      openedOn: '2026-11-03',
      goals: [{ text: 'Bērni iet skolā', activities: ['Saruna ar skolu', 'Rīta režīms'] }],
    };
    family = (await town.does('social-worker', 'openCase', given, gives)).socialCase;
    expect(family).toMatchObject({ risk: 'NONE', riskDueOn: null, workDueOn: '2026-11-17' });
    const { myDay } = await town.sees('social-worker', '{ myDay { overdue { kind objectId daysLate } } }');
    const mine = myDay.overdue.filter(({ objectId }: { objectId: string }) => objectId === family.id);
    expect(mine).toEqual([
      { kind: 'RISK_ASSESSMENT', objectId: family.id, daysLate: 5 },
      { kind: 'SOCIAL_WORK_START', objectId: family.id, daysLate: 5 },
    ]);
  });

  it('the look gives the level by rule; the case and the caseload follow, and what was late is gone', async () => {
    const before = await caseload('social-worker');
    const look = { caseId: family.id, version: family.version, on: demoDay, findings: 'Vecākais dēls skolā nav bijis mēnesi' };
    const given = { ...look, marks: marks({ neglect: 3, school: 3, income: 2 }) };
    const { socialCase } = await town.does(
      'social-worker',
      'assessRisk',
      given,
      'socialCase { version risk riskDueOn riskAssessments { level score areas { code score } } }',
    );
    expect(socialCase).toMatchObject({ risk: 'HIGH_RISK', riskDueOn: '2027-02-22', riskAssessments: [{ level: 'HIGH_RISK', score: 17 }] });
    expect(await town.refusal('social-worker', 'assessRisk', given)).toBe('STALE');
    expect(await town.forbidden('assistance-organiser', 'assessRisk', given)).toBe('FORBIDDEN');
    expect(await town.refusal('social-worker-bauska', 'assessRisk', given)).toBe('NOT_FOUND');
    expect((await caseload('social-worker')).highRisk).toBe(before.highRisk + 1);
    family.version = socialCase.version;
    const { myDay } = await town.sees('social-worker', '{ myDay { overdue { objectId } } }');
    expect(myDay.overdue.map(({ objectId }: { objectId: string }) => objectId)).not.toContain(family.id);
  });

  it('twenty agreements at once leave one that counts', async () => {
    const agreement = (n: number) => ({
      personId: mother,
      agreedOn: demoDay,
      duties: [{ text: `Pienākums ${n}`, domain: 'SOCIAL_WORK' }],
      partyIds: [workers[0]],
    });
    const answers = await town.atOnce(
      20,
      (n) => (n % 2 ? 'social-worker' : 'social-worker-2'),
      'agreeParticipation',
      agreement,
      'agreement { id }',
    );
    expect(answers.flatMap(({ problems }) => problems)).toEqual([]);
    const { person } = await town.sees('social-worker', 'query($id: ID!) { person(id: $id) { participationAgreement { id state } } }', {
      id: mother,
    });
    expect(person.participationAgreement.state).toBe('ACTIVE');
    const recorded = await withClient(graph.databases.services.superUrl, async (client) =>
      client.query<{ state: string }>('select state from participation_agreement where person_id = $1', [mother]),
    );
    expect(tally(recorded.rows.map(({ state }) => state))).toEqual({ ACTIVE: 1, REPLACED: 19 });
  });

  it('another worker takes it over: notes stay signed by who wrote them', async () => {
    await town.does('social-worker', 'addCaseNote', { caseId: family.id, text: 'Pirmā saruna' });
    const over = { caseId: family.id, version: family.version, responsibleId: workers[1], on: demoDay, reason: 'Cita teritorija' };
    const { socialCase } = await town.does(
      'social-worker',
      'handOverCase',
      over,
      'socialCase { version responsible { name } notes { nodes { author { id } } } handovers { reason } }',
    );
    expect(socialCase).toMatchObject({ notes: { nodes: [{ author: { id: workers[0] } }] }, handovers: [{ reason: 'Cita teritorija' }] });
    family.version = socialCase.version;
    expect((await caseload('social-worker-2')).over).toBe(true);
  });

  it('the case is closed with the outcome of each goal', async () => {
    const close = { caseId: family.id, version: family.version, closedOn: demoDay };
    expect(await town.refusal('social-worker-2', 'closeCase', { ...close, outcomes: [{ goalId: mother, outcome: 'PARTLY' }] })).toBe(
      'INVALID',
    );
    const outcomes = family.goals.map(({ id }) => ({ goalId: id, outcome: 'ACHIEVED' }));
    const { socialCase } = await town.does(
      'social-worker-2',
      'closeCase',
      { ...close, outcomes },
      'socialCase { closedOn riskDueOn goals { outcome } }',
    );
    expect(socialCase).toEqual({ closedOn: demoDay, riskDueOn: null, goals: [{ outcome: 'ACHIEVED' }] });
  });
});
