import { newId } from '@atbalsts/database';
import { staff, type TestSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bauska, Neighbours, put, townWith } from './town.js';

const handOver = `mutation($i: HandOverWorkInput!) { done: handOverWork(input: $i) { handover { handedOver left { kind objectId on } } problems { code field } } }`;
const open = 'query($r: [_Any!]!) { _entities(representations: $r) { ... on Employee { openWork { kind objectId on } } } }';
const head = staff('head-of-services');

describe('everything that an employee is responsible for', () => {
  const neighbours = new Neighbours();
  let town: TestSubgraph;

  const send = async (fromId: string, toId: string, who = head, reason = 'Aiziet no darba') => {
    const { data, errors } = await town.ask(who, handOver, { i: { fromId, toId, reason } });
    expect(errors).toBeUndefined();
    return data.done;
  };
  const openOf = async (id: string, who = staff('hr')) => {
    const { data, errors } = await town.ask(who, open, { r: [{ __typename: 'Employee', id }] });
    return errors ? errors[0]?.extensions?.code : data._entities[0].openWork;
  };
  const kinds = (work: { kind: string }[]) => work.map(({ kind }) => kind);
  const appointment = (employee: string, on: string, change: object = {}) =>
    put(town, 'appointment', {
      employee_id: employee,
      person_id: neighbours.person(),
      starts_at: `${on}T08:00:00Z`,
      ends_at: `${on}T09:00:00Z`,
      on_date: on,
      purpose: 'Saruna',
      state: 'BOOKED',
      booked_by: employee,
      ...change,
    });

  /** One of each, and beside it what is over. */
  const burdened = async () => {
    const employee = neighbours.employee();
    const person = neighbours.person();
    const row = { person_id: person, target_group: 'ADULT', risk: 'NONE', responsible_id: employee, opened_on: '2026-01-10' };
    const caseId = await put(town, 'social_case', row);
    await put(town, 'social_case', { ...row, person_id: neighbours.person(), closed_on: '2026-02-01' });
    await appointment(employee, '2026-11-30');
    await appointment(employee, '2026-11-20');
    await appointment(employee, '2026-11-26', { state: 'CANCELLED', cancel_reason: 'Slimo' });
    const route = await put(town, 'visit_route', { on_date: '2026-11-24', territory: 'Centrs', employee_id: employee });
    await put(town, 'visit_route_stop', { route_id: route, place: 1, person_id: person });
    await put(town, 'reception_hours', {
      employee_id: employee,
      starts_at: '2026-11-30T07:00:00Z',
      ends_at: '2026-11-30T11:00:00Z',
      on_date: '2026-11-30',
      slot_minutes: 60,
    });
    const programme = await put(town, 'programme', { code: `p-${employee.slice(-12)}`, name: 'Programma', from_date: '2026-01-01' });
    await put(town, 'programme_group', { programme_id: programme, name: 'Grupa', leader_id: employee, places: 8 });
    const request = {
      person_id: person,
      service_type: 'home-care',
      requested_on: '2026-01-05',
      due_on: '2026-12-05',
      proposed_by: employee,
    };
    const granted = await put(town, 'service_request', {
      ...request,
      number: `PK-${employee.slice(-9)}`,
      state: 'GRANTED',
      outcome: 'GRANT',
      confirmed_by: newId(),
      decided_on: '2026-01-20',
      from_date: '2026-01-21',
    });
    const proposal = await put(town, 'service_request', {
      ...request,
      number: `PK-x${employee.slice(-9)}`,
      state: 'PROPOSED',
      outcome: 'GRANT',
    });
    const plan = await put(town, 'care_plan', {
      request_id: granted,
      person_id: person,
      made_on: '2026-01-21',
      made_by: employee,
      goal: 'Mājās',
      state: 'ACTIVE',
    });
    const task = { plan_id: plan, text: 'Iepirkšanās', times_a_week: 2, minutes: 60, employee_id: employee };
    await put(town, 'care_task', { ...task, place: 1, from_date: '2026-01-21' });
    await put(town, 'care_task', { ...task, place: 2, from_date: '2026-01-21', until_date: '2026-06-01' });
    return { employee, caseId, route, proposal, plan };
  };

  beforeAll(async () => {
    town = await townWith(neighbours);
  });
  afterAll(() => town?.drop());

  it('is listed, what has a day first, and nothing that is over', async () => {
    const { employee } = await burdened();
    expect(kinds(await openOf(employee))).toEqual([
      'VISIT_ROUTE',
      'APPOINTMENT',
      'RECEPTION_HOURS',
      'PROPOSED_SERVICE',
      'CARE_TASK',
      'CASE',
      'PROGRAMME_GROUP',
    ]);
    expect(await openOf(employee, staff('hr', { municipality: bauska }))).toEqual([]);
    expect(await openOf(employee, staff('carer'))).toBe('FORBIDDEN');
  });

  it('passes to another at once; a proposal stays, and who did what until now stays on record', async () => {
    const { employee, caseId, proposal, plan } = await burdened();
    const next = neighbours.employee();
    expect(await send(employee, next)).toEqual({
      handover: { handedOver: 6, left: [{ kind: 'PROPOSED_SERVICE', objectId: proposal, on: '2026-12-05' }] },
      problems: [],
    });
    expect(kinds(await openOf(next)).sort()).toEqual([
      'APPOINTMENT',
      'CARE_TASK',
      'CASE',
      'PROGRAMME_GROUP',
      'RECEPTION_HOURS',
      'VISIT_ROUTE',
    ]);
    expect(await town.sql('select from_id, to_id, reason from case_handover where case_id = $1', [caseId])).toEqual([
      { from_id: employee, to_id: next, reason: 'Aiziet no darba' },
    ]);
    const tasks = 'select place, employee_id, from_date::text, until_date::text from care_task where plan_id = $1 order by place';
    expect(await town.sql(tasks, [plan])).toEqual([
      { place: 1, employee_id: employee, from_date: '2026-01-21', until_date: '2026-11-22' },
      { place: 2, employee_id: employee, from_date: '2026-01-21', until_date: '2026-06-01' },
      { place: 3, employee_id: next, from_date: '2026-11-22', until_date: null },
    ]);
    expect(await town.sql(`select state, employee_id from appointment where employee_id = $1 order by on_date`, [employee])).toHaveLength(
      2,
    );
    const audited = await town.sql(`select object from audit_entry where action = 'work.handOver' and object = any ($1)`, [
      [`employee:${employee}`, `case:${caseId}`],
    ]);
    expect(audited).toHaveLength(2);
  });

  it('stays where the other has something else at that time, and is told', async () => {
    const [employee, next] = [neighbours.employee(), neighbours.employee()];
    const clash = await appointment(employee, '2026-12-01');
    await appointment(employee, '2026-12-02');
    await appointment(next, '2026-12-01', { starts_at: '2026-12-01T08:30:00Z', ends_at: '2026-12-01T09:30:00Z' });
    expect((await send(employee, next)).handover).toEqual({
      handedOver: 1,
      left: [{ kind: 'APPOINTMENT', objectId: clash, on: '2026-12-01' }],
    });
  });

  it('passes once, however often it is sent at once', async () => {
    const { employee } = await burdened();
    const next = neighbours.employee();
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(employee, next)));
    const numbers = answers.map(({ handover }) => handover?.handedOver);
    expect(numbers.filter((n) => n === 6)).toHaveLength(1);
    expect(numbers.filter((n) => n === 0)).toHaveLength(19);
  });

  it('passes to nobody who is gone, of another town, or the same; and only by superiors', async () => {
    const { employee, caseId } = await burdened();
    const gone = neighbours.employee();
    neighbours.gone.set(gone, '2026-11-22');
    expect(await send(employee, gone)).toMatchObject({ handover: null, problems: [{ code: 'INVALID', field: 'toId' }] });
    expect(await send(employee, neighbours.employee(bauska))).toMatchObject({ problems: [{ code: 'NOT_FOUND', field: 'toId' }] });
    expect(await send(employee, employee, head, ' ')).toMatchObject({ problems: [{ field: 'toId' }, { field: 'reason' }] });
    const input = { caseId, version: 1, responsibleId: gone, on: '2026-11-22', reason: 'Cita teritorija' };
    const one = 'mutation($i: HandOverCaseInput!) { done: handOverCase(input: $i) { problems { code field } } }';
    expect((await town.ask(head, one, { i: input })).data.done.problems).toEqual([{ code: 'INVALID', field: 'responsibleId' }]);
    const i = { fromId: employee, toId: neighbours.employee(), reason: 'x' };
    expect((await town.ask(staff('social-worker'), handOver, { i })).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    // of another town nothing is found, and nothing passes
    const stranger = neighbours.employee(bauska);
    expect(await send(employee, stranger, staff('director', { municipality: bauska }))).toMatchObject({ handover: { handedOver: 0 } });
    expect(kinds(await openOf(employee))).toHaveLength(7);
  });
});
