import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Federation, federation } from './support/federation.js';

const today = '2026-11-22';
const problems = 'problems { code field }';

/** One bed given once, whoever asks and however many at the same time: through the gateway, over the demo. */
describe('places, through the gateway', () => {
  let graph: Federation;
  let facilityId: string;
  let people: string[];

  beforeAll(async () => {
    graph = await federation();
    const opened = await does('head-of-services', 'openFacility(input: $i)', 'OpenFacilityInput', 'facility { id }', {
      name: 'Ziemas patversme',
      kind: 'SHELTER',
      address: 'Ziemas iela 1, Daugavpils',
      from: '2026-11-01',
      capacity: 3,
    });
    facilityId = opened.facility.id;
    const registration = { facilityId, number: 'SPSR-2026-9', serviceType: 'shelter', validFrom: '2026-11-01' };
    await does('head-of-services', 'registerProvider(input: $i)', 'RegisterProviderInput', '', registration);
    const beds = { facilityId, room: '1', beds: ['1', '2', '3'], from: '2026-11-01' };
    await does('shelter-manager', 'addPlaces(input: $i)', 'AddPlacesInput', '', beds);
    const { data } = await graph.ask('social-worker', '{ persons(first: 200) { nodes { id placements { endedOn } } } }');
    people = data.persons.nodes
      .filter((one: { placements: { endedOn: string | null }[] }) =>
        one.placements.every(({ endedOn }) => endedOn !== null && endedOn < today),
      )
      .map(({ id }: { id: string }) => id);
  }, 240_000);
  afterAll(() => graph?.stop());

  async function send(persona: Parameters<Federation['ask']>[0], call: string, type: string, gives: string, i: object) {
    const { data, errors } = await graph.ask(persona, `mutation($i: ${type}!) { done: ${call} { ${gives} ${problems} } }`, { i });
    expect(errors).toBeUndefined();
    return data.done;
  }
  async function does(...asked: Parameters<typeof send>) {
    const done = await send(...asked);
    expect(done.problems).toEqual([]);
    return done;
  }
  const admit = (personId: string | undefined, where = facilityId, more: object = {}) =>
    send('shelter-manager', 'admit(input: $i)', 'AdmitInput', 'placement { id version place person { id reference } facility { name } }', {
      personId,
      facilityId: where,
      from: today,
      funding: 'MUNICIPAL',
      emergency: 'Zaudēta dzīvesvieta',
      ...more,
    });
  const board = async (where: string) =>
    (
      await graph.ask(
        'shelter-manager',
        'query($f: ID!) { facility(id: $f) { name occupancy { capacity occupied free } board { name placement { from person { id reference givenName } } } } }',
        { f: where },
      )
    ).data.facility;

  it('gives three free places to three of fifty who come at once, and 47 times NO_VACANCY', async () => {
    expect(people.length).toBeGreaterThanOrEqual(60);
    const answers = await Promise.all(people.slice(0, 50).map((id) => admit(id)));
    const codes = answers.map((answer) => answer.problems[0]?.code ?? 'admitted').sort();
    expect(codes).toEqual([...Array(47).fill('NO_VACANCY'), ...Array(3).fill('admitted')]);
    const { occupancy, board: beds } = await board(facilityId);
    expect(occupancy).toEqual({ capacity: 3, occupied: 3, free: 0 });
    expect(new Set(beds.map((bed: { placement: { person: { id: string } } }) => bed.placement.person.id)).size).toBe(3);
  });

  it('leaves a person where they were when a transfer fails half-way', async () => {
    const { board: beds } = await board(facilityId);
    const { id: personId } = beds[0].placement.person;
    const where = async () =>
      (
        await graph.ask(
          'shelter-manager',
          'query($id: ID!) { person(id: $id) { currentPlacement { id version endedOn place facility { id } } } }',
          {
            id: personId,
          },
        )
      ).data.person.currentPlacement;
    const before = await where();
    const other = await does('head-of-services', 'openFacility(input: $i)', 'OpenFacilityInput', 'facility { id }', {
      name: 'Bez reģistrācijas',
      kind: 'SHELTER',
      address: 'Ziemas iela 2, Daugavpils',
      from: '2026-11-01',
      capacity: 3,
    });
    const transfer = (to: string) =>
      send('shelter-manager', 'transfer(input: $i)', 'TransferInput', '', {
        placementId: before.id,
        version: before.version,
        facilityId: to,
        on: today,
      });
    expect((await transfer(other.facility.id)).problems).toMatchObject([{ code: 'NOT_REGISTERED' }]);
    const registration = { facilityId: other.facility.id, number: 'SPSR-2026-10', serviceType: 'shelter', validFrom: '2026-11-01' };
    await does('head-of-services', 'registerProvider(input: $i)', 'RegisterProviderInput', '', registration);
    expect((await transfer(other.facility.id)).problems).toMatchObject([{ code: 'NO_VACANCY' }]);
    expect(await where()).toEqual(before);
  });

  it('lets neither a cut of capacity nor the end of a registration overtake an admission, nor the other way round', async () => {
    const opened = await does('head-of-services', 'openFacility(input: $i)', 'OpenFacilityInput', 'facility { id }', {
      name: 'Pavasara patversme',
      kind: 'SHELTER',
      address: 'Pavasara iela 1, Daugavpils',
      from: '2026-11-01',
      capacity: 4,
    });
    const where = opened.facility.id;
    const registration = { facilityId: where, number: 'SPSR-2026-11', serviceType: 'shelter', validFrom: '2026-11-01' };
    await does('head-of-services', 'registerProvider(input: $i)', 'RegisterProviderInput', '', registration);
    await does('shelter-manager', 'addPlaces(input: $i)', 'AddPlacesInput', '', {
      facilityId: where,
      room: '1',
      beds: ['1', '2', '3', '4'],
      from: '2026-11-01',
    });
    const [cut, ...admitted] = await Promise.all([
      send('director', 'setCapacity(input: $i)', 'SetCapacityInput', 'inTheWay { id }', { facilityId: where, from: today, capacity: 1 }),
      ...people.slice(50, 54).map((id) => admit(id, where)),
    ]);
    const placed = admitted.filter((answer) => answer.problems.length === 0).length;
    const { occupancy } = await board(where);
    expect(occupancy.occupied).toBe(placed);
    expect(placed).toBeLessThanOrEqual(occupancy.capacity);
    expect(occupancy.capacity).toBe(cut.problems.length ? 4 : 1);
    const [ended, late] = await Promise.all([
      send('director', 'endRegistration(input: $i)', 'EndRegistrationInput', '', {
        facilityId: where,
        on: '2026-12-01',
        reason: 'Svītrots',
      }),
      admit(people[54], where, { from: '2026-12-02' }),
    ]);
    const bothHold = ended.problems.length === 0 && late.problems.length === 0;
    expect(bothHold).toBe(false);
  });

  it('shows a facility with every bed and who holds it in one query, with as many statements for a full house as for three beds', async () => {
    const { data } = await graph.ask('shelter-manager', '{ facilities(kind: SHELTER) { id name } }');
    const large = data.facilities.find(({ name }: { name: string }) => name === 'Patversme').id;
    const small = await graph.statementsDuring(() => board(facilityId));
    let beds: unknown[] = [];
    const full = await graph.statementsDuring(async () => {
      beds = (await board(large)).board;
    });
    expect(beds.length).toBeGreaterThan(100);
    expect(full.byDomain).toEqual(small.byDomain);
  });
});
