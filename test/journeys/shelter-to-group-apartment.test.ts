import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demoDay, type Federation, federation } from '../support/federation.js';
import { Town, tally } from './town.js';

describe('from a shelter to a group apartment', () => {
  let graph: Federation;
  let town: Town;
  beforeAll(async () => {
    graph = await federation();
    town = new Town(graph);
  }, 240_000);
  afterAll(() => graph?.stop());

  let man: string;
  let shelter: string;
  let apartments: string;
  let stay: { id: string; version: number };
  let request: { id: string; version: number };

  const occupancyOf = async (id: string) =>
    (await town.sees('shelter-manager', 'query($id: ID!) { facility(id: $id) { occupancy { capacity occupied reserved free } } }', { id }))
      .facility.occupancy;
  const movementsOf = async (id: string): Promise<Record<string, number>> => {
    const query = 'query($id: ID!) { facility(id: $id) { movements(from: "2026-11-01", to: "2026-11-23") { destination count } } }';
    const { facility } = await town.sees('shelter-manager', query, { id });
    return Object.fromEntries(
      facility.movements.map(({ destination, count }: { destination: string; count: number }) => [destination, count]),
    );
  };

  it('a man without a home is admitted to the shelter, and another confirms it', async () => {
    const { facilities } = await town.sees('shelter-manager', '{ facilities { id kind occupancy { free } } }');
    const of = (kind: string) => facilities.filter((one: { kind: string }) => one.kind === kind);
    [{ id: shelter }] = of('SHELTER');
    apartments = of('GROUP_APARTMENTS').find((one: { occupancy: { free: number } }) => one.occupancy.free >= 3).id;
    man = await town.registers('shelter-manager', 1, { givenName: 'Jānis', familyName: 'Ceļmalis', birthDate: '1970-01-02', sex: 'MALE' });
    const given = { personId: man, facilityId: shelter, from: '2026-10-05', until: '2027-04-05', funding: 'MUNICIPAL' };
    expect(await town.refusal('shelter-manager', 'admit', given)).toBe('INVALID'); // neither a granted request nor an emergency
    const emergency = { ...given, emergency: 'Ugunsgrēks mājoklī' };
    const { placement } = await town.does('shelter-manager', 'admit', emergency, 'placement { id version place }');
    expect(placement.place).toEqual(expect.any(String));
    const confirmed = await town.does(
      'social-worker',
      'confirmPlacement',
      { id: placement.id, version: placement.version },
      'placement { id version }',
    );
    stay = confirmed.placement;
  });

  it('a group apartment is requested for him, and his needs are assessed', async () => {
    const wanted = { personId: man, serviceType: 'group-apartments', requestedOn: '2026-11-02' };
    const asked = await town.does('shelter-manager', 'requestService', wanted, 'serviceRequest { id version state dueOn }');
    expect(asked.serviceRequest).toMatchObject({ state: 'SUBMITTED', dueOn: '2026-12-02' });
    expect(await town.refusal('social-worker', 'requestService', wanted)).toBe('DUPLICATE');
    const { id: requestId, version } = asked.serviceRequest;
    const card = { requestId, version, on: '2026-11-05', score: 11, level: 2, findings: 'Dzīvo patstāvīgi ar atbalstu' };
    const assessed = await town.does(
      'social-worker',
      'assessNeeds',
      card,
      'serviceRequest { id version state needs { level assessedBy { name } } }',
    );
    expect(assessed.serviceRequest).toMatchObject({ state: 'ASSESSED', needs: { level: 2, assessedBy: { name: 'Kristīne Vējlauka' } } });
    request = assessed.serviceRequest;
  });

  it('two persons decide on it', async () => {
    const given = { requestId: request.id, version: request.version, outcome: 'GRANT', from: '2026-11-15' };
    const proposed = await town.does('social-worker', 'decideService', given, 'serviceRequest { id version state }');
    expect(proposed.serviceRequest.state).toBe('PROPOSED');
    const confirm = { requestId: request.id, version: proposed.serviceRequest.version, outcome: 'GRANT' };
    expect(await town.refusal('social-worker', 'decideService', confirm)).toBe('FOUR_EYES');
    expect(await town.refusal('social-worker-2', 'decideService', given)).toBe('STALE');
    const granted = await town.does(
      'social-worker-2',
      'decideService',
      confirm,
      'serviceRequest { state from decidedOn confirmedBy { name } }',
    );
    expect(granted.serviceRequest).toEqual({
      state: 'GRANTED',
      from: '2026-11-15',
      decidedOn: demoDay,
      confirmedBy: { name: 'Andris Mežsargs' },
    });
  });

  it('he moves in: one stay ends and the other begins on one day', async () => {
    const before = await occupancyOf(apartments);
    const [shelterBefore, leftBefore] = [await occupancyOf(shelter), await movementsOf(shelter)];
    const given = { placementId: stay.id, version: stay.version, facilityId: apartments, on: '2026-11-15', requestId: request.id };
    const gives = 'placement { id version from place facility { id } continues { id endedOn destination } }';
    const moved = await town.does('shelter-manager', 'transfer', given, gives);
    expect(moved.placement).toMatchObject({
      from: '2026-11-15',
      place: expect.any(String),
      facility: { id: apartments },
      continues: { id: stay.id, endedOn: '2026-11-15', destination: 'GROUP_APARTMENTS' },
    });
    expect(await occupancyOf(apartments)).toEqual({ ...before, occupied: before.occupied + 1, free: before.free - 1 });
    expect(await occupancyOf(shelter)).toMatchObject({ occupied: shelterBefore.occupied - 1 });
    expect(await movementsOf(shelter)).toEqual({ ...leftBefore, GROUP_APARTMENTS: (leftBefore.GROUP_APARTMENTS ?? 0) + 1 });
    expect(await town.refusal('shelter-manager', 'transfer', given)).toBe('STALE');
    stay = moved.placement;
  });

  it('he leaves for a home of his own, and the bed is free again', async () => {
    const [before, leftBefore] = [await occupancyOf(apartments), await movementsOf(apartments)];
    const given = { placementId: stay.id, version: stay.version, on: demoDay, destination: 'RENTED_HOME' };
    const left = await town.does('shelter-manager', 'discharge', given, 'placement { version endedOn destination }');
    expect(left.placement).toMatchObject({ endedOn: demoDay, destination: 'RENTED_HOME' });
    expect(await town.refusal('shelter-manager', 'discharge', { ...given, version: left.placement.version })).toBe('WRONG_STATE');
    expect(await occupancyOf(apartments)).toEqual({ ...before, occupied: before.occupied - 1, free: before.free + 1 });
    expect(await movementsOf(apartments)).toEqual({ ...leftBefore, RENTED_HOME: (leftBefore.RENTED_HOME ?? 0) + 1 });
  });

  it('his timeline tells each of it once, newest first', async () => {
    await town.newsArrives();
    await town.newsArrives();
    const query = 'query($id: ID!) { person(id: $id) { currentPlacement { id } timeline(first: 50) { totalCount nodes { at kind } } } }';
    const { person } = await town.sees('social-worker', query, { id: man });
    const told: { at: string; kind: string }[] = person.timeline.nodes;
    expect(told.map(({ at }) => at)).toEqual(
      told
        .map(({ at }) => at)
        .toSorted()
        .toReversed(),
    );
    expect(told.map(({ at, kind }) => `${at} ${kind}`).toSorted()).toEqual([
      '2026-10-05 PLACEMENT_BEGAN',
      '2026-11-02 SERVICE_REQUESTED',
      '2026-11-15 PLACEMENT_BEGAN',
      '2026-11-15 PLACEMENT_ENDED',
      '2026-11-22 PLACEMENT_ENDED',
      '2026-11-22 SERVICE_DECIDED',
    ]);
    expect(person).toMatchObject({ currentPlacement: null, timeline: { totalCount: 6 } });
  });

  it('of fifty who ask at once for the last free places as many get one as there are', async () => {
    const { free, capacity } = await occupancyOf(apartments);
    expect(free).toBeGreaterThan(0);
    expect(free).toBeLessThan(50);
    const persons: string[] = [];
    for (let n = 0; n < 50; n++) {
      const birthDate = `${1940 + n}-06-15`;
      persons.push(
        await town.registers('social-worker', 100 + n, { givenName: 'Viesis', familyName: 'Gaidītājs', birthDate, sex: 'MALE' }),
      );
    }
    const ask = (n: number) => ({ personId: persons[n], facilityId: apartments, from: demoDay, funding: 'MUNICIPAL', emergency: 'Plūdi' });
    const who = (n: number) => (n % 2 ? 'social-worker' : 'shelter-manager');
    const answers = await town.atOnce(50, who, 'admit', ask, 'placement { place }');
    expect(tally(answers.map(({ problems }) => problems[0]?.code ?? 'ADMITTED'))).toEqual({ ADMITTED: free, NO_VACANCY: 50 - free });
    const places = answers.flatMap(({ placement }) => (placement ? [placement.place] : []));
    expect(new Set(places).size).toBe(free);
    expect(await occupancyOf(apartments)).toMatchObject({ capacity, occupied: capacity, free: 0 });
    const { facility } = await town.sees('shelter-manager', 'query($id: ID!) { facility(id: $id) { board { placement { id } } } }', {
      id: apartments,
    });
    const held: string[] = facility.board.flatMap(({ placement }: { placement: { id: string } | null }) =>
      placement ? [placement.id] : [],
    );
    expect([held.length, new Set(held).size]).toEqual([capacity, capacity]);
  });

  it('who is to be moved where nothing is free stays where they were', async () => {
    const personId = await town.registers('social-worker', 200, {
      givenName: 'Ojārs',
      familyName: 'Palicējs',
      birthDate: '1958-12-24',
      sex: 'MALE',
    });
    const given = { personId, facilityId: shelter, from: demoDay, funding: 'MUNICIPAL', emergency: 'Plūdi' };
    const { placement } = await town.does('shelter-manager', 'admit', given, 'placement { id version }');
    const move = { placementId: placement.id, version: placement.version, facilityId: apartments, on: demoDay };
    expect(await town.refusal('shelter-manager', 'transfer', move)).toBe('NO_VACANCY');
    const query = 'query($id: ID!) { person(id: $id) { placements { id version endedOn facility { id } } } }';
    const { person } = await town.sees('shelter-manager', query, { id: personId });
    expect(person.placements).toEqual([{ ...placement, endedOn: null, facility: { id: shelter } }]);
  });
});
