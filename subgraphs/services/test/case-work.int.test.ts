import { newId } from '@atbalsts/database';
import { staff, type TestSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bauska, Neighbours, put, townWith } from './town.js';

const view = 'socialCase { id version closedOn responsible { id } goals { id outcome } handovers { on reason from { id } to { id } } }';
const close = `mutation($i: CloseCaseInput!) { closeCase(input: $i) { ${view} problems { code field message(language: EN) } } }`;
const handOver = `mutation($i: HandOverCaseInput!) { handOverCase(input: $i) { ${view} problems { code field message } } }`;
const addGoal = `mutation($i: AddCaseGoalInput!) { addCaseGoal(input: $i) { ${view} problems { code field } } }`;
const note = 'mutation($i: AddCaseNoteInput!) { addCaseNote(input: $i) { caseNote { id text at author { id } } problems { code field } } }';

describe('work on a case', () => {
  const neighbours = new Neighbours();
  const kristine = neighbours.employee();
  const worker = staff('social-worker', { employee: kristine });
  const stranger = staff('social-worker', { municipality: bauska });
  let town: TestSubgraph;

  const opened = async (change: object = {}) => {
    const person = neighbours.person();
    const row = { person_id: person, target_group: 'ADULT', risk: 'NONE', responsible_id: kristine, opened_on: '2026-01-10' };
    const caseId = await put(town, 'social_case', { ...row, ...change });
    const goals = [await put(town, 'case_goal', { case_id: caseId, place: 1, text: 'Atrast darbu' })];
    goals.push(await put(town, 'case_goal', { case_id: caseId, place: 2, text: 'Sakārtot dokumentus' }));
    return { person, caseId, goals };
  };
  const outcomes = (goals: string[]) => goals.map((goalId, at) => ({ goalId, outcome: at ? 'PARTLY' : 'ACHIEVED' }));
  const closing = async (input: object, who = worker) => (await town.ask(who, close, { i: input })).data.closeCase;
  const handing = async (input: object, who = worker) => (await town.ask(who, handOver, { i: input })).data.handOverCase;
  const adding = async (input: object, who = worker) => (await town.ask(who, addGoal, { i: input })).data.addCaseGoal;
  const noting = async (input: object, who = worker) => (await town.ask(who, note, { i: input })).data.addCaseNote;

  beforeAll(async () => {
    town = await townWith(neighbours);
  });
  afterAll(() => town?.drop());

  it('adds a goal while the work goes on: once, after those that are there, and it is closed with the others', async () => {
    const { person, caseId, goals } = await opened();
    const goal = { text: ' Atgūt vadītāja apliecību ', activities: ['Pieteikties eksāmenam'], dueOn: '2026-12-31' };
    const answers = await Promise.all(Array.from({ length: 20 }, () => adding({ caseId, goal })));
    expect(answers.filter(({ problems }) => problems.length === 0)).toHaveLength(1);
    const refused = answers.filter(({ problems }) => problems[0]?.code === 'DUPLICATE');
    expect(refused).toHaveLength(19);
    expect(refused[0].socialCase).toMatchObject({ id: caseId });
    expect((await adding({ caseId, goal: { text: 'Atrast dzīvesvietu' } })).socialCase.goals).toHaveLength(4);
    const known = await town.sql<{ id: string; place: number; text: string }>(
      'select id, place, text from case_goal where case_id = $1 order by place',
      [caseId],
    );
    expect(known.map(({ place, text }) => [place, text])).toEqual([
      [1, 'Atrast darbu'],
      [2, 'Sakārtot dokumentus'],
      [3, 'Atgūt vadītāja apliecību'],
      [4, 'Atrast dzīvesvietu'],
    ]);
    expect((await town.sql('select object, fields from audit_entry where person_id = $1 order by at', [person]))[0]).toEqual({
      object: `case-goal:${known[2]?.id}`,
      fields: ['activities', 'dueOn', 'text'],
    });
    const tooFew = await closing({ caseId, version: 1, closedOn: '2026-11-20', outcomes: outcomes(goals) });
    expect(tooFew).toMatchObject({ socialCase: null, problems: [{ code: 'INVALID' }] });
    const done = await closing({ caseId, version: 1, closedOn: '2026-11-20', outcomes: outcomes(known.map(({ id }) => id)) });
    expect(done.problems).toEqual([]);
    expect(await adding({ caseId, goal: { text: 'Par vēlu' } })).toMatchObject({ socialCase: null, problems: [{ code: 'WRONG_STATE' }] });
  });

  it('adds no goal that is empty, due before the opening or one too many, and none to a case of another town', async () => {
    const { caseId } = await opened();
    for (const [goal, field] of [
      [{ text: ' ' }, 'goal.text'],
      [{ text: 'x', activities: [''] }, 'goal.activities'],
      [{ text: 'x', dueOn: '2026-01-09' }, 'goal.dueOn'],
    ] as const)
      expect(await adding({ caseId, goal })).toMatchObject({ socialCase: null, problems: [{ code: 'INVALID', field }] });
    for (let place = 3; place <= 50; place++) await put(town, 'case_goal', { case_id: caseId, place, text: `Mērķis ${place}` });
    expect(await adding({ caseId, goal: { text: 'Piecdesmit pirmais' } })).toMatchObject({
      problems: [{ code: 'INVALID', field: 'goal' }],
    });
    expect(await adding({ caseId, goal: { text: 'x' } }, stranger)).toMatchObject({ problems: [{ code: 'NOT_FOUND', field: 'caseId' }] });
    expect((await town.ask(staff('finance'), addGoal, { i: { caseId, goal: { text: 'x' } } })).errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN' } },
    ]);
    expect(await town.sql('select 1 from case_goal where case_id = $1', [caseId])).toHaveLength(50);
  });

  it('closes it with what came of each goal, and leaves an audit entry', async () => {
    const { person, caseId, goals } = await opened();
    const { socialCase, problems } = await closing({ caseId, version: 1, closedOn: '2026-11-20', outcomes: outcomes(goals) });
    expect(problems).toEqual([]);
    expect(socialCase).toMatchObject({
      closedOn: '2026-11-20',
      version: 2,
      goals: [
        { id: goals[0], outcome: 'ACHIEVED' },
        { id: goals[1], outcome: 'PARTLY' },
      ],
    });
    expect(await town.sql('select action, object, fields from audit_entry where person_id = $1', [person])).toEqual([
      { action: 'case.close', object: `case:${caseId}`, fields: ['closedOn', 'outcomes'] },
    ]);
  });

  it('does not close it with a goal missing, twice or foreign, nor before its opening, nor in the future, and writes nothing', async () => {
    const { person, caseId, goals } = await opened();
    const foreign = await opened();
    const wrong = [
      { closedOn: '2026-11-20', outcomes: outcomes(goals.slice(0, 1)) },
      { closedOn: '2026-11-20', outcomes: outcomes([...goals, goals[0] as string]) },
      { closedOn: '2026-11-20', outcomes: outcomes([...goals, foreign.goals[0] as string]) },
      { closedOn: '2026-01-09', outcomes: outcomes(goals) },
      { closedOn: '2026-11-23', outcomes: outcomes(goals) },
    ];
    const refused = await Promise.all(wrong.map((input) => closing({ caseId, version: 1, ...input })));
    expect(refused.map(({ socialCase, problems }) => [socialCase, problems.map((p: { field: string }) => p.field)])).toEqual([
      [null, ['outcomes']],
      [null, ['outcomes.2.goalId']],
      [null, ['outcomes.2.goalId']],
      [null, ['closedOn']],
      [null, ['closedOn']],
    ]);
    expect(await town.sql('select 1 from case_goal where case_id = $1 and outcome is not null', [caseId])).toEqual([]);
    expect(await town.sql('select 1 from audit_entry where person_id = $1', [person])).toEqual([]);
  });

  it('closes once, however many close it at once; a closed one takes no change any more', async () => {
    const { caseId, goals } = await opened();
    const input = { caseId, version: 1, closedOn: '2026-11-20', outcomes: outcomes(goals) };
    const answers = await Promise.all(Array.from({ length: 10 }, () => closing(input)));
    const codes = answers.map(({ problems }) => problems[0]?.code ?? 'done').sort();
    expect(codes).toEqual([...Array.from({ length: 9 }, () => 'STALE'), 'done']);
    const late = { caseId, version: 2, responsibleId: neighbours.employee(), on: '2026-11-21', reason: 'Slimība' };
    expect((await closing({ ...input, version: 2 })).problems).toMatchObject([{ code: 'WRONG_STATE' }]);
    expect((await handing(late)).problems).toMatchObject([{ code: 'WRONG_STATE' }]);
    expect((await noting({ caseId, text: 'Vēl kaut kas' })).problems).toMatchObject([{ code: 'WRONG_STATE' }]);
  });

  it('signs a note by who wrote it, whoever has the case', async () => {
    const { person, caseId } = await opened();
    const ilze = neighbours.employee();
    const first = await noting({ caseId, text: '  Noslēpums ' });
    expect(first).toEqual({
      caseNote: { id: expect.any(String), text: 'Noslēpums', at: expect.stringMatching(/Z$/), author: { id: kristine } },
      problems: [],
    });
    await handing({ caseId, version: 1, responsibleId: ilze, on: '2026-11-01', reason: 'Cita teritorija' });
    await noting({ caseId, text: 'Turpinu' }, staff('senior-social-worker', { employee: ilze }));
    const { data } = await town.ask(worker, 'query($id: ID!) { socialCase(id: $id) { notes { nodes { text author { id } } } } }', {
      id: caseId,
    });
    expect(data.socialCase.notes.nodes).toEqual([
      { text: 'Turpinu', author: { id: ilze } },
      { text: 'Noslēpums', author: { id: kristine } },
    ]);
    const entries = await town.sql<{ action: string; fields: string[] }>(
      `select action, fields from audit_entry where person_id = $1 and action not like '%.read'`,
      [person],
    );
    expect(JSON.stringify(entries)).not.toContain('Noslēpums');
    expect(entries).toHaveLength(3);
    expect((await noting({ caseId, text: ' \n ' })).problems).toEqual([{ code: 'INVALID', field: 'text' }]);
  });

  it('hands it over and forgets nobody; caseload, care team and timeline follow', async () => {
    const { person, caseId } = await opened();
    const [ilze, andris] = [neighbours.employee(), neighbours.employee()];
    expect(await handing({ caseId, version: 1, responsibleId: ilze, on: '2026-03-01', reason: 'Cita teritorija' })).toMatchObject({
      socialCase: { responsible: { id: ilze }, version: 2 },
      problems: [],
    });
    const { socialCase } = await handing({ caseId, version: 2, responsibleId: andris, on: '2026-06-01', reason: 'Atvaļinājums' });
    expect(socialCase.handovers).toEqual([
      { on: '2026-06-01', reason: 'Atvaļinājums', from: { id: ilze }, to: { id: andris } },
      { on: '2026-03-01', reason: 'Cita teritorija', from: { id: kristine }, to: { id: ilze } },
    ]);
    const query =
      'query($r: [_Any!]!) { _entities(representations: $r) { ... on Person { careTeam { employee { id } } timeline { nodes { at kind } } } ... on Employee { caseload { open } } } }';
    const representations = [
      { __typename: 'Person', id: person },
      { __typename: 'Employee', id: ilze },
      { __typename: 'Employee', id: andris },
    ];
    expect((await town.ask(worker, query, { r: representations })).data._entities).toEqual([
      {
        careTeam: [{ employee: { id: andris } }],
        timeline: {
          nodes: [
            { at: '2026-06-01', kind: 'CASE_HANDED_OVER' },
            { at: '2026-03-01', kind: 'CASE_HANDED_OVER' },
            { at: '2026-01-10', kind: 'CASE_OPENED' },
          ],
        },
      },
      { caseload: { open: 0 } },
      { caseload: { open: 1 } },
    ]);
  });

  it('does not hand it over to nobody, to the same employee, without a reason, or before the last handover', async () => {
    const { caseId } = await opened();
    const ilze = neighbours.employee();
    const right = { caseId, version: 1, responsibleId: ilze, on: '2026-03-01', reason: 'Cita teritorija' };
    expect((await handing({ ...right, responsibleId: neighbours.employee(bauska) })).problems).toMatchObject([
      { code: 'NOT_FOUND', field: 'responsibleId' },
    ]);
    expect((await handing({ ...right, responsibleId: kristine, on: '2026-11-23', reason: '' })).problems).toMatchObject([
      { code: 'INVALID', field: 'on' },
      { code: 'INVALID', field: 'reason' },
      { code: 'INVALID', field: 'responsibleId' },
    ]);
    await handing(right);
    expect((await handing(right)).problems).toMatchObject([{ code: 'STALE' }]);
    const back = { ...right, version: 2, responsibleId: kristine, on: '2026-02-28' };
    expect((await handing(back)).problems).toMatchObject([{ code: 'INVALID', field: 'on' }]);
  });

  it('is nobody’s of another town or role, whatever is written for an id', async () => {
    const { caseId, goals } = await opened();
    for (const [id, who] of [
      [caseId, stranger],
      [newId(), worker],
      ["' or 1=1 --", worker],
    ] as const) {
      const input = { caseId: id, version: 1, closedOn: '2026-11-20', outcomes: outcomes(goals) };
      expect((await closing(input, who)).problems).toMatchObject([{ code: 'NOT_FOUND', field: 'caseId' }]);
      expect((await noting({ caseId: id, text: 'x' }, who)).problems).toMatchObject([{ code: 'NOT_FOUND', field: 'caseId' }]);
    }
    for (const role of ['assistance-organiser', 'facility-manager', 'auditor'] as const) {
      const { errors } = await town.ask(staff(role), note, { i: { caseId, text: 'x' } });
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
  });
});
