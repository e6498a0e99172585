import { bauska, daugavpils, staff, type TestSubgraph, testSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { strategy } from '../src/index.js';
import { arranger } from './arrange.js';

const head = staff('head-of-services');
const update = `mutation($i: UpdateTaskInput!) { updateTask(input: $i) { task { code state fromYear untilYear responsible version changes { on state untilYear evidence } } problems { code field message(language: EN) } } }`;

describe('updating a task', () => {
  let town: TestSubgraph;
  let make: ReturnType<typeof arranger>;
  let plan: string;
  let goal: string;
  const newTask = (code: string, change: object = {}) => make.task(plan, goal, code, { ...change });
  const send = async (taskId: string, change: object, who = head) =>
    (await town.ask(who, update, { i: { taskId, version: 1, evidence: 'Akts Nr. 7', ...change } })).data.updateTask;

  beforeAll(async () => {
    town = await testSubgraph(strategy);
    make = arranger(town, daugavpils);
    plan = await make.strategy('Plāns', 2022, 2027);
    goal = await make.goal(plan, 'SM1');
  });
  afterAll(() => town?.drop());

  it('keeps the evidence and leaves an audit entry', async () => {
    const task = await newTask('1');
    expect(await send(task, { state: 'DONE' })).toEqual({
      task: {
        code: '1',
        state: 'DONE',
        fromYear: 2022,
        untilYear: 2027,
        responsible: 'Vadība',
        version: 2,
        changes: [{ on: '2026-11-22', state: 'DONE', untilYear: null, evidence: 'Akts Nr. 7' }],
      },
      problems: [],
    });
    expect(await town.sql('select action, object, subject, fields from audit_entry')).toEqual([
      { action: 'task.update', object: `task:${task}`, subject: 'test-head-of-services', fields: ['evidence', 'state'] },
    ]);
  });

  it('ends a delay by a new term, since LATE follows from the dates and is not entered', async () => {
    const task = await newTask('2', { until_year: 2024 });
    expect(await send(task, { state: 'LATE' })).toMatchObject({ task: null, problems: [{ code: 'INVALID', field: 'state' }] });
    expect(await send(task, { untilYear: 2028, responsible: ' Jauns ' })).toMatchObject({
      task: { state: 'UNDERWAY', untilYear: 2028, responsible: 'Jauns', version: 2 },
    });
  });

  it('refuses an old version, missing evidence and impossible years, and writes nothing', async () => {
    const task = await newTask('3');
    expect(await send(task, { version: 7, state: 'DONE' })).toMatchObject({ task: null, problems: [{ code: 'STALE', field: 'version' }] });
    expect(await send(task, { evidence: ' ' })).toMatchObject({ problems: [{ code: 'INVALID', field: 'evidence' }] });
    expect(await send(task, { fromYear: 2029 })).toMatchObject({ problems: [{ code: 'INVALID', field: 'untilYear' }] });
    expect(await town.sql('select version, typed_state from task where id = $1', [task])).toEqual([{ version: 1, typed_state: null }]);
    expect(await town.sql('select 1 from task_change where task_id = $1', [task])).toEqual([]);
  });

  it('lets one of ten changes from the same version through', async () => {
    const task = await newTask('4');
    const answers = await Promise.all(Array.from({ length: 10 }, (_, n) => send(task, { evidence: `Akts ${n}` })));
    expect(answers.filter(({ problems }) => problems.length === 0)).toHaveLength(1);
    expect(answers.filter(({ problems }) => problems[0]?.code === 'STALE')).toHaveLength(9);
    expect(await town.sql('select count(*)::int as n from task_change where task_id = $1', [task])).toEqual([{ n: 1 }]);
  });

  it('takes a word that is no id for bad input', async () => {
    const { errors } = await town.ask(head, update, { i: { taskId: 'x', version: 1, evidence: 'Akts' } });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: 'taskId' } }]);
    expect((await town.ask(head, '{ strategy(id: "x") { title } }')).data).toEqual({ strategy: null });
  });

  it('is refused to a role that may not, and another town has no such task', async () => {
    const task = await newTask('5');
    expect((await town.ask(staff('social-worker'), update, { i: { taskId: task, version: 1, evidence: 'x' } })).errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN' } },
    ]);
    expect(await send(task, {}, staff('director', { municipality: bauska }))).toMatchObject({
      task: null,
      problems: [{ code: 'NOT_FOUND', field: 'taskId' }],
    });
  });
});
