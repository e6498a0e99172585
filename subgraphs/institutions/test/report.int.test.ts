import { newId, withClient } from '@atbalsts/database';
import { daugavpils, staff, type TestSubgraph, testSubgraph } from '@atbalsts/testing';
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { institutions } from '../src/index.js';
import { admission, changes, facility, others } from './fixture.js';

const manager = staff('facility-manager');
const tables =
  'query($of: [_Any!]!) { _entities(representations: $of) { ... on AnnualReport { institutions { id rows { key value } } } } }';

describe('the report on crisis centre and day centre', () => {
  let town: TestSubgraph;
  beforeEach(async () => {
    await town?.drop();
    town = await testSubgraph(institutions, others());
  });
  afterAll(() => town?.drop());

  /** The rows of a table that are not zero. */
  async function counted(table: string, year = 2025): Promise<Record<string, number | null>> {
    const { data } = await town.ask(staff('director'), tables, {
      of: [{ __typename: 'AnnualReport', municipalityCode: daugavpils, year }],
    });
    const found: { id: string; rows: { key: string; value: number | null }[] }[] = data._entities[0].institutions;
    const rows = found.find(({ id }) => id === table)?.rows.filter(({ value }) => value !== 0) ?? [];
    return Object.fromEntries(rows.map(({ key, value }) => [key, value]));
  }

  async function admit(facilityId: string, personId: string, from: string): Promise<{ id: string; version: number }> {
    const { data } = await town.ask(manager, admission, {
      i: { personId, facilityId, from, funding: 'MUNICIPAL', emergency: 'Nav kur dzīvot' },
    });
    expect(data.admit.problems).toEqual([]);
    return data.admit.placement;
  }

  async function change(mutation: keyof typeof changes, input: object): Promise<{ id: string; version: number }> {
    const { data } = await town.ask(manager, changes[mutation], { i: input });
    expect(data.done.problems).toEqual([]);
    return data.done.placement;
  }

  const leave = ({ id, version }: { id: string; version: number }, on: string, destination: string) =>
    change('discharge', { placementId: id, version, on, destination });

  const hears = (kind: string, key: string, source: string, body: object) =>
    withClient(town.database.superUrl, (client) =>
      client.query(`insert into fact (kind, key, source, municipality, body, position, at) values ($1, $2, $3, $4, $5, $6, now())`, [
        kind,
        key,
        source,
        daugavpils,
        JSON.stringify(body),
        position++,
      ]),
    );
  let position = 1;

  it('counts each client of the crisis centre once, by where the last way in the year led', async () => {
    const centre = await facility(town, { kind: 'CRISIS_CENTRE', beds: 8 });
    const [back, moving, there, guest, old] = [newId(), newId(), newId(), newId(), newId()];
    await leave(await admit(centre, back, '2025-02-01'), '2025-02-20', 'OWN_HOME');
    await leave(await admit(centre, back, '2025-04-01'), '2025-04-20', 'RENTED_HOME');
    const first = await admit(centre, moving, '2025-03-01');
    const second = await change('transfer', {
      placementId: first.id,
      version: first.version,
      facilityId: centre,
      place: '1-3',
      on: '2025-03-10',
    });
    await leave(second, '2025-03-20', 'DIED');
    await leave(await admit(centre, there, '2025-05-01'), '2025-05-09', 'SHELTER');
    const on = await admit(centre, there, '2025-12-01');
    await leave(await admit(centre, old, '2024-12-01'), '2025-01-01', 'ABROAD');
    const foreign = await admit(centre, guest, '2025-06-01');
    const gone = await leave(foreign, '2025-06-03', 'OTHER');

    const known = { 'rents-in-city': 1, died: 1, 'continuing-cases': 1 };
    expect(await counted('family-support-centre-outcomes')).toEqual(known);
    await change('recordPlacementActivity', { placementId: gone.id, kind: 'FROM_ANOTHER_COUNTRY', on: '2025-06-01' });
    expect(await counted('family-support-centre-outcomes')).toEqual({ ...known, 'from-another-country': 1 });
    expect(await counted('family-support-centre-outcomes', 2024)).toEqual({ 'continuing-cases': 1 });

    await leave(on, '2025-12-31', 'GROUP_APARTMENTS');
    expect(await counted('family-support-centre-outcomes')).toEqual({
      'rents-in-city': 1,
      died: 1,
      'group-apartment': 1,
      'from-another-country': 1,
    });
  });

  it('counts families with children, foster families and who was ill among the clients of the day centre of that name only', async () => {
    const [centre, other] = [await facility(town, { kind: 'DAY_CENTRE', beds: 0, capacity: 9 }), newId()];
    expect(Object.values(await counted('day-centre-saskarsme')).every((value) => value === null)).toBe(true);
    await town.sql(`update facility set name = 'Dienas centrs “Saskarsme”' where id = $1`, [centre]);
    await town.sql(`insert into facility select $2, municipality, 'Dienas centrs “Cits”', kind, address from facility where id = $1`, [
      centre,
      other,
    ]);
    const [mother, child, foster, fosterChild, ill] = [newId(), newId(), newId(), newId(), newId()];
    const [family, fosterFamily] = [newId(), newId()];
    const members: [string, string, string][] = [
      [family, mother, 'HEAD'],
      [family, child, 'CHILD'],
      [fosterFamily, foster, 'FOSTER_PARENT'],
      [fosterFamily, fosterChild, 'FOSTER_CHILD'],
    ];
    for (const [householdId, personId, relation] of members) {
      await hears('household-member', newId(), 'registry', { householdId, personId, relation, since: '2020-01-01', until: null });
    }
    for (const personId of [child, fosterChild]) await hears('person', personId, 'registry', { personId, sex: 'FEMALE', birthYear: 2008 });
    for (const person of [mother, foster]) await leave(await admit(centre, person, '2025-02-01'), '2025-04-01', 'OWN_HOME');
    const stay = await admit(centre, ill, '2025-02-01');
    await change('recordPlacementActivity', { placementId: stay.id, kind: 'AFTER_SERIOUS_ILLNESS', on: '2025-02-01' });

    expect(await counted('day-centre-saskarsme')).toEqual({
      'after-serious-illness': 1,
      'families-with-children': 1,
      'foster-families': 1,
      total: 3,
    });
    // the child comes of age in 2026
    expect(await counted('day-centre-saskarsme', 2026)).toEqual({ total: 1 });
  });
});
