import { newId } from '@atbalsts/database';
import type { SubgraphRequest } from '@atbalsts/graphql';
import { bauska, daugavpils, staff, type TestSubgraph, testSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { workforce } from '../src/index.js';
import { arranger } from './arrange.js';

const hr = staff('hr');
const today = '2026-11-22';
const shown = 'absence { id version kind from until employee { id } substitute { id } } problems { code field }';
const record = `mutation($i: RecordEmployeeAbsenceInput!) { done: recordEmployeeAbsence(input: $i) { ${shown} } }`;
const change = `mutation($i: ChangeEmployeeAbsenceInput!) { done: changeEmployeeAbsence(input: $i) { ${shown} } }`;
const leave = 'mutation($i: LeaveInput!) { done: leave(input: $i) { employee { id } problems { code field } } }';
const refusals = (payload: { problems: { code: string; field: string | null }[] }): string[] =>
  payload.problems.map(({ code, field }) => `${code} ${field}`);

/** Open cases by employee, as services would count them. */
const cases = new Map<string, number>();
const services = ({ variables }: SubgraphRequest) => ({
  data: {
    _entities: ((variables?.of ?? []) as { id: string }[]).map(({ id }) => ({
      caseload: { open: cases.get(id) ?? 0, highRisk: cases.has(id) ? 1 : 0 },
      work: (routes.get(id) ?? []).map((objectId) => ({ kind: 'VISIT_ROUTE', objectId, on: '2026-11-25' })),
    })),
  },
});
/** Routes of visits by employee, as services would tell them; and decisions that came back, as benefits would. */
const routes = new Map<string, string[]>();
const returned = new Map<string, string>();
let benefitsDown = false;
const benefits = ({ variables }: SubgraphRequest) => {
  if (benefitsDown) throw new Error('down');
  const of = (variables?.of ?? []) as { id: string }[];
  const work = (id: string) => (returned.has(id) ? [{ kind: 'RETURNED_DECISION', objectId: returned.get(id), on: null }] : []);
  return { data: { _entities: of.map(({ id }) => ({ work: work(id) })) } };
};

describe('absences of employees', () => {
  let town: TestSubgraph;
  let make: ReturnType<typeof arranger>;
  const send = async (mutation: string, i: object, who = hr) => {
    const { data, errors } = await town.ask(who, mutation, { i });
    expect(errors).toBeUndefined();
    return data.done;
  };
  const worker = async (open = 0, until: string | null = null) => {
    const id = await make.employee(`Darbiniece ${cases.size}`, 'SOCIAL_WORKER', '2020-01-01', until);
    if (open) cases.set(id, open);
    return id;
  };
  const holiday = (employeeId: string, more: object = {}) => ({
    employeeId,
    kind: 'VACATION',
    from: '2026-12-01',
    until: '2026-12-15',
    ...more,
  });

  beforeAll(async () => {
    town = await testSubgraph(workforce, { services, benefits });
    make = arranger(town, daugavpils);
  });
  afterAll(() => town?.drop());

  it('are covered by somebody who is there, where cases are left behind', async () => {
    const [busy, free, away] = [await worker(3), await worker(), await worker()];
    expect(refusals(await send(record, holiday(busy)))).toEqual(['INVALID substituteId']);
    expect(refusals(await send(record, holiday(away)))).toEqual([]);
    expect(refusals(await send(record, holiday(busy, { substituteId: away })))).toEqual(['INVALID substituteId']);
    expect(refusals(await send(record, holiday(busy, { substituteId: busy })))).toEqual(['INVALID substituteId']);
    expect(refusals(await send(record, holiday(busy, { substituteId: newId() })))).toEqual(['NOT_FOUND substituteId']);
    expect(await send(record, holiday(busy, { substituteId: free }))).toEqual({
      absence: {
        id: expect.any(String),
        version: 1,
        kind: 'VACATION',
        from: '2026-12-01',
        until: '2026-12-15',
        employee: { id: busy },
        substitute: { id: free },
      },
      problems: [],
    });
    expect(refusals(await send(record, holiday(free)))).toEqual(['INVALID from']);
    const { data } = await town.ask(
      hr,
      'query($id: ID!) { employee(id: $id) { absences { from } standsInFor { employee { id } until } } }',
      { id: free },
    );
    expect(data.employee).toEqual({ absences: [], standsInFor: [{ employee: { id: busy }, until: '2026-12-15' }] });
    expect(await town.sql(`select subject, fields from audit_entry where action = 'absence.record' limit 1`)).toEqual([
      { subject: hr.subject, fields: ['from', 'kind', 'substituteId', 'until'] },
    ]);
  });

  it('are recorded once, twenty at once too', async () => {
    const id = await worker();
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(record, holiday(id))));
    expect(answers.flatMap(refusals)).toEqual(Array(19).fill('OVERLAP from'));
  });

  it('never leave two who stand in for one another both away, whoever is quicker', async () => {
    for (let n = 0; n < 5; n++) {
      const [one, two] = [await worker(1), await worker(1)];
      const answers = await Promise.all([
        send(record, holiday(one, { substituteId: two })),
        send(record, holiday(two, { substituteId: one })),
      ]);
      expect(answers.filter(({ problems }) => problems.length === 0)).toHaveLength(1);
    }
  });

  it('end earlier or later, with another substitute, as they were seen', async () => {
    const [busy, first, second] = [await worker(2), await worker(), await worker()];
    const { absence } = await send(record, holiday(busy, { substituteId: first, from: '2026-11-20' }));
    expect(refusals(await send(change, { id: absence.id, version: 7, until: '2026-11-30' }))).toEqual(['STALE version']);
    expect((await send(change, { id: absence.id, version: 1, until: '2026-12-20', substituteId: second })).absence).toMatchObject({
      until: '2026-12-20',
      substitute: { id: second },
      version: 2,
    });
    expect(refusals(await send(change, { id: absence.id, version: 2, until: '2026-11-20' }))).toEqual(['INVALID until']);
    expect((await send(change, { id: absence.id, version: 2, until: today })).absence.until).toBe(today);
    expect(refusals(await send(change, { id: absence.id, version: 3, until: '2026-12-01' }))).toEqual(['WRONG_STATE id']);
    expect(refusals(await send(change, { id: newId(), version: 1 }))).toEqual(['NOT_FOUND id']);
  });

  it('let nobody leave who stands in for somebody, and end with the employment', async () => {
    const [busy, standing, other] = [await worker(2), await worker(), await worker()];
    const { absence } = await send(record, holiday(busy, { substituteId: standing }));
    expect(refusals(await send(leave, { employeeId: standing, on: '2026-12-10' }))).toEqual(['INVALID on']);
    await send(change, { id: absence.id, version: 1, substituteId: other });
    expect(refusals(await send(leave, { employeeId: standing, on: '2026-12-10' }))).toEqual([]);
    expect(refusals(await send(leave, { employeeId: busy, on: '2026-12-10' }))).toEqual([]);
    expect(await town.sql('select until_date::text as until from employee_absence where id = $1', [absence.id])).toEqual([
      { until: '2026-12-10' },
    ]);
  });

  it('tell everybody who is away until when, and only superiors and hr why', async () => {
    const id = await worker();
    await send(record, holiday(id, { kind: 'SICKNESS' }));
    const query = 'query($id: ID!) { employee(id: $id) { absences { kind until } } }';
    expect((await town.ask(staff('social-worker'), query, { id })).data.employee.absences).toEqual([{ kind: null, until: '2026-12-15' }]);
    expect((await town.ask(staff('director'), query, { id })).data.employee.absences).toEqual([{ kind: 'SICKNESS', until: '2026-12-15' }]);
    expect((await town.ask(staff('social-worker'), record, { i: holiday(id) })).errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN' } },
    ]);
    expect(refusals(await send(record, holiday(id), staff('hr', { municipality: bauska })))).toEqual(['NOT_FOUND employeeId']);
  });

  it('are refused where nobody can say whether cases are left behind', async () => {
    const alone = await testSubgraph(workforce);
    try {
      const id = await arranger(alone, daugavpils).employee('Anna');
      const { data } = await alone.ask(hr, record, { i: holiday(id) });
      expect(data.done).toMatchObject({ absence: null, problems: [{ code: 'UNAVAILABLE' }] });
    } finally {
      await alone.drop();
    }
  });

  it('and leavings show what is to be handed over: nothing stays with who is gone', async () => {
    const own = await testSubgraph(workforce, { services, benefits });
    try {
      const there = arranger(own, daugavpils);
      const gone = await there.employee('Aizgājusī', 'SOCIAL_WORKER', '2020-01-01', '2026-11-01');
      const going = await there.employee('Ejošā', 'SOCIAL_WORKER', '2020-01-01', '2026-12-01');
      const idle = await there.employee('Brīvā', 'SOCIAL_WORKER', '2020-01-01', '2026-11-10');
      const away = await there.employee('Prombūtnē');
      await there.employee('Vēlāk', 'SOCIAL_WORKER', '2020-01-01', '2027-11-01');
      await there.insert('employee_absence', {
        employee_id: away,
        kind: 'SICKNESS',
        from_date: '2026-11-20',
        until_date: '2026-12-20',
        recorded_by: 'x',
      });
      const absent = await there.employee('Cita');
      await there.insert('employee_absence', {
        employee_id: absent,
        kind: 'STUDY',
        from_date: '2026-11-20',
        until_date: '2026-12-20',
        substitute_id: going,
        recorded_by: 'x',
      });
      for (const id of [gone, away]) cases.set(id, 4);
      const query = '{ handovers { employee { id } reason since openCases highRiskCases standsInFor { employee { id } } } }';
      expect((await own.ask(hr, query)).data.handovers).toEqual([
        { employee: { id: gone }, reason: 'LEFT', since: '2026-11-01', openCases: 4, highRiskCases: 1, standsInFor: [] },
        { employee: { id: away }, reason: 'AWAY_WITHOUT_SUBSTITUTE', since: '2026-11-20', openCases: 4, highRiskCases: 1, standsInFor: [] },
        {
          employee: { id: going },
          reason: 'LEAVES',
          since: '2026-12-01',
          openCases: 0,
          highRiskCases: 0,
          standsInFor: [{ employee: { id: absent } }],
        },
      ]);
      expect((await own.ask(staff('hr', { municipality: bauska }), query)).data.handovers).toEqual([]);
      expect((await own.ask(staff('social-worker'), query)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
      expect(idle).toBeDefined();
    } finally {
      await own.drop();
    }
  });

  it('and leavings list everything that the domains know of who goes: visits, approvals that wait, and who does not answer', async () => {
    const own = await testSubgraph(workforce, { services, benefits });
    try {
      const there = arranger(own, daugavpils);
      const gone = await there.employee('Gājusī', 'SOCIAL_WORKER', '2020-01-01', '2026-11-01');
      const idle = await there.employee('Tukšā', 'SOCIAL_WORKER', '2020-01-01', '2026-11-02');
      const [route, decision] = [newId(), newId()];
      const items = [
        { domain: 'services', kind: 'VISIT_ROUTE', objectId: route, on: '2026-11-25' },
        { domain: 'benefits', kind: 'RETURNED_DECISION', objectId: decision, on: null },
      ];
      routes.set(gone, [route]);
      returned.set(gone, decision);
      const query = '{ handovers { employee { id responsibilities { kind } } openCases items { domain kind objectId on } silent } }';
      expect((await own.ask(hr, query)).data.handovers).toEqual([
        { employee: { id: gone, responsibilities: items.map(({ kind }) => ({ kind })) }, openCases: 0, items, silent: [] },
      ]);
      benefitsDown = true;
      expect((await own.ask(hr, query)).data.handovers).toEqual([
        { employee: { id: gone, responsibilities: null }, openCases: 0, items: items.slice(0, 1), silent: ['benefits'] },
        { employee: { id: idle, responsibilities: null }, openCases: 0, items: [], silent: ['benefits'] },
      ]);
      benefitsDown = false;
      const leaving = await there.employee('Iet tagad');
      routes.set(leaving, [newId()]);
      const { data } = await own.ask(hr, leave, { i: { employeeId: leaving, on: '2026-12-01' } });
      expect(refusals(data.done)).toEqual([]);
      expect((await own.ask(hr, query)).data.handovers).toHaveLength(2);
    } finally {
      benefitsDown = false;
      await own.drop();
    }
  });
});
