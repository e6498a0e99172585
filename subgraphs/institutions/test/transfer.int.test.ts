import { newId } from '@atbalsts/database';
import { bauska, staff, type TestSubgraph, testSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { institutions } from '../src/index.js';
import { admitted, changes, facility, others, refusals } from './fixture.js';

const manager = staff('facility-manager');
const worker = staff('social-worker');
const today = '2026-11-22';
const [holder, forShelter, forApartments] = [newId(), newId(), newId()] as [string, string, string];

describe('transferring a person', () => {
  let town: TestSubgraph;
  let shelter: string;
  const transfer = async (placementId: string, facilityId: string, more: object = {}) =>
    (await town.ask(manager, changes.transfer, { i: { placementId, version: 1, facilityId, on: today, ...more } })).data.done;
  /** Where a person lives, by day: from, until before, facility. */
  const livesIn = (personId: string) =>
    town.sql<{ from: string; endedOn: string | null; facility: string }>(
      'select from_date::text as "from", ended_on::text as "endedOn", facility_id as facility from placement where person_id = $1 order by from_date, ended_on',
      [personId],
    );

  beforeAll(async () => {
    const request = (code: string) => ({ state: 'GRANTED', person: { id: holder }, serviceType: { code } });
    town = await testSubgraph(institutions, others({ [forShelter]: request('shelter'), [forApartments]: request('group-apartments') }));
    shelter = await facility(town, { beds: 40 });
  });
  afterAll(() => town?.drop());

  it('ends the one stay and begins the other on the same day, and tells of both', async () => {
    const house = await facility(town, { kind: 'SOCIAL_HOUSE' });
    const { id, person } = await admitted(town, manager, shelter, { until: '2026-12-24', funding: 'STATE' });
    const { placement, problems } = await transfer(id, house);
    expect(problems).toEqual([]);
    expect(placement).toMatchObject({
      version: 1,
      from: today,
      until: '2026-12-24',
      endedOn: null,
      place: '1-1',
      funding: 'STATE',
      emergency: null,
      person,
      facility: { id: house },
      continues: { id, endedOn: today, destination: 'SOCIAL_HOUSE' },
    });
    expect(await livesIn(person.id)).toEqual([
      { from: '2026-10-01', endedOn: today, facility: shelter },
      { from: today, endedOn: null, facility: house },
    ]);
    expect(
      await town.sql(`select key as id, body ->> 'endedOn' as "endedOn" from outbox o where body ->> 'personId' = $1 order by o.id`, [
        person.id,
      ]),
    ).toEqual([
      { id, endedOn: null },
      { id, endedOn: today },
      { id: placement.id, endedOn: null },
    ]);
    expect(
      await town.sql('select action, object, fields from audit_entry where person_id = $1 order by at, id offset 1', [person.id]),
    ).toEqual([
      { action: 'placement.transfer', object: `placement:${id}`, fields: ['destination', 'endedOn'] },
      { action: 'placement.transfer', object: `placement:${placement.id}`, fields: ['facilityId', 'on', 'placementId', 'version'] },
    ]);
  });

  it('leaves the person where they were when the other facility is full, lapsed, unknown or without that bed', async () => {
    const full = await facility(town, { beds: 1 });
    await admitted(town, manager, full);
    const taken = await admitted(town, manager, shelter);
    const lapsed = await facility(town, { registeredUntil: today });
    const abroad = await facility(town, { municipality: bauska });
    const { id, person } = await admitted(town, manager, shelter);
    expect(refusals(await transfer(id, full))).toEqual(['NO_VACANCY facilityId']);
    expect(refusals(await transfer(id, full, { place: '1-1' }))).toEqual(['NO_VACANCY facilityId']);
    expect(refusals(await transfer(id, lapsed))).toEqual(['NOT_REGISTERED facilityId']);
    expect(refusals(await transfer(id, abroad))).toEqual(['NOT_FOUND facilityId']);
    expect(refusals(await transfer(id, await facility(town), { place: '9-9' }))).toEqual(['NOT_FOUND place']);
    expect(refusals(await transfer(id, shelter, { place: taken.place }))).toEqual(['NO_VACANCY place']);
    expect(await livesIn(person.id)).toEqual([{ from: '2026-10-01', endedOn: null, facility: shelter }]);
    expect(await town.sql('select version, destination from placement where id = $1', [id])).toEqual([{ version: 1, destination: null }]);
    expect(await town.sql('select from outbox where key = $1', [id])).toHaveLength(1);
  });

  it('leaves the person where they were when the database fails half-way', async () => {
    const house = await facility(town);
    const { id, person } = await admitted(town, manager, shelter);
    await town.sql(`create function fails() returns trigger language plpgsql as $$ begin raise exception 'half-way'; end $$`);
    await town.sql(
      `create trigger fails before insert on placement for each row when (new.facility_id = '${house}') execute function fails()`,
    );
    const log = console.error;
    console.error = () => {};
    try {
      const { errors } = await town.ask(manager, changes.transfer, { i: { placementId: id, version: 1, facilityId: house, on: today } });
      expect(errors).toHaveLength(1);
    } finally {
      console.error = log;
      await town.sql('drop trigger fails on placement');
    }
    expect(await livesIn(person.id)).toEqual([{ from: '2026-10-01', endedOn: null, facility: shelter }]);
  });

  it('gives the last bed to one of ten, and the nine stay where they were', async () => {
    const house = await facility(town, { beds: 1 });
    const stays = await Promise.all(Array.from({ length: 10 }, () => admitted(town, manager, shelter)));
    const answers = await Promise.all(stays.map(({ id }) => transfer(id, house)));
    expect(answers.flatMap(refusals)).toEqual(Array(9).fill('NO_VACANCY facilityId'));
    const homes = await Promise.all(stays.map(async ({ person }) => (await livesIn(person.id)).filter(({ endedOn }) => endedOn === null)));
    expect(homes.map(({ length }) => length)).toEqual(Array(10).fill(1));
  });

  it('moves a person once where ten move them to ten houses, and a discharge at the same time counts or does not', async () => {
    const houses = await Promise.all(Array.from({ length: 10 }, () => facility(town)));
    const { id, person } = await admitted(town, manager, shelter);
    const answers = await Promise.all([
      ...houses.map((house) => transfer(id, house)),
      town
        .ask(manager, changes.discharge, { i: { placementId: id, version: 1, on: today, destination: 'OTHER' } })
        .then(({ data }) => data.done),
    ]);
    expect(answers.flatMap(refusals)).toEqual(Array(10).fill('STALE version'));
    expect((await livesIn(person.id)).filter(({ endedOn }) => endedOn === null).length).toBeLessThanOrEqual(1);
  });

  it('finds two who change places both refused while both houses are full, and neither waits for the other', async () => {
    const [one, two] = [await facility(town, { beds: 1 }), await facility(town, { beds: 1 })] as [string, string];
    const [ann, bob] = [await admitted(town, manager, one), await admitted(town, manager, two)];
    const answers = await Promise.all([transfer(ann.id, two), transfer(bob.id, one)]);
    expect(answers.flatMap(refusals)).toEqual(['NO_VACANCY facilityId', 'NO_VACANCY facilityId']);
  });

  it('refuses a stay that has ended or not begun, days that cannot be, and a second place', async () => {
    const house = await facility(town);
    const { id, person } = await admitted(town, manager, shelter);
    expect(refusals(await transfer(id, house, { on: '2026-09-30' }))).toEqual(['INVALID on']);
    expect(refusals(await transfer(id, house, { on: '2026-11-23' }))).toEqual(['INVALID on']);
    expect(refusals(await transfer(id, house, { version: 7 }))).toEqual(['STALE version']);
    const crisis = await facility(town, { kind: 'CRISIS_CENTRE' });
    const helped = await admitted(town, manager, crisis, { personId: person.id, accommodation: false });
    expect(refusals(await transfer(helped.id, house))).toEqual(['OVERLAP placementId']);
    await transfer(id, house);
    expect(refusals(await transfer(id, shelter, { version: 2 }))).toEqual(['WRONG_STATE placementId']);
    const reserved = await admitted(town, manager, shelter, { from: '2026-12-01' });
    expect(refusals(await transfer(reserved.id, house))).toEqual(['WRONG_STATE placementId']);
  });

  it('takes nobody’s bed away, and gives one to who was helped without', async () => {
    const { id } = await admitted(town, manager, shelter);
    const centre = await facility(town, { kind: 'DAY_CARE_CENTRE', beds: 0, capacity: 5 });
    expect(refusals(await transfer(id, centre))).toEqual(['INVALID facilityId']);
    const crisis = await facility(town, { kind: 'CRISIS_CENTRE', beds: 2 });
    const helped = await admitted(town, manager, crisis, { accommodation: false });
    expect((await transfer(helped.id, crisis)).placement).toMatchObject({ accommodation: true, place: '1-1' });
  });

  it('changes beds within the house, lapsed or not, and nobody has left it', async () => {
    const house = await facility(town, { beds: 2, registeredUntil: '2026-11-01' });
    const { id, person } = await admitted(town, manager, house);
    expect(refusals(await transfer(id, house))).toEqual(['INVALID place']);
    expect(refusals(await transfer(id, house, { place: '1-1' }))).toEqual(['INVALID place']);
    expect((await transfer(id, house, { place: '1-2' })).placement).toMatchObject({ place: '1-2', facility: { id: house } });
    const { data } = await town.ask(
      manager,
      'query($f: ID!) { facility(id: $f) { occupancy { occupied } movements(from: "2026-01-01", to: "2027-01-01") { count } } }',
      { f: house },
    );
    expect(data.facility).toEqual({ occupancy: { occupied: 1 }, movements: [] });
    expect(await livesIn(person.id)).toHaveLength(2);
  });

  it('needs the request for another service where the stay rests on a request, over any number of moves', async () => {
    const second = await facility(town);
    const apartments = await facility(town, { kind: 'GROUP_APARTMENTS' });
    const first = await admitted(town, manager, shelter, { personId: holder, requestId: forShelter, emergency: null });
    expect(refusals(await transfer(first.id, apartments))).toEqual(['INVALID requestId']);
    const moved = (await transfer(first.id, second)).placement;
    expect(refusals(await transfer(moved.id, apartments))).toEqual(['INVALID requestId']);
    expect(refusals(await transfer(moved.id, apartments, { requestId: forShelter }))).toEqual(['INVALID requestId']);
    expect(refusals(await transfer(moved.id, apartments, { requestId: newId() }))).toEqual(['NOT_FOUND requestId']);
    expect((await transfer(moved.id, apartments, { requestId: forApartments, funding: 'DEINSTITUTIONALISATION' })).placement).toMatchObject(
      {
        facility: { kind: 'GROUP_APARTMENTS' },
        funding: 'DEINSTITUTIONALISATION',
      },
    );
    const lonely = await testSubgraph(institutions, { registry: others().registry });
    try {
      const { id } = await admitted(lonely, manager, await facility(lonely));
      const i = { placementId: id, version: 1, facilityId: await facility(lonely), on: today, requestId: forShelter };
      expect(refusals((await lonely.ask(manager, changes.transfer, { i })).data.done)).toEqual(['UNAVAILABLE null']);
    } finally {
      await lonely.drop();
    }
  });

  it('leaves the emergency with the stay that began it: that one is confirmed, also after the move', async () => {
    const { id } = await admitted(town, manager, shelter);
    const { placement } = await transfer(id, await facility(town, { kind: 'GROUP_APARTMENTS' }));
    expect(placement).toMatchObject({ emergency: null, confirmationDue: null });
    const confirm = async (which: string, version: number) =>
      refusals((await town.ask(worker, changes.confirmPlacement, { id: which, version })).data.done);
    expect(await confirm(placement.id, 1)).toEqual(['WRONG_STATE id']);
    expect(await confirm(id, 2)).toEqual([]);
  });

  it('tries the next bed where the first is refused, and still tells of the stay that ended', async () => {
    const house = await facility(town, { beds: 2 });
    const { id, person } = await admitted(town, manager, shelter);
    await town.sql(`create function taken() returns trigger language plpgsql as
      $$ begin if (select name from facility_place where id = new.place_id) = '1-1' then raise exclusion_violation using constraint = 'placement_bed_holds_one'; end if; return new; end $$`);
    await town.sql(
      `create trigger taken before insert on placement for each row when (new.facility_id = '${house}') execute function taken()`,
    );
    try {
      expect((await transfer(id, house)).placement).toMatchObject({ place: '1-2', continues: { id, endedOn: today } });
    } finally {
      await town.sql('drop trigger taken on placement');
    }
    expect(await livesIn(person.id)).toHaveLength(2);
    expect(await town.sql(`select from outbox where key = $1 and body ->> 'endedOn' = $2`, [id, today])).toHaveLength(1);
  });
});
