import { bauska, daugavpils, staff, type TestSubgraph, testSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { workforce } from '../src/index.js';
import { arranger } from './arrange.js';

const hr = staff('hr');
const fields =
  'employee { id name kind unit { label } posts { fte from until unit { label } } training(year: 2025) { hours met } supervision(year: 2025) { met } } problems { code field message(language: EN) }';
const mutations = {
  hire: `mutation($i: HireInput!) { hire(input: $i) { ${fields} } }`,
  assignPost: `mutation($i: AssignPostInput!) { assignPost(input: $i) { ${fields} } }`,
  leave: `mutation($i: LeaveInput!) { leave(input: $i) { ${fields} } }`,
};

describe('hiring, moving and leaving', () => {
  let town: TestSubgraph;
  let make: ReturnType<typeof arranger>;
  const ids: Record<string, string> = {};
  let people = 0;
  const newcomer = (change: object = {}) => ({
    name: `Jauna Darbiniece ${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[people++]}`,
    kind: 'SOCIAL_WORKER',
    unitId: ids.unit,
    fte: 1,
    from: '2025-01-06',
    ...change,
  });
  const send = async (what: keyof typeof mutations, input: object, who = hr) => {
    const { data, errors } = await town.ask(who, mutations[what], { i: input });
    expect(errors).toBeUndefined();
    return data[what];
  };
  const hired = async (change: object = {}): Promise<string> => {
    const { employee, problems } = await send('hire', newcomer(change));
    expect(problems).toEqual([]);
    return employee.id;
  };
  const told = async (key: string) =>
    (await town.sql<{ body: unknown }>(`select body from outbox where kind = 'employee' and key = $1 order by id`, [key])).map(
      (row) => row.body,
    );
  const rows = async (table: string) => (await town.sql<{ n: number }>(`select count(*)::int as n from ${table}`))[0]?.n;
  const everything = () => Promise.all(['employee', 'employment', 'post', 'post_assignment', 'audit_entry', 'outbox'].map(rows));

  beforeAll(async () => {
    town = await testSubgraph(workforce);
    make = arranger(town, daugavpils);
    ids.unit = await make.unit('Dienests');
    ids.sector = await make.unit('Sektors', ids.unit);
    ids.elsewhere = await arranger(town, bauska).unit('Svešs');
  });
  afterAll(() => town?.drop());

  it('creates the post where none is vacant, owes the whole year, leaves an audit entry and tells the other domains', async () => {
    const answer = await send('hire', newcomer({ name: '  Anna   Bērzkalne ' }));
    expect(answer).toEqual({
      employee: {
        id: expect.any(String),
        name: 'Anna Bērzkalne',
        kind: 'SOCIAL_WORKER',
        unit: { label: 'Dienests' },
        posts: [{ fte: 1, from: '2025-01-06', until: null, unit: { label: 'Dienests' } }],
        training: { hours: 0, met: false },
        supervision: { met: false },
      },
      problems: [],
    });
    const { id } = answer.employee;
    expect(await town.sql('select fte_hundredths, from_date::text as since from post where unit_id = $1', [ids.unit])).toEqual([
      { fte_hundredths: 100, since: '2025-01-06' },
    ]);
    expect(await told(id)).toEqual([{ employeeId: id, unitId: ids.unit, kind: 'SOCIAL_WORKER' }]);
    expect(await town.sql('select action, object, fields from audit_entry where object = $1', [`employee:${id}`])).toEqual([
      { action: 'employee.hire', object: `employee:${id}`, fields: ['from', 'fte', 'kind', 'name', 'unitId'] },
    ]);
  });

  it('takes the vacant post of exactly that size', async () => {
    const unitId = await make.unit('Ar vakancēm');
    const vacant = await make.post(unitId, 75);
    await make.post(unitId, 100, '2020-01-01', '2027-01-01');
    const id = await hired({ unitId, fte: 0.75 });
    expect(await town.sql('select post_id from post_assignment where employee_id = $1', [id])).toEqual([{ post_id: vacant }]);
    const next = await hired({ unitId, fte: 0.75 });
    const full = await hired({ unitId });
    expect(await town.sql('select count(*)::int as n from post where unit_id = $1', [unitId])).toEqual([{ n: 4 }]);
    expect(new Set([id, next, full]).size).toBe(3);
  });

  it('gives a vacancy to one of several hires that come at once', async () => {
    const unitId = await make.unit('Steigā');
    for (let n = 0; n < 3; n++) await make.post(unitId, 50);
    const inputs = Array.from({ length: 8 }, () => newcomer({ unitId, fte: 0.5 }));
    const answers = await Promise.all(inputs.map((input) => send('hire', input)));
    expect(answers.flatMap((answer) => answer.problems)).toEqual([]);
    expect(await town.sql('select count(*)::int as n from post where unit_id = $1', [unitId])).toEqual([{ n: 8 }]);
  });

  it('refuses what cannot be, and writes nothing', async () => {
    const before = await everything();
    for (const [change, code, field] of [
      [{ name: ' ' }, 'INVALID', 'name'],
      [{ fte: 0 }, 'INVALID', 'fte'],
      [{ fte: 1.51 }, 'INVALID', 'fte'],
      [{ from: '2027-11-23' }, 'INVALID', 'from'],
      [{ unitId: ids.elsewhere }, 'NOT_FOUND', 'unitId'],
    ] as const) {
      expect(await send('hire', newcomer(change))).toMatchObject({ employee: null, problems: [{ code, field }] });
    }
    expect(await everything()).toEqual(before);
    expect((await town.ask(hr, mutations.hire, { i: newcomer({ unitId: 'x' }) })).errors).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT', field: 'unitId' } },
    ]);
    expect((await town.ask(staff('social-worker'), mutations.hire, { i: newcomer() })).errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN' } },
    ]);
  });

  it('shows the employee that a form sent twice has hired already', async () => {
    const input = newcomer({ name: 'Zane Ābolaine' });
    const { employee } = await send('hire', input);
    const again = await Promise.all([send('hire', { ...input, name: 'zane abolaine' }), send('hire', input)]);
    for (const answer of again) expect(answer).toMatchObject({ employee: { id: employee.id }, problems: [{ code: 'DUPLICATE' }] });
    expect(await hired({ name: 'Zane Ābolaine', from: '2025-01-07' })).not.toBe(employee.id);
  });

  it('adds a post beside the others up to one and a half, and moves to one instead of them', async () => {
    const employeeId = await hired();
    const assign = (change: object) => send('assignPost', { employeeId, unitId: ids.sector, fte: 0.5, from: '2025-05-01', ...change });
    expect(await assign({ fte: 0.75 })).toMatchObject({ employee: null, problems: [{ code: 'INVALID', field: 'fte' }] });
    expect((await assign({})).employee.posts).toMatchObject([
      { fte: 1, until: null },
      { fte: 0.5, from: '2025-05-01', until: null, unit: { label: 'Sektors' } },
    ]);
    expect(await assign({})).toMatchObject({ employee: { id: employeeId }, problems: [{ code: 'DUPLICATE' }] });
    expect(await assign({ fte: 0.25 })).toMatchObject({ problems: [{ code: 'INVALID', field: 'fte' }] });
    const moved = await assign({ fte: 1.25, from: '2026-01-01', move: true });
    expect(moved).toMatchObject({
      employee: {
        unit: { label: 'Sektors' },
        posts: [
          { fte: 1, until: '2026-01-01' },
          { fte: 0.5, until: '2026-01-01' },
          { fte: 1.25, until: null },
        ],
      },
      problems: [],
    });
    expect(await told(employeeId)).toMatchObject([{ unitId: ids.unit }, { unitId: ids.unit }, { unitId: ids.sector }]);
    expect(
      await town.sql(`select fields from audit_entry where action = 'post.assign' and object = $1 order by at`, [`employee:${employeeId}`]),
    ).toEqual([{ fields: ['from', 'fte', 'unitId'] }, { fields: ['from', 'fte', 'move', 'unitId'] }]);
  });

  it('assigns a post to who is employed there on the day, and to nobody else', async () => {
    const employeeId = await hired();
    const assign = (change: object, who = hr) =>
      send('assignPost', { employeeId, unitId: ids.sector, fte: 0.5, from: '2025-05-01', ...change }, who);
    expect(await assign({ from: '2025-01-05' })).toMatchObject({ problems: [{ code: 'INVALID', field: 'from' }] });
    expect(await assign({ from: '2027-11-23' })).toMatchObject({ problems: [{ code: 'INVALID', field: 'from' }] });
    expect(await assign({ unitId: ids.elsewhere })).toMatchObject({ problems: [{ code: 'NOT_FOUND', field: 'unitId' }] });
    expect(await assign({}, staff('hr', { municipality: bauska }))).toMatchObject({
      problems: [{ code: 'NOT_FOUND', field: 'employeeId' }],
    });
    await send('leave', { employeeId, on: '2026-01-01' });
    expect(await assign({ from: '2026-01-01' })).toMatchObject({ problems: [{ code: 'INVALID', field: 'from' }] });
    expect((await assign({ from: '2025-06-01' })).employee.posts).toMatchObject([{}, { from: '2025-06-01', until: '2026-01-01' }]);
  });

  it('lets one of several posts that come at once through, where all of them would be too many', async () => {
    const employeeId = await hired();
    const units = await Promise.all(Array.from({ length: 6 }, (_, n) => make.unit(`Daļa ${n}`)));
    const answers = await Promise.all(units.map((unitId) => send('assignPost', { employeeId, unitId, fte: 0.4, from: '2025-05-01' })));
    expect(answers.filter(({ problems }) => problems.length === 0)).toHaveLength(1);
  });

  it('ends the employment and every post on leaving; the posts stay, vacant, and the next takes one', async () => {
    const unitId = await make.unit('Atstātā');
    const employeeId = await hired({ unitId });
    await send('assignPost', { employeeId, unitId, fte: 0.5, from: '2026-09-01' });
    const answer = await send('leave', { employeeId, on: '2026-06-01' });
    expect(answer).toMatchObject({ employee: { unit: null, posts: [{ fte: 1, until: '2026-06-01' }] }, problems: [] });
    expect((await told(employeeId)).at(-1)).toMatchObject({ unitId: null });
    const { data } = await town.ask(hr, '{ units { label vacancies employees { id } } }');
    expect(data.units.find((one: { label: string }) => one.label === 'Atstātā')).toEqual({
      label: 'Atstātā',
      vacancies: 1.5,
      employees: [],
    });
    const successor = await hired({ unitId, from: '2026-06-01' });
    expect(await town.sql('select count(*)::int as n from post where unit_id = $1', [unitId])).toEqual([{ n: 2 }]);
    expect(
      await town.sql(
        'select count(distinct employee_id)::int as n from post_assignment a join post p on p.id = post_id where p.unit_id = $1',
        [unitId],
      ),
    ).toEqual([{ n: 2 }]);
    expect(successor).not.toBe(employeeId);
  });

  it('does not let leave twice, before the first day, before recorded hours, or the employee of another town', async () => {
    const employeeId = await hired();
    await make.supervision(employeeId, '2026-03-03', 'GROUP', 200);
    const go = (on: string, who = hr) => send('leave', { employeeId, on }, who);
    expect(await go('2025-01-06')).toMatchObject({ employee: null, problems: [{ code: 'INVALID', field: 'on' }, { code: 'INVALID' }] });
    expect(await go('2026-03-03')).toMatchObject({ problems: [{ code: 'INVALID', message: expect.stringContaining('2026-03-03') }] });
    expect(await go('2027-11-23')).toMatchObject({ problems: [{ code: 'INVALID', field: 'on' }] });
    expect(await go('2027-01-01', staff('hr', { municipality: bauska }))).toMatchObject({ problems: [{ code: 'NOT_FOUND' }] });
    expect((await go('2027-01-01')).problems).toEqual([]);
    expect(await go('2027-02-01')).toMatchObject({ problems: [{ code: 'WRONG_STATE', message: expect.stringContaining('2027-01-01') }] });
    expect((await go('2026-12-01')).problems).toEqual([]);
    const answers = await Promise.all(Array.from({ length: 5 }, () => go('2026-11-30')));
    expect(answers.filter(({ problems }) => problems.length === 0)).toHaveLength(1);
  });

  it('takes back with the leaving what would have begun after it', async () => {
    const employeeId = await make.employee('Kāpēja Augšup', 'SOCIAL_WORKER', '2020-01-01', '2026-12-01');
    await make.insert('employment', { employee_id: employeeId, kind: 'SENIOR_SOCIAL_WORKER', from_date: '2026-12-01' });
    expect((await send('leave', { employeeId, on: '2026-10-01' })).problems).toEqual([]);
    expect(await town.sql('select kind, until_date::text as until from employment where employee_id = $1', [employeeId])).toEqual([
      { kind: 'SOCIAL_WORKER', until: '2026-10-01' },
    ]);
  });
});
