import { newId } from '@atbalsts/database';
import { staff, type TestSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bauska, Neighbours, put, townWith } from './town.js';

const open = `mutation($i: OpenProgrammeInput!) { openProgramme(input: $i) { programme { id code } problems { code field } } }`;
const openGroup = `mutation($i: OpenProgrammeGroupInput!) { openProgrammeGroup(input: $i) { group { id } problems { code field } } }`;
const enrol = `mutation($i: EnrolInProgrammeInput!) { enrolInProgramme(input: $i) { enrolment { id version group { name } person { id } } problems { code field } } }`;
const end = `mutation($i: EndEnrolmentInput!) { endEnrolment(input: $i) { enrolment { until } problems { code field } } }`;
const session = `mutation($i: RecordSessionInput!) { recordSession(input: $i) { session { id on attendance { person { id } attended } } problems { code field } } }`;
const seen = `query($id: ID!) { programme(id: $id) { groups { name places leader { id } } enrolments { totalCount } sessions { totalCount nodes { on group { name } attendance { attended } } } } }`;
const meal = `mutation($i: IssueMealInput!) { issueMeal(input: $i) { meal { id portions person { id } } problems { code field } } }`;
const trip = `mutation($i: RecordTripInput!) { recordTrip(input: $i) { trip { id riders { id } driver { id } } problems { code field } } }`;

describe('programmes, meals and trips', () => {
  const neighbours = new Neighbours();
  const manager = staff('facility-manager');
  const leader = neighbours.employee();
  let town: TestSubgraph;
  let keys = 0;

  const asking = async (name: string, query: string, i: object, who = manager) => (await town.ask(who, query, { i })).data[name];
  const programme = async (): Promise<string> =>
    (await asking('openProgramme', open, { code: `p-${++keys}`, name: 'Soli pa solim', from: '2026-01-01' })).programme.id;
  const group = async (programmeId: string, places = 3): Promise<string> =>
    (await asking('openProgrammeGroup', openGroup, { programmeId, name: `Grupa ${++keys}`, leaderId: leader, places })).group.id;
  const enrolling = (programmeId: string, groupId: string | null, change: object = {}) =>
    asking('enrolInProgramme', enrol, { programmeId, groupId, personId: neighbours.person(), from: '2026-02-01', ...change });
  const granted = (serviceType: string, change: object = {}) =>
    put(town, 'service_request', {
      person_id: neighbours.person(),
      service_type: serviceType,
      requested_on: '2026-01-02',
      due_on: '2026-02-02',
      state: 'GRANTED',
      outcome: 'GRANT',
      proposed_by: newId(),
      confirmed_by: newId(),
      decided_on: '2026-01-10',
      from_date: '2026-01-10',
      ...change,
    });

  beforeAll(async () => {
    town = await townWith(neighbours);
  });
  afterAll(() => town?.drop());

  it('opens a programme once for its code, and groups with a leader of the town', async () => {
    const i = { code: 'music', name: 'Mūzika – mana pirmā valoda', from: '2026-01-01' };
    const both = await Promise.all([asking('openProgramme', open, i), asking('openProgramme', open, i)]);
    expect(new Set(both.map(({ programme: one }) => one.id)).size).toBe(1);
    expect((await asking('openProgramme', open, { ...i, name: 'Cita' })).problems).toEqual([{ code: 'DUPLICATE', field: 'code' }]);
    const g = { programmeId: both[0].programme.id, name: 'A', leaderId: neighbours.employee(bauska), places: 4 };
    expect((await asking('openProgrammeGroup', openGroup, g)).problems).toEqual([{ code: 'NOT_FOUND', field: 'leaderId' }]);
    expect((await asking('openProgrammeGroup', openGroup, { ...g, leaderId: leader, programmeId: newId() })).problems).toMatchObject([
      { code: 'NOT_FOUND' },
    ]);
    expect((await town.ask(manager, open, { i: { ...i, code: 'A b' } })).errors).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });

  it('never has more in a group than places, though twenty enrol at once, and nobody twice at a time', async () => {
    const id = await programme();
    const groupId = await group(id);
    const answers = await Promise.all(Array.from({ length: 20 }, () => enrolling(id, groupId)));
    expect(answers.filter(({ enrolment }) => enrolment)).toHaveLength(3);
    expect(answers.filter(({ problems }) => problems[0]?.code === 'NO_VACANCY')).toHaveLength(17);
    const first = answers.find(({ enrolment }) => enrolment).enrolment;
    const i = { enrolmentId: first.id, version: 1, on: '2026-03-01' };
    expect((await asking('endEnrolment', end, i)).enrolment).toEqual({ until: '2026-03-01' });
    expect((await asking('endEnrolment', end, i)).problems).toEqual([{ code: 'STALE', field: 'version' }]);
    expect((await enrolling(id, groupId, { from: '2026-03-01' })).problems).toEqual([]);
    const alone = { personId: first.person.id, from: '2026-02-01' };
    expect((await enrolling(id, null, alone)).problems).toEqual([]);
    expect((await enrolling(id, null, alone)).problems).toEqual([{ code: 'OVERLAP', field: 'personId' }]);
    expect((await enrolling(id, null, { personId: neighbours.person(bauska) })).problems).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect((await enrolling(id, null, { from: '2025-12-31' })).problems).toEqual([{ code: 'INVALID', field: 'from' }]);
  });

  it('records a session once, with who was there of those enrolled on the day', async () => {
    const id = await programme();
    const groupId = await group(id);
    const one = (await enrolling(id, groupId)).enrolment.person.id;
    const two = (await enrolling(id, groupId)).enrolment.person.id;
    const attendance = [
      { personId: one, attended: true },
      { personId: two, attended: false },
    ];
    const i = { key: 'session-1', programmeId: id, groupId, on: '2026-02-10', leaderId: leader, attendance };
    const answers = await Promise.all(Array.from({ length: 20 }, () => asking('recordSession', session, i)));
    expect(answers.flatMap(({ problems }) => problems)).toEqual([]);
    expect(new Set(answers.map((answer) => answer.session.id)).size).toBe(1);
    expect((await asking('recordSession', session, { ...i, on: '2026-02-11' })).problems).toEqual([{ code: 'INVALID', field: 'key' }]);
    expect((await asking('recordSession', session, { ...i, key: 'session-2', on: '2026-01-31' })).problems).toEqual([
      { code: 'WRONG_STATE', field: 'attendance.0.personId' },
      { code: 'WRONG_STATE', field: 'attendance.1.personId' },
    ]);
    const { data } = await town.ask(manager, seen, { id });
    expect(data.programme.groups).toMatchObject([{ places: 3, leader: { id: leader } }]);
    expect(data.programme.enrolments.totalCount).toBe(2);
    expect(data.programme.sessions).toMatchObject({
      totalCount: 1,
      nodes: [{ on: '2026-02-10', attendance: [{ attended: true }, { attended: false }] }],
    });
    const other = staff('facility-manager', { municipality: bauska });
    expect((await town.ask(other, seen, { id })).data.programme).toBeNull();
    expect(
      (await asking('recordSession', session, { ...i, key: 'theirs', leaderId: neighbours.employee(bauska) }, other)).problems,
    ).toMatchObject([{ code: 'NOT_FOUND', field: 'programmeId' }]);
  });

  it('gives out meals, to a person once for a key, and without a name in a soup kitchen alone', async () => {
    const person = neighbours.person();
    const i = { key: 'meal-1', on: '2026-11-20', programme: 'HOT_MEAL', personId: person, portions: 2 };
    const answers = await Promise.all(Array.from({ length: 20 }, () => asking('issueMeal', meal, i)));
    expect(new Set(answers.map((answer) => answer.meal.id)).size).toBe(1);
    expect((await asking('issueMeal', meal, { ...i, portions: 3 })).problems).toEqual([{ code: 'INVALID', field: 'key' }]);
    expect((await asking('issueMeal', meal, { ...i, key: 'meal-2', personId: null })).problems).toEqual([
      { code: 'INVALID', field: 'personId' },
    ]);
    expect(
      (await asking('issueMeal', meal, { ...i, key: 'meal-3', personId: null, programme: 'SOUP_KITCHEN', portions: 40 })).problems,
    ).toEqual([]);
    const query = `query($p: ID!) { mealIssues(personId: $p) { totalCount } mealPortions(programme: HOT_MEAL, from: "2026-01-01", until: "2027-01-01") }`;
    expect((await town.ask(manager, query, { p: person })).data).toEqual({ mealIssues: { totalCount: 1 }, mealPortions: 2 });
    expect((await town.ask(staff('facility-manager', { municipality: bauska }), query, { p: person })).data.mealPortions).toBe(0);
  });

  it('records a trip as a delivery for each rider who is granted it; a vehicle is on one trip at a time', async () => {
    const [first, second] = [await granted('specialised-transport'), await granted('specialised-transport')];
    const riders = [{ requestId: first }, { requestId: second }];
    const times = { departsAt: '2026-11-20T07:00:00Z', arrivesAt: '2026-11-20T08:30:00Z' };
    const i = {
      key: 'trip-1',
      serviceType: 'specialised-transport',
      vehicle: 'LR-1',
      driverId: leader,
      ...times,
      fromPlace: 'Stropi',
      toPlace: 'Slimnīca',
      riders,
    };
    const answers = await Promise.all(Array.from({ length: 20 }, () => asking('recordTrip', trip, i)));
    expect(answers.flatMap(({ problems }) => problems)).toEqual([]);
    expect(new Set(answers.map((answer) => answer.trip.id)).size).toBe(1);
    expect(answers[0].trip.riders).toHaveLength(2);
    expect(await town.sql('select unit, units::int as units from delivery where request_id = any($1)', [[first, second]])).toEqual([
      { unit: 'TRIP', units: 1 },
      { unit: 'TRIP', units: 1 },
    ]);
    expect((await asking('recordTrip', trip, { ...i, key: 'trip-2', departsAt: '2026-11-20T08:00:00Z' })).problems).toEqual([
      { code: 'OVERLAP', field: 'vehicle' },
    ]);
    const later = { ...i, key: 'trip-3', departsAt: '2026-11-20T08:30:00Z', arrivesAt: '2026-11-20T09:00:00Z' };
    expect(
      (await asking('recordTrip', trip, { ...later, riders: [{ requestId: await granted('social-taxi') }, { requestId: newId() }] }))
        .problems,
    ).toEqual([
      { code: 'NOT_FOUND', field: 'riders.0.requestId' },
      { code: 'NOT_FOUND', field: 'riders.1.requestId' },
    ]);
    const ended = await granted('specialised-transport', { state: 'ENDED', until_date: '2026-06-01' });
    expect((await asking('recordTrip', trip, { ...later, riders: [{ requestId: ended }] })).problems).toEqual([
      { code: 'INVALID', field: 'riders.0.requestId' },
    ]);
    expect((await asking('recordTrip', trip, later)).problems).toEqual([]);
    const list = '{ trips(on: "2026-11-20") { totalCount nodes { vehicle serviceType { code } riders { id } } } }';
    expect((await town.ask(manager, list)).data.trips.totalCount).toBe(2);
    expect((await town.ask(staff('director', { municipality: bauska }), list)).data.trips.totalCount).toBe(0);
  });

  it('is for who may', async () => {
    const forbidden = async (role: Parameters<typeof staff>[0], query: string, i: object) =>
      expect((await town.ask(staff(role), query, { i })).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    await forbidden('social-worker', open, { code: 'x', name: 'x', from: '2026-01-01' });
    await forbidden('carer', enrol, { programmeId: newId(), personId: newId(), from: '2026-01-01' });
    await forbidden('finance', meal, { key: 'k', on: '2026-01-01', programme: 'SOUP_KITCHEN', portions: 1 });
    await forbidden('hr', session, {
      key: 'k',
      programmeId: newId(),
      on: '2026-01-01',
      leaderId: newId(),
      attendance: [{ personId: newId(), attended: true }],
    });
  });
});
