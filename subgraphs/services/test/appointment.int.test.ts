import { newId } from '@atbalsts/database';
import { staff, type TestSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bauska, Neighbours, townWith } from './town.js';

const hours = `mutation($i: OpenReceptionHoursInput!) { openReceptionHours(input: $i) { receptionHours { id employee { id } } problems { code field } } }`;
const book = `mutation($i: BookAppointmentInput!) { bookAppointment(input: $i) { appointment { id startsAt endsAt state version } problems { code field } } }`;
const settle = `mutation($i: SettleAppointmentInput!) { settleAppointment(input: $i) { appointment { state cancelReason } problems { code field } } }`;
const free = `query($e: ID!, $on: Date!) { freeTimes(employeeId: $e, on: $on) { startsAt endsAt } }`;
const list = `query($f: AppointmentFilter) { appointments(filter: $f) { totalCount nodes { person { id } employee { id } startsAt } } }`;
const plan = `mutation($i: PlanVisitRouteInput!) { planVisitRoute(input: $i) { route { id stops { id place person { id } outcome } } problems { code field } } }`;
const stop = `mutation($i: RecordRouteStopInput!) { recordRouteStop(input: $i) { route { stops { outcome note visit { id on opinions { findings } } } } problems { code field } } }`;
const routes = `query($on: Date, $t: String, $e: ID) { visitRoutes(on: $on, territory: $t, employeeId: $e) { totalCount nodes { territory employee { id } stops { place } } } }`;

describe('appointments and routes', () => {
  const neighbours = new Neighbours();
  const desk = staff('social-worker');
  let town: TestSubgraph;

  const asking = async (name: string, query: string, i: object, who = desk) => (await town.ask(who, query, { i })).data[name];
  const receives = async (day = '2026-11-24'): Promise<string> => {
    const employeeId = neighbours.employee();
    const i = { employeeId, startsAt: `${day}T07:00:00Z`, endsAt: `${day}T08:40:00Z`, slotMinutes: 30, room: '12' };
    expect((await asking('openReceptionHours', hours, i)).problems).toEqual([]);
    return employeeId;
  };
  const booking = (employeeId: string, startsAt: string, change: object = {}) =>
    asking('bookAppointment', book, { employeeId, personId: neighbours.person(), startsAt, purpose: 'Konsultācija', ...change });
  const freeOf = async (e: string, on = '2026-11-24') =>
    (await town.ask(desk, free, { e, on })).data.freeTimes.map(({ startsAt }: { startsAt: string }) => startsAt.slice(11, 16));

  beforeAll(async () => {
    town = await townWith(neighbours);
  });
  afterAll(() => town?.drop());

  it('are booked at free times: of twenty at once one gets the time', async () => {
    const employee = await receives();
    expect(await freeOf(employee)).toEqual(['07:00', '07:30', '08:00']);
    const answers = await Promise.all(Array.from({ length: 20 }, () => booking(employee, '2026-11-24T07:30:00Z')));
    expect(answers.filter(({ appointment }) => appointment)).toHaveLength(1);
    expect(answers.filter(({ problems }) => problems[0]?.code === 'OVERLAP')).toHaveLength(19);
    expect(await freeOf(employee)).toEqual(['07:00', '08:00']);
    expect((await booking(employee, '2026-11-24T07:15:00Z')).problems).toEqual([{ code: 'INVALID', field: 'startsAt' }]);
    expect((await booking(employee, '2026-11-21T07:30:00Z')).problems).toEqual([{ code: 'INVALID', field: 'startsAt' }]);
    expect((await booking(neighbours.employee(bauska), '2026-11-24T08:00:00Z')).problems).toEqual([
      { code: 'NOT_FOUND', field: 'employeeId' },
    ]);
    expect((await booking(employee, '2026-11-24T08:00:00Z', { personId: neighbours.person(bauska) })).problems).toEqual([
      { code: 'NOT_FOUND', field: 'personId' },
    ]);
  });

  it('put nobody in two places at once', async () => {
    const [one, two] = [await receives(), await receives()];
    const person = { personId: neighbours.person() };
    expect((await booking(one, '2026-11-24T07:00:00Z', person)).problems).toEqual([]);
    expect((await booking(two, '2026-11-24T07:00:00Z', person)).problems).toEqual([{ code: 'OVERLAP', field: 'personId' }]);
    const again = { employeeId: one, startsAt: '2026-11-24T08:00:00Z', endsAt: '2026-11-24T10:00:00Z', slotMinutes: 20 };
    expect((await asking('openReceptionHours', hours, again)).problems).toEqual([{ code: 'OVERLAP', field: 'startsAt' }]);
    expect((await asking('openReceptionHours', hours, { ...again, endsAt: '2026-11-25T10:00:00Z' })).problems).toEqual([
      { code: 'INVALID', field: 'endsAt' },
    ]);
  });

  it('are cancelled with a reason, which frees the time; kept or missed from their day on', async () => {
    const employee = await receives();
    const { appointment } = await booking(employee, '2026-11-24T07:00:00Z');
    const i = { appointmentId: appointment.id, version: 1, state: 'CANCELLED' };
    expect((await asking('settleAppointment', settle, i)).problems).toEqual([{ code: 'INVALID', field: 'reason' }]);
    expect((await asking('settleAppointment', settle, { ...i, state: 'KEPT' })).problems).toEqual([{ code: 'INVALID', field: 'state' }]);
    expect((await asking('settleAppointment', settle, { ...i, reason: 'Slimo' })).appointment).toEqual({
      state: 'CANCELLED',
      cancelReason: 'Slimo',
    });
    expect((await asking('settleAppointment', settle, { ...i, reason: 'Slimo' })).problems).toEqual([{ code: 'STALE', field: 'version' }]);
    expect((await asking('settleAppointment', settle, { ...i, version: 2, reason: 'x' })).problems).toEqual([
      { code: 'WRONG_STATE', field: 'appointmentId' },
    ]);
    expect(await freeOf(employee)).toContain('07:00');
    const today = await receives('2026-11-22');
    const kept = (await booking(today, '2026-11-22T07:00:00Z')).appointment;
    expect((await asking('settleAppointment', settle, { appointmentId: kept.id, version: 1, state: 'KEPT' })).appointment.state).toBe(
      'KEPT',
    );
    expect((await town.ask(desk, list, { f: { employeeId: today, on: '2026-11-22', state: 'KEPT' } })).data.appointments.totalCount).toBe(
      1,
    );
    expect((await town.ask(staff('social-worker', { municipality: bauska }), list, {})).data.appointments.totalCount).toBe(0);
  });

  it('a route is a list in order, planned anew until somebody is visited, and then a record of who was', async () => {
    const people = [neighbours.person(), neighbours.person(), neighbours.person()];
    const i = {
      on: '2026-11-22',
      territory: 'Vaboles pagasts',
      employeeId: neighbours.employee(),
      stops: people.map((personId) => ({ personId })),
    };
    const answers = await Promise.all(Array.from({ length: 20 }, () => asking('planVisitRoute', plan, i)));
    expect(answers.flatMap(({ problems }) => problems)).toEqual([]);
    expect(new Set(answers.map(({ route }) => route.id)).size).toBe(1);
    const { route } = await asking('planVisitRoute', plan, { ...i, stops: [...i.stops].reverse() });
    expect(route.stops.map((one: { person: { id: string } }) => one.person.id)).toEqual([...people].reverse());
    const at = (n: number, outcome: string, note: string | null = null) =>
      asking('recordRouteStop', stop, { stopId: route.stops[n].id, outcome, note });
    expect((await at(0, 'VISITED')).problems).toEqual([{ code: 'INVALID', field: 'note' }]);
    await at(0, 'VISITED', 'Malka sagādāta');
    await at(1, 'NOT_HOME');
    const both = await Promise.all([at(2, 'SKIPPED', 'Ceļš aizputināts'), at(2, 'SKIPPED', 'Ceļš aizputināts')]);
    expect(both.map(({ problems }) => problems[0]?.code ?? null).sort()).toEqual(['WRONG_STATE', null]);
    const { data } = await town.ask(desk, routes, { on: '2026-11-22', t: 'Vaboles pagasts', e: i.employeeId });
    expect(data.visitRoutes).toMatchObject({ totalCount: 1, nodes: [{ stops: [{ place: 1 }, { place: 2 }, { place: 3 }] }] });
    expect(both.find((one) => one.route)?.route.stops).toEqual([
      {
        outcome: 'VISITED',
        note: 'Malka sagādāta',
        visit: { id: expect.any(String), on: '2026-11-22', opinions: [{ findings: 'Malka sagādāta' }] },
      },
      { outcome: 'NOT_HOME', note: null, visit: null },
      { outcome: 'SKIPPED', note: 'Ceļš aizputināts', visit: null },
    ]);
    expect((await asking('planVisitRoute', plan, i)).problems).toEqual([{ code: 'WRONG_STATE', field: 'on' }]);
  });

  it('a route is of people and an employee of the town, and of a day to come', async () => {
    const person = neighbours.person();
    const i = { on: '2026-11-23', territory: 'Vabole', employeeId: neighbours.employee(), stops: [{ personId: person }] };
    expect(
      (
        await asking('planVisitRoute', plan, {
          ...i,
          on: '2026-11-21',
          territory: ' ',
          stops: [{ personId: person }, { personId: person }],
        })
      ).problems,
    ).toEqual([
      { code: 'INVALID', field: 'on' },
      { code: 'INVALID', field: 'territory' },
      { code: 'INVALID', field: 'stops.1.personId' },
    ]);
    expect((await asking('planVisitRoute', plan, { ...i, stops: [{ personId: neighbours.person(bauska) }] })).problems).toEqual([
      { code: 'NOT_FOUND', field: 'stops.0.personId' },
    ]);
    const { route } = await asking('planVisitRoute', plan, i);
    const early = { stopId: route.stops[0].id, outcome: 'NOT_HOME' };
    expect((await asking('recordRouteStop', stop, early)).problems).toEqual([{ code: 'WRONG_STATE', field: 'stopId' }]);
    expect((await asking('recordRouteStop', stop, early, staff('social-worker', { municipality: bauska }))).problems).toEqual([
      { code: 'NOT_FOUND', field: 'stopId' },
    ]);
  });

  it('are for who may', async () => {
    const forbidden = async (role: Parameters<typeof staff>[0], query: string, i: object) =>
      expect((await town.ask(staff(role), query, { i })).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    const booked = { employeeId: newId(), personId: newId(), startsAt: '2026-11-24T07:00:00Z', purpose: 'x' };
    await forbidden('carer', book, booked);
    await forbidden('auditor', book, booked);
    await forbidden('carer', plan, { on: '2026-11-23', territory: 'x', employeeId: newId(), stops: [{ personId: newId() }] });
    expect((await town.ask(staff('finance'), list, {})).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});
