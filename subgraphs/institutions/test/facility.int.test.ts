import { newId } from '@atbalsts/database';
import { bauska, countStatements, daugavpils, staff, type TestSubgraph, testSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { institutions } from '../src/index.js';
import { facility } from './fixture.js';

const manager = staff('facility-manager');

describe('facilities', () => {
  let town: TestSubgraph;
  let shelter: string;
  const people = Array.from({ length: 5 }, () => newId());

  /** Puts somebody into a bed by its name. */
  async function place(
    person: string | undefined,
    where: string,
    bed: string,
    from: string,
    endedOn: string | null = null,
    destination: string | null = null,
  ): Promise<string> {
    const id = newId();
    await town.sql(
      `insert into placement (id, municipality, person_id, facility_id, place_id, accommodation, from_date, until_date, ended_on, destination, funding, emergency, admitted_by, admitted_on)
       select $1, f.municipality, $2, f.id, b.id, true, $5, null, $6, $7, 'MUNICIPAL', 'x', 'y', '2026-01-01' from facility f join facility_place b on b.facility_id = f.id where f.id = $3 and b.name = $4`,
      [id, person, where, bed, from, endedOn, destination],
    );
    return id;
  }
  const night = (person: string, where: string, on: string) =>
    town.sql('insert into night_stay values ($1, $2, $3, $4, $5)', [newId(), daugavpils, person, where, on]);

  beforeAll(async () => {
    town = await testSubgraph(institutions);
    shelter = await facility(town, { beds: 5 });
    await place(people[0], shelter, '1-1', '2026-01-10', '2026-11-22', 'RENTED_HOME');
    await place(people[1], shelter, '1-2', '2026-02-10');
    await place(people[2], shelter, '1-3', '2026-03-10', '2026-06-01', 'RENTED_HOME');
    await place(people[3], shelter, '1-3', '2026-06-01', '2026-06-01', 'OTHER');
    await place(people[2], shelter, '1-4', '2026-12-01');
    await town.sql(
      'insert into placement_extension (id, municipality, placement_id, agreed_on, until_date) select $1, municipality, id, $2, $3 from placement where person_id = $4',
      [newId(), '2026-03-01', '2026-04-01', people[1]],
    );
    await town.sql(
      `insert into placement_activity (id, municipality, placement_id, kind, on_date) select $1, municipality, id, 'STUDIES', '2026-03-05' from placement where person_id = $2`,
      [newId(), people[1]],
    );
  });
  afterAll(() => town?.drop());

  it('are as full as their stays say, on any day past or future', async () => {
    const { data, errors } = await town.ask(
      manager,
      `query($f: ID!) { facility(id: $f) { now: occupancy { on capacity occupied reserved free } spring: occupancy(on: "2026-04-01") { occupied free }
        change: occupancy(on: "2026-06-01") { occupied free } winter: occupancy(on: "2026-12-15") { occupied reserved free } before: capacity(on: "2019-01-01") } }`,
      { f: shelter },
    );
    expect(errors).toBeUndefined();
    expect(data.facility).toEqual({
      now: { on: '2026-11-22', capacity: 5, occupied: 1, reserved: 0, free: 4 },
      spring: { occupied: 3, free: 2 },
      change: { occupied: 2, free: 3 },
      winter: { occupied: 1, reserved: 1, free: 3 },
      before: 0,
    });
  });

  it('count a guest of the night without an agreement once, and nobody twice', async () => {
    const shelterByNight = await facility(town, { kind: 'NIGHT_SHELTER', beds: 3 });
    await place(people[0], shelterByNight, '1-1', '2026-11-22');
    for (const person of [people[0], people[4]]) await night(person as string, shelterByNight, '2026-11-22');
    const { data } = await town.ask(
      manager,
      '{ facilities(kind: NIGHT_SHELTER) { occupancy { occupied free } next: occupancy(on: "2026-11-23") { occupied free } } vacancies(kind: NIGHT_SHELTER) { free } }',
    );
    expect(data).toEqual({
      facilities: [{ occupancy: { occupied: 2, free: 1 }, next: { occupied: 1, free: 2 } }],
      vacancies: [{ free: 1 }],
    });
    await expect(night(people[4] as string, shelter, '2026-11-22')).rejects.toMatchObject({ constraint: 'night_stay_one_per_night' });
  });

  it('list who has a place, the latest first, page by page', async () => {
    const query =
      'query($f: ID!, $after: String, $on: Date) { facility(id: $f) { placements(first: 2, after: $after, on: $on) { totalCount pageInfo { hasNextPage endCursor } nodes { place from person { id } extensions { agreedOn until } activities { kind on } } } } }';
    const first = (await town.ask(manager, query, { f: shelter, on: '2026-04-01' })).data.facility.placements;
    expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
    expect(first.nodes).toEqual([
      { place: '1-3', from: '2026-03-10', person: { id: people[2] }, extensions: [], activities: [] },
      {
        place: '1-2',
        from: '2026-02-10',
        person: { id: people[1] },
        extensions: [{ agreedOn: '2026-03-01', until: '2026-04-01' }],
        activities: [{ kind: 'STUDIES', on: '2026-03-05' }],
      },
    ]);
    const second = (await town.ask(manager, query, { f: shelter, on: '2026-04-01', after: first.pageInfo.endCursor })).data.facility
      .placements;
    expect(second).toMatchObject({ pageInfo: { hasNextPage: false }, nodes: [{ place: '1-1' }] });
    for (const forged of ['nonsense', Buffer.from('["x","y"]').toString('base64url')]) {
      expect((await town.ask(manager, query, { f: shelter, after: forged })).errors).toMatchObject([
        { extensions: { code: 'BAD_USER_INPUT' } },
      ]);
    }
  });

  it('tell where people went, of a period whose last day is not in it', async () => {
    const movements = async (from: string, to: string) =>
      (
        await town.ask(
          manager,
          'query($f: ID!, $a: Date!, $b: Date!) { facility(id: $f) { movements(from: $a, to: $b) { destination count } } }',
          { f: shelter, a: from, b: to },
        )
      ).data?.facility?.movements;
    expect(await movements('2026-01-01', '2027-01-01')).toEqual([
      { destination: 'RENTED_HOME', count: 2 },
      { destination: 'OTHER', count: 1 },
    ]);
    expect(await movements('2026-06-02', '2026-11-22')).toEqual([]);
    expect(await movements('2026-06-01', '2026-06-02')).toHaveLength(2);
    expect(await movements('2026-06-02', '2026-06-01')).toBeUndefined();
  });

  it('have a waiting list by the day since when, and a registration that shows its lapse', async () => {
    const lapsed = await facility(town, { kind: 'SOCIAL_HOUSE', registeredUntil: '2026-05-01' });
    for (const [n, since] of ['2026-03-01', '2026-01-01', '2026-02-01'].entries()) {
      await town.sql('insert into facility_waiting_entry values ($1, $2, $3, $4, $5, $6)', [
        newId(),
        daugavpils,
        lapsed,
        people[n],
        since,
        since === '2026-01-01' ? '2026-10-01' : null,
      ]);
    }
    const { data } = await town.ask(
      manager,
      '{ facilities(kind: SOCIAL_HOUSE) { registration { number validTo serviceType { code } } waitingList { position since person { id } } } }',
    );
    expect(data.facilities).toEqual([
      {
        registration: { number: 'R-1', validTo: '2026-05-01', serviceType: { code: 'shelter' } },
        waitingList: [
          { position: 1, since: '2026-02-01', person: { id: people[2] } },
          { position: 2, since: '2026-03-01', person: { id: people[0] } },
        ],
      },
    ]);
  });

  it('show every bed on a board with who holds it on a day', async () => {
    const house = await facility(town, { kind: 'FAMILY_HOME', beds: 3 });
    await place(people[0], house, '1-3', '2025-01-10', '2025-02-01', 'OTHER');
    const later = await place(people[4], house, '1-2', '2026-12-10');
    await town.sql(`update facility_place set until_date = '2026-12-01' where facility_id = $1 and name = '1-1'`, [house]);
    const { data, errors } = await town.ask(
      manager,
      `query($f: ID!) { facility(id: $f) { now: board { name room placement { id } } past: board(on: "2025-01-31") { name placement { person { id } } }
        soon: board(on: "2026-12-10") { name placement { id } } } }`,
      { f: house },
    );
    expect(errors).toBeUndefined();
    expect(data.facility).toEqual({
      now: ['1-1', '1-2', '1-3'].map((name) => ({ name, room: '1', placement: null })),
      past: [
        { name: '1-1', placement: null },
        { name: '1-2', placement: null },
        { name: '1-3', placement: { person: { id: people[0] } } },
      ],
      soon: [
        { name: '1-2', placement: { id: later } },
        { name: '1-3', placement: null },
      ],
    });
  });

  it('list their lapses ahead of time, the earliest first, and none that is renewed', async () => {
    const own = await testSubgraph(institutions);
    try {
      const soon = await facility(own, { registeredUntil: '2027-01-31' });
      const lapsed = await facility(own, { registeredUntil: '2026-03-01' });
      const renewed = await facility(own, { registeredUntil: '2026-12-01' });
      await facility(own, { registeredUntil: '2027-06-01' });
      await facility(own, { registeredUntil: '2026-12-01', municipality: bauska });
      await own.sql(
        `insert into provider_registration select $1, municipality, id, 'R-2', 'shelter', '2026-12-01', '2031-12-01' from facility where id = $2`,
        [newId(), renewed],
      );
      const list = async (by: string | null) =>
        (await own.ask(manager, 'query($by: Date) { facilitiesLapsing(by: $by) { id } }', { by })).data.facilitiesLapsing.map(
          ({ id }: { id: string }) => id,
        );
      expect(await list(null)).toEqual([lapsed, soon]);
      expect(await list('2027-01-30')).toEqual([lapsed]);
      expect(await list('2027-06-01')).toHaveLength(3);
    } finally {
      await own.drop();
    }
  });

  it('give a person the places of a life, and the one of today', async () => {
    const query =
      'query($of: [_Any!]!) { _entities(representations: $of) { ... on Person { id placements { from } currentPlacement { from facility { kind } } } ... on Placement { person { id } } ... on Facility { name } } }';
    const centre = await facility(town, { kind: 'DAY_CENTRE', beds: 0, capacity: 9 });
    await town.sql(
      `insert into placement (id, municipality, person_id, facility_id, accommodation, from_date, funding, emergency, admitted_by, admitted_on) values ($1, $2, $3, $4, false, '2026-10-01', 'MUNICIPAL', 'x', 'y', '2026-01-01')`,
      [newId(), daugavpils, people[1], centre],
    );
    const [known] = await town.sql<{ id: string }>('select id from placement where person_id = $1 and accommodation', [people[1]]);
    const of = [
      { __typename: 'Person', id: people[1] },
      { __typename: 'Person', id: people[2] },
      { __typename: 'Placement', id: known?.id },
      { __typename: 'Facility', id: shelter },
      { __typename: 'Facility', id: 'x' },
    ];
    const { data, errors } = await town.ask(manager, query, { of });
    expect(errors).toBeUndefined();
    expect(data._entities).toEqual([
      {
        id: people[1],
        placements: [{ from: '2026-10-01' }, { from: '2026-02-10' }],
        currentPlacement: { from: '2026-02-10', facility: { kind: 'SHELTER' } },
      },
      { id: people[2], placements: [{ from: '2026-12-01' }, { from: '2026-03-10' }], currentPlacement: null },
      { person: { id: people[1] } },
      { name: 'Patversme' },
      null,
    ]);
  });

  it('are of the own town alone, and who lives there is not for every role', async () => {
    const elsewhere = staff('facility-manager', { municipality: bauska });
    const { data } = await town.ask(
      elsewhere,
      'query($f: ID!) { facilities { id } facility(id: $f) { id } vacancies(kind: SHELTER) { free } }',
      { f: shelter },
    );
    expect(data).toEqual({ facilities: [], facility: null, vacancies: [] });
    const asHr = await town.ask(staff('hr'), '{ facilities(kind: SHELTER) { name occupancy { free } placements { totalCount } } }');
    expect(asHr.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect((await town.ask(staff('hr'), '{ facilities(kind: SHELTER) { occupancy { free } } }')).errors).toBeUndefined();
  });

  it('are read with the same number of statements, be they one or many', async () => {
    const query =
      '{ facilities(kind: SHELTER) { name capacity occupancy { free } registration { number } waitingList { position } board { name placement { person { id } } } placements(first: 5) { totalCount nodes { place extensions { until } activities { kind } person { placements { facility { name } } currentPlacement { place } } } } movements(from: "2026-01-01", to: "2027-01-01") { count } } }';
    const counter = countStatements(town.database.superUrl);
    const statements = async () => {
      await counter.reset();
      expect((await town.ask(manager, query)).errors).toBeUndefined();
      return counter.count();
    };
    const withOne = await statements();
    for (let n = 0; n < 4; n++) {
      const more = await facility(town);
      for (const bed of ['1-1', '1-2', '1-3']) await place(newId(), more, bed, '2026-05-01');
    }
    expect(await statements()).toBe(withOne);
    expect(withOne).toBeLessThanOrEqual(15);
  });

  it('show the auditor who changed what about a person', async () => {
    await town.sql(
      `insert into audit_entry (id, municipality, subject, role, action, person_id, object, fields, request_id) values ($1, $2, 'somebody', 'facility-manager', 'placement.admit', $3, 'placement:1', '{from}', 'r')`,
      [newId(), daugavpils, people[0]],
    );
    const query =
      'query($of: [_Any!]!) { _entities(representations: $of) { ... on AuditTrail { institutions(first: 5) { totalCount nodes { subject action fields } } } } }';
    const of = [{ __typename: 'AuditTrail', personId: people[0] }];
    expect((await town.ask(staff('auditor'), query, { of })).data._entities).toEqual([
      { institutions: { totalCount: 1, nodes: [{ subject: 'somebody', action: 'placement.admit', fields: ['from'] }] } },
    ]);
    expect((await town.ask(manager, query, { of })).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});
