import { newId } from '@atbalsts/database';
import { bauska, staff, type TestSubgraph, testSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { institutions } from '../src/index.js';
import { admitted, changes, facility, others, refusals } from './fixture.js';

const manager = staff('facility-manager');
const worker = staff('social-worker');
const elsewhere = staff('facility-manager', { municipality: bauska });
const today = '2026-11-22';

describe('a placement', () => {
  let town: TestSubgraph;
  let shelter: string;
  const change = async (name: keyof typeof changes, variables: object, as = manager) =>
    (await town.ask(as, changes[name], variables as Record<string, unknown>)).data.done;
  const confirm = (id: string, version: number, as = worker) => change('confirmPlacement', { id, version }, as);
  const extend = (placementId: string, version: number, until: string, more: object = {}) =>
    change('extendPlacement', { i: { placementId, version, until, ...more } });
  const discharge = (placementId: string, version: number, on: string, destination = 'RENTED_HOME') =>
    change('discharge', { i: { placementId, version, on, destination } });
  const record = (placementId: string, kind: string, on: string, more: object = {}) =>
    change('recordPlacementActivity', { i: { placementId, kind, on, ...more } });
  const audited = async (id: string) =>
    (await town.sql<{ action: string }>('select action from audit_entry where object = $1 order by at, id', [`placement:${id}`])).map(
      ({ action }) => action,
    );

  beforeAll(async () => {
    town = await testSubgraph(institutions, others());
    shelter = await facility(town, { beds: 40 });
  });
  afterAll(() => town?.drop());

  describe('of an emergency', () => {
    it('is confirmed by another person than who admitted, once, and shows by when and when', async () => {
      const { id, version } = await admitted(town, manager, shelter);
      expect(refusals(await confirm(id, version, manager))).toEqual(['FOUR_EYES id']);
      const { placement, problems } = await confirm(id, version);
      expect(problems).toEqual([]);
      expect(placement).toMatchObject({ version: 2, admittedOn: today, confirmationDue: '2026-11-23', confirmedOn: today });
      expect(refusals(await confirm(id, version))).toEqual(['STALE version']);
      expect(refusals(await confirm(id, 2))).toEqual(['WRONG_STATE id']);
      expect(await audited(id)).toEqual(['placement.admit', 'placement.confirm']);
    });

    it('is confirmed once by twenty who confirm at the same time', async () => {
      const { id, version } = await admitted(town, manager, shelter);
      const answers = await Promise.all(Array.from({ length: 20 }, () => confirm(id, version)));
      expect(answers.flatMap(refusals)).toEqual(Array(19).fill('STALE version'));
    });

    it('waits in a list, the longest first, until it is confirmed', async () => {
      const own = await testSubgraph(institutions, others());
      try {
        const house = await facility(own);
        const placements = [await admitted(own, manager, house), await admitted(own, manager, house), await admitted(own, manager, house)];
        await own.sql(`update placement set admitted_on = '2026-11-20' where id = $1`, [placements[2]?.id]);
        const query =
          'query($first: Int!, $after: String) { placementsToConfirm(first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { id } } }';
        const list = async (after?: string) => (await own.ask(worker, query, { first: 2, after })).data.placementsToConfirm;
        const first = await list();
        expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
        const second = await list(first.pageInfo.endCursor);
        expect([...first.nodes, ...second.nodes].map(({ id }) => id)).toEqual([placements[2]?.id, placements[0]?.id, placements[1]?.id]);
        const { data } = await own.ask(worker, changes.confirmPlacement, { id: placements[2]?.id, version: 1 });
        expect(data.done).toMatchObject({ problems: [], placement: { confirmationDue: '2026-11-21', confirmedOn: today } });
        expect((await list()).totalCount).toBe(2);
        expect((await own.ask(elsewhere, query, { first: 2 })).data.placementsToConfirm.totalCount).toBe(0);
      } finally {
        await own.drop();
      }
    });

    it('is confirmed after it has ended too: a second person answers for the admission', async () => {
      const { id } = await admitted(town, manager, shelter, { from: today });
      await discharge(id, 1, today);
      expect(refusals(await confirm(id, 2))).toEqual([]);
    });

    it('is the only one to be confirmed', async () => {
      const requestId = newId();
      const personId = newId();
      const own = await testSubgraph(
        institutions,
        others({ [requestId]: { state: 'GRANTED', person: { id: personId }, serviceType: { code: 'shelter' } } }),
      );
      try {
        const placement = await admitted(own, manager, await facility(own), { personId, requestId, emergency: null });
        const { data } = await own.ask(worker, changes.confirmPlacement, { id: placement.id, version: 1 });
        expect(refusals(data.done)).toEqual(['WRONG_STATE id']);
      } finally {
        await own.drop();
      }
    });
  });

  describe('has a contract', () => {
    it('that is extended past its end, each time with a record of its own', async () => {
      const { id } = await admitted(town, manager, shelter, { until: '2026-12-01' });
      expect(refusals(await extend(id, 1, '2026-12-01'))).toEqual(['INVALID until']);
      expect((await extend(id, 1, '2026-12-15')).placement).toMatchObject({ version: 2, until: '2026-12-15' });
      expect(refusals(await extend(id, 1, '2027-01-15'))).toEqual(['STALE version']);
      expect((await extend(id, 2, '2027-01-15')).placement).toMatchObject({
        until: '2027-01-15',
        extensions: [
          { agreedOn: today, until: '2026-12-15' },
          { agreedOn: today, until: '2027-01-15' },
        ],
      });
      expect(await audited(id)).toEqual(['placement.admit', 'placement.extend', 'placement.extend']);
    });

    it('whose paper may come late', async () => {
      const { id } = await admitted(town, manager, shelter, { from: '2025-11-01', until: '2025-12-01' });
      expect((await extend(id, 1, '2026-01-01')).placement.extensions).toEqual([{ agreedOn: '2025-12-01', until: '2026-01-01' }]);
      expect((await extend(id, 2, '2026-02-01', { agreedOn: '2025-12-30' })).placement.extensions[1]).toEqual({
        agreedOn: '2025-12-30',
        until: '2026-02-01',
      });
    });

    it('that is extended once by ten who extend at the same time', async () => {
      const { id } = await admitted(town, manager, shelter);
      const answers = await Promise.all(Array.from({ length: 10 }, (_, n) => extend(id, 1, `2026-12-1${n}`)));
      expect(answers.flatMap(refusals)).toEqual(Array(9).fill('STALE version'));
      expect(await town.sql('select from placement_extension where placement_id = $1', [id])).toHaveLength(1);
    });

    it('that does not reach past the service of its bed', async () => {
      const house = await facility(town, { beds: 1 });
      await town.sql(`update facility_place set until_date = '2026-12-31' where facility_id = $1`, [house]);
      const { id } = await admitted(town, manager, house, { until: '2026-12-01' });
      expect(refusals(await extend(id, 1, '2027-01-01'))).toEqual(['NO_VACANCY until']);
      expect(refusals(await extend(id, 1, '2026-12-31'))).toEqual([]);
    });

    it('whose extensions the annual report counts', async () => {
      const extended = async (municipality: string) => {
        const { data } = await town.ask(
          staff('director', { municipality }),
          'query($of: [_Any!]!) { _entities(representations: $of) { ... on AnnualReport { institutions { id rows { key value } } } } }',
          { of: [{ __typename: 'AnnualReport', municipalityCode: municipality, year: 2026 }] },
        );
        const tables: { id: string; rows: { key: string; value: number }[] }[] = data._entities[0].institutions;
        return tables.find((table) => table.id === 'shelter')?.rows.find((row) => row.key === 'contracts-extended')?.value as number;
      };
      const before = await extended(manager.municipality as string);
      const { id } = await admitted(town, manager, shelter);
      await extend(id, 1, '2027-01-01');
      expect(await extended(manager.municipality as string)).toBe(before + 1);
    });
  });

  describe('ends', () => {
    it('with a destination; the bed is free on that day, and the other domains are told', async () => {
      const house = await facility(town, { beds: 1 });
      const { id, person } = await admitted(town, manager, house);
      const { placement, problems } = await discharge(id, 1, today, 'OWN_HOME');
      expect(problems).toEqual([]);
      expect(placement).toMatchObject({ version: 2, endedOn: today, destination: 'OWN_HOME' });
      expect((await admitted(town, manager, house, { from: today })).place).toBe('1-1');
      expect(await town.sql(`select body ->> 'endedOn' as "endedOn" from outbox where key = $1 order by id`, [id])).toEqual([
        { endedOn: null },
        { endedOn: today },
      ]);
      expect(await audited(id)).toEqual(['placement.admit', 'placement.end']);
      expect(await town.sql('select distinct person_id as id from audit_entry where object = $1', [`placement:${id}`])).toEqual([person]);
    });

    it('on the very day it began: the bed is free that day, the client may come again, and the report knows of both', async () => {
      const house = await facility(town, { beds: 1 });
      const { id, person } = await admitted(town, manager, house, { from: today });
      expect((await discharge(id, 1, today)).placement).toMatchObject({ from: today, endedOn: today });
      await admitted(town, manager, house, { from: today, personId: person.id });
      const { data } = await town.ask(
        manager,
        'query($f: ID!) { facility(id: $f) { occupancy { occupied } movements(from: "2026-11-22", to: "2026-11-23") { destination count } } }',
        { f: house },
      );
      expect(data.facility).toEqual({ occupancy: { occupied: 1 }, movements: [{ destination: 'RENTED_HOME', count: 1 }] });
    });

    it('not before it began, not tomorrow, not twice, not as a reservation, not on an old version', async () => {
      const { id } = await admitted(town, manager, shelter);
      expect(refusals(await discharge(id, 1, '2026-09-30'))).toEqual(['INVALID on']);
      expect(refusals(await discharge(id, 1, '2026-11-23'))).toEqual(['INVALID on']);
      expect(refusals(await discharge(id, 2, today))).toEqual(['STALE version']);
      expect(refusals(await discharge(id, 1, '2026-11-01', 'DIED'))).toEqual([]);
      expect(refusals(await discharge(id, 2, today))).toEqual(['WRONG_STATE placementId']);
      expect(refusals(await extend(id, 2, '2027-01-01'))).toEqual(['WRONG_STATE placementId']);
      const reserved = await admitted(town, manager, shelter, { from: '2026-12-01' });
      expect(refusals(await discharge(reserved.id, 1, today))).toEqual(['WRONG_STATE placementId']);
    });

    it('once for ten who end it at the same time', async () => {
      const { id } = await admitted(town, manager, shelter);
      const answers = await Promise.all(Array.from({ length: 10 }, () => discharge(id, 1, today)));
      expect(answers.flatMap(refusals)).toEqual(Array(9).fill('STALE version'));
      expect(await audited(id)).toEqual(['placement.admit', 'placement.end']);
    });
  });

  it('that is only reserved is taken back without a trace but in the audit, and not once it has begun', async () => {
    const house = await facility(town, { beds: 1 });
    const { id } = await admitted(town, manager, house, { from: '2026-12-01' });
    const answers = await Promise.all(Array.from({ length: 5 }, () => change('cancelReservation', { id, version: 1 })));
    expect(answers.filter(({ problems }) => !problems.length)).toMatchObject([{ placement: { id, from: '2026-12-01' } }]);
    expect(answers.flatMap(refusals)).toEqual(Array(4).fill('NOT_FOUND id'));
    expect(await town.sql('select from placement where id = $1', [id])).toEqual([]);
    expect(await town.sql('select body from outbox where key = $1 order by id offset 1', [id])).toEqual([{ body: null }]);
    expect(await audited(id)).toEqual(['placement.admit', 'placement.cancel']);
    const begun = await admitted(town, manager, house, { from: today });
    expect(refusals(await change('cancelReservation', { id: begun.id, version: 1 }))).toEqual(['WRONG_STATE id']);
    expect(refusals(await change('cancelReservation', { id: begun.id, version: 2 }))).toEqual(['STALE version']);
  });

  describe('has records of what was done', () => {
    it('once per kind and day, seen with the placement, without changing it', async () => {
      const { id } = await admitted(town, manager, shelter);
      expect((await record(id, 'STUDIES', '2026-10-05')).placement).toMatchObject({
        version: 1,
        activities: [{ kind: 'STUDIES', on: '2026-10-05' }],
      });
      const again = await record(id, 'STUDIES', '2026-10-05');
      expect(refusals(again)).toEqual(['DUPLICATE kind']);
      expect(again.placement.activities).toHaveLength(1);
      expect((await record(id, 'STUDIES', today, { version: 1 })).placement.activities).toHaveLength(2);
      expect(refusals(await record(id, 'TRANSPORT', today, { version: 9 }))).toEqual(['STALE version']);
      expect(await audited(id)).toHaveLength(3);
    });

    it('written once by twenty who write the same', async () => {
      const { id } = await admitted(town, manager, shelter);
      const answers = await Promise.all(Array.from({ length: 20 }, () => record(id, 'TRANSPORT', today)));
      expect(answers.flatMap(refusals)).toEqual(Array(19).fill('DUPLICATE kind'));
    });

    it('of days of the stay alone, and no end can be put before them', async () => {
      const { id } = await admitted(town, manager, shelter);
      expect(refusals(await record(id, 'AFTER_FIRE', '2026-09-30'))).toEqual(['INVALID on']);
      expect(refusals(await record(id, 'AFTER_FIRE', '2026-11-23'))).toEqual(['INVALID on']);
      await record(id, 'ENDED_AT_OWN_WISH', '2026-11-10');
      expect(refusals(await discharge(id, 1, '2026-11-09'))).toEqual(['INVALID on']);
      expect(refusals(await discharge(id, 1, '2026-11-10'))).toEqual([]);
      expect(refusals(await record(id, 'STUDIES', '2026-11-10'))).toEqual([]);
      expect(refusals(await record(id, 'STUDIES', '2026-11-11'))).toEqual(['INVALID on']);
    });
  });

  it('of another town is not found, nor is what is no id, and roles that may not change nothing', async () => {
    const { id } = await admitted(town, manager, shelter);
    const inputs: Record<keyof typeof changes, object> = {
      confirmPlacement: { id, version: 1 },
      cancelReservation: { id, version: 1 },
      extendPlacement: { i: { placementId: id, version: 1, until: '2027-01-01' } },
      transfer: { i: { placementId: id, version: 1, facilityId: shelter, on: today, place: '1-40' } },
      discharge: { i: { placementId: id, version: 1, on: today, destination: 'OTHER' } },
      recordPlacementActivity: { i: { placementId: id, kind: 'STUDIES', on: today } },
    };
    for (const [name, variables] of Object.entries(inputs) as [keyof typeof changes, Record<string, unknown>][]) {
      expect(refusals(await change(name, variables, elsewhere))).toEqual([`NOT_FOUND ${'id' in variables ? 'id' : 'placementId'}`]);
      for (const role of ['hr', 'finance', 'auditor'] as const) {
        expect((await town.ask(staff(role), changes[name], variables)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
      }
    }
    expect(refusals(await confirm('nobody', 1))).toEqual(['NOT_FOUND id']);
    expect(await town.sql('select version, ended_on from placement where id = $1', [id])).toEqual([{ version: 1, ended_on: null }]);
  });
});
