import { newId } from '@atbalsts/database';
import { bauska, daugavpils, staff, type TestSubgraph, testSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { institutions } from '../src/index.js';
import { admission, admitted, changes, facility, others, refusals } from './fixture.js';

const head = staff('head-of-services');
const manager = staff('facility-manager');
const today = '2026-11-22';
const inputs = {
  openFacility: 'OpenFacilityInput',
  registerProvider: 'RegisterProviderInput',
  renewRegistration: 'RenewRegistrationInput',
  endRegistration: 'EndRegistrationInput',
  setCapacity: 'SetCapacityInput',
  addPlaces: 'AddPlacesInput',
  removePlace: 'RemovePlaceInput',
  closeFacility: 'CloseFacilityInput',
} as const;
const catalogue = () => ({ data: { serviceTypes: [{ code: 'shelter' }, { code: 'night-shelter' }, { code: 'day-centre' }] } });

describe('the register of facilities', () => {
  let town: TestSubgraph;
  const send = async (name: keyof typeof inputs, i: object, who = head) => {
    const { data, errors } = await town.ask(
      who,
      `mutation($i: ${inputs[name]}!) { done: ${name}(input: $i) { facility { id closedOn capacities { capacity from until }
        registrations { number validFrom validTo endReason serviceType { code } } board(on: "2027-01-01") { name } } inTheWay { id } problems { code field message(language: EN) } } }`,
      { i },
    );
    expect(errors).toBeUndefined();
    return data.done;
  };
  const admits = async (facilityId: string, more: object = {}) =>
    (
      await town.ask(manager, admission, {
        i: { personId: newId(), facilityId, from: today, funding: 'MUNICIPAL', emergency: 'x', ...more },
      })
    ).data.admit;
  const ended = (id: string, on = today) =>
    town.ask(manager, changes.discharge, { i: { placementId: id, version: 1, on, destination: 'OTHER' } });

  beforeAll(async () => {
    town = await testSubgraph(institutions, {
      ...others(),
      services: (request) =>
        request.query.includes('serviceTypes') ? catalogue() : (others().services?.(request) ?? { data: { serviceRequest: null } }),
    });
  });
  afterAll(() => town?.drop());

  it('takes a facility from its opening over registration and beds to the first admission', async () => {
    const opened = await send('openFacility', {
      name: 'Jaunā patversme',
      kind: 'SHELTER',
      address: 'Jaunā iela 1',
      from: '2026-11-01',
      capacity: 2,
    });
    expect(opened).toMatchObject({
      problems: [],
      inTheWay: [],
      facility: { capacities: [{ capacity: 2, from: '2026-11-01', until: null }] },
    });
    const facilityId = opened.facility.id;
    expect(refusals(await admits(facilityId))).toEqual(['NOT_REGISTERED facilityId']);
    const registration = { facilityId, number: 'R-77', serviceType: 'shelter', validFrom: '2026-11-01' };
    expect((await send('registerProvider', registration)).facility.registrations).toEqual([
      { number: 'R-77', validFrom: '2026-11-01', validTo: '2031-11-01', endReason: null, serviceType: { code: 'shelter' } },
    ]);
    expect(refusals(await admits(facilityId))).toEqual(['NO_VACANCY facilityId']);
    expect(
      (await send('addPlaces', { facilityId, room: '1', beds: ['1', '2', '3'], from: '2026-11-01' }, manager)).facility.board,
    ).toHaveLength(3);
    expect([...refusals(await admits(facilityId)), ...refusals(await admits(facilityId))]).toEqual([]);
    expect(refusals(await admits(facilityId))).toEqual(['NO_VACANCY facilityId']);
    expect(
      await town.sql('select action, subject, fields from audit_entry where object = $1 order by at, id', [`facility:${facilityId}`]),
    ).toEqual([
      { action: 'facility.change', subject: head.subject, fields: ['address', 'capacity', 'from', 'kind', 'name'] },
      { action: 'facility.change', subject: head.subject, fields: ['number', 'registration', 'validFrom', 'validTo'] },
      { action: 'facility.place.change', subject: manager.subject, fields: ['beds', 'from', 'room'] },
    ]);
  });

  it('opens a facility once, also when twenty ask at once', async () => {
    const i = { name: 'Divreiz', kind: 'DAY_CENTRE', address: 'Parka iela 1', from: today, capacity: 5 };
    const answers = await Promise.all(Array.from({ length: 20 }, () => send('openFacility', i)));
    expect(answers.flatMap(refusals)).toEqual(Array(19).fill('DUPLICATE name'));
    expect(new Set(answers.map(({ facility: { id } }) => id)).size).toBe(1);
    expect(refusals(await send('openFacility', { ...i, name: ' ', address: '', from: '2028-01-01' }))).toEqual([
      'INVALID name',
      'INVALID address',
      'INVALID from',
    ]);
    const { errors } = await town.ask(head, 'mutation($i: OpenFacilityInput!) { openFacility(input: $i) { problems { code } } }', {
      i: { ...i, capacity: -1 },
    });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('has one registration at a time, for five years at most, of a service that such a facility gives', async () => {
    const facilityId = await facility(town, { registeredUntil: '2026-06-01' });
    const asked = { facilityId, number: 'R-2', serviceType: 'shelter', validFrom: '2026-06-01' };
    expect(refusals(await send('registerProvider', { ...asked, validFrom: '2026-05-31' }))).toEqual(['OVERLAP validFrom']);
    expect(refusals(await send('registerProvider', { ...asked, validTo: '2031-06-02' }))).toEqual(['INVALID validTo']);
    expect(refusals(await send('registerProvider', { ...asked, validTo: '2026-06-01' }))).toEqual(['INVALID validTo']);
    expect(refusals(await send('registerProvider', { ...asked, serviceType: 'night-shelter' }))).toEqual(['INVALID serviceType']);
    expect(refusals(await send('registerProvider', { ...asked, number: ' ' }))).toEqual(['INVALID number']);
    const home = await facility(town, { kind: 'LONG_TERM_CARE', registeredUntil: '2026-06-01' });
    expect(refusals(await send('registerProvider', { ...asked, facilityId: home, serviceType: 'nowhere' }))).toEqual([
      'NOT_FOUND serviceType',
    ]);
    expect(refusals(await send('registerProvider', asked))).toEqual([]);
    expect(refusals(await send('registerProvider', asked))).toEqual(['DUPLICATE number']);
  });

  it('renews a registration from its end, or from today where it has lapsed, and takes it off the list of lapses', async () => {
    const soon = await facility(town, { registeredUntil: '2027-01-10' });
    const lapsed = await facility(town, { registeredUntil: '2026-01-10' });
    const later = await facility(town, { registeredUntil: '2028-06-01' });
    const lapsing = async () =>
      (await town.ask(head, '{ facilitiesLapsing { id } }')).data.facilitiesLapsing.map(({ id }: { id: string }) => id);
    expect(await lapsing()).toEqual(expect.arrayContaining([soon, lapsed]));
    const renewed = await send('renewRegistration', { facilityId: soon, number: 'R-9' });
    expect(renewed.facility.registrations.at(-1)).toMatchObject({ validFrom: '2027-01-10', validTo: '2032-01-10' });
    expect((await send('renewRegistration', { facilityId: lapsed, number: 'R-9' })).facility.registrations.at(-1)).toMatchObject({
      validFrom: today,
    });
    expect(refusals(await send('renewRegistration', { facilityId: later, number: 'R-9' }))).toEqual(['WRONG_STATE facilityId']);
    expect(refusals(await send('renewRegistration', { facilityId: soon, number: 'R-9' }))).toEqual(['DUPLICATE number']);
    expect(await lapsing()).not.toContain(soon);
    expect(await lapsing()).not.toContain(lapsed);
  });

  it('ends a registration early, for a reason, and never where somebody was admitted after it', async () => {
    const facilityId = await facility(town);
    const { id } = await admitted(town, manager, facilityId);
    const reserved = await admitted(town, manager, facilityId, { from: '2026-12-05' });
    const struck = { facilityId, on: '2026-12-01', reason: 'Svītrots no reģistra' };
    expect(await send('endRegistration', struck)).toMatchObject({
      inTheWay: [{ id: reserved.id }],
      problems: [{ code: 'WRONG_STATE', field: 'on' }],
    });
    await town.ask(manager, changes.cancelReservation, { id: reserved.id, version: 1 });
    expect(refusals(await send('endRegistration', { ...struck, reason: ' ' }))).toEqual(['INVALID reason']);
    expect((await send('endRegistration', struck)).facility.registrations).toMatchObject([
      { validTo: '2026-12-01', endReason: 'Svītrots no reģistra' },
    ]);
    expect(refusals(await send('endRegistration', struck))).toEqual(['WRONG_STATE on']);
    expect(refusals(await admits(facilityId, { from: '2026-12-02' }))).toEqual(['NOT_REGISTERED facilityId']);
    expect(await town.sql('select ended_on from placement where id = $1', [id])).toEqual([{ ended_on: null }]);
  });

  it('grows and shrinks, and not below who is there or expected on any day', async () => {
    const facilityId = await facility(town, { beds: 5, capacity: 3 });
    const [first, second] = [await admitted(town, manager, facilityId), await admitted(town, manager, facilityId)];
    const coming = await admitted(town, manager, facilityId, { from: '2026-12-10' });
    expect((await send('setCapacity', { facilityId, from: today, capacity: 5 })).facility.capacities).toEqual([
      { capacity: 3, from: '2020-01-01', until: today },
      { capacity: 5, from: today, until: null },
    ]);
    const cut = { facilityId, from: '2026-12-01', capacity: 2 };
    const refused = await send('setCapacity', cut);
    expect(refused.inTheWay.map(({ id }: { id: string }) => id).sort()).toEqual([first.id, second.id, coming.id].sort());
    expect(refused.problems).toEqual([
      {
        code: 'WRONG_STATE',
        field: 'capacity',
        message:
          'On 2026-12-10 the facility has 3 placed or reserved, and would have 2 places. Discharge, transfer or cancel reservations first.',
      },
    ]);
    await ended(first.id);
    expect((await send('setCapacity', cut)).facility.capacities.at(-1)).toEqual({ capacity: 2, from: '2026-12-01', until: null });
    expect(refusals(await send('setCapacity', cut))).toEqual(['DUPLICATE capacity']);
    expect((await send('setCapacity', { ...cut, from: '2026-11-25', capacity: 4 })).facility.capacities.at(-2)).toEqual({
      capacity: 4,
      from: '2026-11-25',
      until: '2026-12-01',
    });
    expect((await send('setCapacity', { ...cut, capacity: 6 })).facility.capacities).toHaveLength(4);
    expect(refusals(await send('setCapacity', { ...cut, from: '2028-01-01' }))).toEqual(['INVALID from']);
    expect(refusals(await send('setCapacity', { facilityId, from: '2026-10-01', capacity: 1 }))).toEqual(['WRONG_STATE capacity']);
  });

  it('counts guests of the night against a capacity and against the beds of that night', async () => {
    const shelter = await facility(town, { kind: 'NIGHT_SHELTER', beds: 2 });
    for (const night of [today, today])
      await town.sql('insert into night_stay values ($1, $2, $3, $4, $5)', [newId(), daugavpils, newId(), shelter, night]);
    expect(refusals(await send('setCapacity', { facilityId: shelter, from: today, capacity: 1 }))).toEqual(['WRONG_STATE capacity']);
    expect(refusals(await send('removePlace', { facilityId: shelter, place: '1-2', on: today }, manager))).toEqual(['WRONG_STATE on']);
    expect(refusals(await send('removePlace', { facilityId: shelter, place: '1-2', on: '2026-11-23' }, manager))).toEqual([]);
  });

  it('takes a bed out of service once nobody holds it, and puts it back after the repair', async () => {
    const facilityId = await facility(town, { beds: 2 });
    const { id, place } = await admitted(town, manager, facilityId);
    expect(await send('removePlace', { facilityId, place, on: '2026-12-01' }, manager)).toMatchObject({
      inTheWay: [{ id }],
      problems: [{ code: 'WRONG_STATE', field: 'place' }],
    });
    expect(refusals(await send('removePlace', { facilityId, place: '9-9', on: today }, manager))).toEqual(['NOT_FOUND place']);
    await ended(id);
    expect((await send('removePlace', { facilityId, place, on: today }, manager)).facility.board).toEqual([{ name: '1-2' }]);
    expect(refusals(await send('removePlace', { facilityId, place, on: today }, manager))).toEqual(['NOT_FOUND place']);
    expect(refusals(await send('addPlaces', { facilityId, room: '1', beds: ['2'], from: today }, manager))).toEqual(['OVERLAP beds']);
    expect(refusals(await send('addPlaces', { facilityId, room: '1', beds: ['1', '1 '], from: '2026-12-15' }, manager))).toEqual([
      'INVALID beds',
    ]);
    expect((await send('addPlaces', { facilityId, room: '1', beds: ['1'], from: '2026-12-15' }, manager)).facility.board).toHaveLength(2);
    const centre = await facility(town, { kind: 'DAY_CENTRE', beds: 0, capacity: 3 });
    expect(refusals(await send('addPlaces', { facilityId: centre, room: '1', beds: ['1'], from: today }, manager))).toEqual([
      'INVALID facilityId',
    ]);
  });

  it('closes when the last has left and nobody waits, with everything that it had', async () => {
    const facilityId = await facility(town, { beds: 2 });
    const { id } = await admitted(town, manager, facilityId);
    const close = { facilityId, on: '2026-12-31', reason: 'Ēku nodod' };
    expect(await send('closeFacility', close)).toMatchObject({ inTheWay: [{ id }], problems: [{ code: 'WRONG_STATE' }] });
    await ended(id);
    await town.sql(
      `insert into facility_waiting_entry (id, municipality, facility_id, person_id, since_date) values ($1, $2, $3, $4, '2026-01-01')`,
      [newId(), daugavpils, facilityId, newId()],
    );
    expect(refusals(await send('closeFacility', close))).toEqual(['WRONG_STATE on']);
    await town.sql(`update facility_waiting_entry set ended_on = '2026-11-01' where facility_id = $1`, [facilityId]);
    expect(refusals(await send('closeFacility', { ...close, on: '2020-01-01' }))).toEqual(['INVALID on']);
    expect(await send('closeFacility', close)).toMatchObject({
      facility: { closedOn: '2026-12-31', capacities: [{ until: '2026-12-31' }], registrations: [{ validTo: '2026-12-31' }], board: [] },
    });
    expect(refusals(await send('closeFacility', close))).toEqual(['WRONG_STATE facilityId']);
    expect(refusals(await admits(facilityId))).toEqual(['NO_VACANCY facilityId']);
    const { data } = await town.ask(head, '{ facilities(kind: SHELTER) { id } facilitiesLapsing(by: "2030-01-01") { id } }');
    expect(data.facilities).toContainEqual({ id: facilityId });
    expect(data.facilitiesLapsing).not.toContainEqual({ id: facilityId });
  });

  it('is changed by the head and the director alone, beds by the manager too, and each town its own', async () => {
    const facilityId = await facility(town);
    for (const role of ['carer', 'social-worker', 'hr', 'auditor', 'facility-manager'] as const) {
      const { errors } = await town.ask(staff(role), 'mutation($i: SetCapacityInput!) { setCapacity(input: $i) { problems { code } } }', {
        i: { facilityId, from: today, capacity: 9 },
      });
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
    const theirs = staff('head-of-services', { municipality: bauska });
    expect(refusals(await send('setCapacity', { facilityId, from: today, capacity: 9 }, theirs))).toEqual(['NOT_FOUND facilityId']);
    expect(refusals(await send('setCapacity', { facilityId, from: today, capacity: 9 }, staff('director')))).toEqual([]);
  });

  it('gives a race of a cut and of admissions no winner too many', async () => {
    for (let n = 0; n < 5; n++) {
      const facilityId = await facility(town, { beds: 6 });
      const answers = await Promise.all([
        ...Array.from({ length: 6 }, () => admits(facilityId)),
        send('setCapacity', { facilityId, from: today, capacity: 3 }),
        ...Array.from({ length: 6 }, () => admits(facilityId)),
      ]);
      const [row] = await town.sql<{ held: number; capacity: number }>(
        `select (select count(*)::int from placement where facility_id = $1) as held, (select capacity from facility_capacity where facility_id = $1 and until_date is null) as capacity`,
        [facilityId],
      );
      expect(row?.held).toBeLessThanOrEqual(row?.capacity as number);
      expect(answers[6].problems.length === 0).toBe(row?.capacity === 3);
    }
  });

  it('admits nobody beside a registration that ends at the same moment', async () => {
    for (let n = 0; n < 5; n++) {
      const facilityId = await facility(town, { beds: 6 });
      const answers = await Promise.all([
        ...Array.from({ length: 3 }, () => admits(facilityId)),
        send('endRegistration', { facilityId, on: today, reason: 'Svītrots' }),
        ...Array.from({ length: 3 }, () => admits(facilityId)),
      ]);
      const placed = await town.sql('select from placement where facility_id = $1', [facilityId]);
      if (answers[3].problems.length) expect(placed.length).toBe(6);
      else
        expect([placed.length, ...answers.filter((_, at) => at !== 3).flatMap(refusals)]).toEqual([
          0,
          ...Array(6).fill('NOT_REGISTERED facilityId'),
        ]);
    }
  });
});
