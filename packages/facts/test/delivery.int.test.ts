import { newId, withSession } from '@atbalsts/database';
import type { TestDatabase } from '@atbalsts/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { applyFacts, type FactBatch, FactGapError, OutboxSource, type Position, publish, publishMany, readPosition } from '../src/index.js';
import { asSystem, factDatabase, forget, heard, otherTown, person, town } from './support.js';

let registry: TestDatabase;
let benefits: TestDatabase;
let source: OutboxSource;
let start: Position;

beforeAll(async () => {
  [registry, benefits] = await Promise.all([factDatabase('registry'), factDatabase('benefits')]);
  source = new OutboxSource(registry.database);
});
afterAll(async () => {
  await Promise.all([registry.drop(), benefits.drop()]);
});
beforeEach(async () => {
  await forget(benefits);
  start = (await source.pull(null, 10_000)).upTo;
  await apply({ ...(await source.pull(null, 10_000)), facts: [] });
});

const apply = (batch: FactBatch) => asSystem(benefits.database, (em) => applyFacts(em, 'registry', batch));
const publishYears = (...years: number[]) =>
  asSystem(registry.database, (em) =>
    publishMany(
      em,
      years.map((year) => person(year)),
    ),
  );
const heardYears = async () => (await heard(benefits.database)).map((fact) => fact.birthYear);
const position = () => asSystem(benefits.database, (em) => readPosition(em, 'registry', ['person', 'circumstance', 'household-member']));

describe('applying facts', () => {
  it('stores each once, with its source, place and town', async () => {
    const fact = person(1951);
    await asSystem(registry.database, (em) => publish(em, fact));
    await apply(await source.pull(start, 100));
    const rows = await asSystem(benefits.database, (em) =>
      em.execute('select kind, key, source, municipality, body, position, person_id from fact'),
    );
    expect(rows).toEqual([{ ...fact, source: 'registry', position: start + 1, person_id: fact.key }]);
  });

  it('changes nothing when the same batch comes twice', async () => {
    await publishYears(1951, 1952);
    const batch = await source.pull(start, 100);
    expect(await apply(batch)).toEqual({ facts: 2 });
    const before = await asSystem(benefits.database, (em) => em.execute('select * , xmin::text from fact order by key'));
    expect(await apply(batch)).toEqual({ facts: 0 });
    expect(await asSystem(benefits.database, (em) => em.execute('select * , xmin::text from fact order by key'))).toEqual(before);
  });

  it('keeps the later fact of a key, within a batch and across batches, and when an older batch comes late', async () => {
    const id = newId();
    await asSystem(registry.database, (em) => publishMany(em, [person(1951, id), person(1952, id)]));
    const older = await source.pull(start, 100);
    await asSystem(registry.database, (em) => publish(em, person(1953, id)));
    await apply(older);
    expect(await heardYears()).toEqual([1952]);
    await apply(await source.pull(older.upTo, 100));
    expect(await heardYears()).toEqual([1953]);
    await apply(older);
    expect(await heardYears()).toEqual([1953]);
    expect(await position()).toBe(start + 3);
  });

  it('removes what its owner takes back, and an older batch does not bring it to life again', async () => {
    const fact = person(1951);
    await asSystem(registry.database, (em) => publish(em, fact));
    const older = await source.pull(start, 100);
    await apply(older);
    await asSystem(registry.database, (em) => publish(em, { kind: 'person', key: fact.key, municipality: town, body: null }));
    await apply(await source.pull(older.upTo, 100));
    expect(await heardYears()).toEqual([]);
    await apply(older);
    expect(await heardYears()).toEqual([]);
  });

  it('delivers again what was applied by a transaction that did not commit', async () => {
    await publishYears(1951);
    const batch = await source.pull(start, 100);
    const crash = asSystem(benefits.database, async (em) => {
      await applyFacts(em, 'registry', batch);
      throw new Error('power cut');
    });
    await expect(crash).rejects.toThrow('power cut');
    expect(await position()).toBe(start);
    expect(await heardYears()).toEqual([]);
    await apply(await source.pull(await position(), 100));
    expect(await heardYears()).toEqual([1951]);
  });

  it('stores each once when two replicas apply the same and overlapping batches at once', async () => {
    await publishYears(1951, 1952, 1953, 1954);
    const [half, whole] = [await source.pull(start, 2), await source.pull(start, 100)];
    const applied = await Promise.all([apply(half), apply(whole), apply(half), apply(whole)]);
    expect(applied.reduce((sum, one) => sum + one.facts, 0)).toBe(4);
    expect(await heardYears()).toEqual([1951, 1952, 1953, 1954]);
  });

  it('refuses a batch that begins after what has been read', async () => {
    await publishYears(1951, 1952);
    await expect(apply(await source.pull(start + 1, 100))).rejects.toBeInstanceOf(FactGapError);
    expect(await heardYears()).toEqual([]);
  });

  it('moves on past facts of kinds it does not hear', async () => {
    await publishYears(1951);
    const batch = await source.pull(start, 100, { kinds: ['circumstance'] });
    expect(batch).toMatchObject({ facts: [], upTo: start + 1, kinds: ['circumstance'] });
  });

  it('reads a kind subscribed to later from its beginning, and the others from where they are', async () => {
    const first = newId();
    const circumstance = { personId: first, kind: 'PENSIONER' as const, from: '2021-01-01', until: null };
    await asSystem(registry.database, (em) =>
      publishMany(em, [person(1951, first), { kind: 'circumstance', key: newId(), municipality: town, body: circumstance }]),
    );
    await forget(benefits);
    await apply(await source.pull(null, 10_000, { kinds: ['person'] }));
    const persons = (await heardYears()).length;
    expect(await asSystem(benefits.database, (em) => readPosition(em, 'registry', ['person', 'circumstance']))).toBe(0);
    const { facts } = await apply(await source.pull(0, 10_000, { kinds: ['person', 'circumstance'] }));
    expect(facts).toBe(1);
    expect((await heardYears()).length).toBe(persons);
  });

  it('lets a session of one town see the facts of that town only, through the views too', async () => {
    await asSystem(registry.database, (em) => publishMany(em, [person(1951), person(1952, newId(), otherTown)]));
    await apply(await source.pull(start, 100));
    const years = (municipality: string) =>
      withSession(benefits.database, { audience: 'STAFF', municipality }, (em) => em.execute('select birth_year from person_fact'));
    expect(await years(town)).toEqual([{ birth_year: 1951 }]);
    expect(await years(otherTown)).toEqual([{ birth_year: 1952 }]);
    const partner = { audience: 'PARTNER', organisation: newId() };
    expect(await withSession(benefits.database, partner, (em) => em.execute('select * from person_fact'))).toEqual([]);
  });

  it('finds the facts of a person by index under row-level security', async () => {
    const plan = await withSession(benefits.database, { audience: 'STAFF', municipality: town }, async (em) => {
      await em.execute('set local enable_seqscan = off; set local enable_bitmapscan = off');
      return em.execute<{ 'QUERY PLAN': string }[]>(`explain select * from circumstance_fact where person_id = '${newId()}'`);
    });
    expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toMatch(
      /Index Scan using fact_person on fact[\s\S]*Index Cond: \(\(person_id = /,
    );
  });
});

describe('the views', () => {
  it('show each kind with the types of its columns', async () => {
    const [personId, householdId, decisionId, other] = [newId(), newId(), newId(), newId()];
    const facts = await factDatabase('services');
    const rows = [
      ['person', personId, { personId, sex: 'MALE', birthYear: 1960 }],
      ['circumstance', other, { personId, kind: 'PENSIONER', from: '2022-01-01', until: null }],
      ['household-member', other, { householdId, personId, relation: 'HEAD', since: '2020-02-03', until: '2022-12-31' }],
      [
        'household-status',
        `${decisionId}:${personId}`,
        { householdId, personId, decisionId, status: 'NEEDY', from: '2022-01-01', until: '2022-04-01' },
      ],
      ['decision', decisionId, { decisionId, personId, number: 'L-1', benefitType: 'gmi', outcome: 'GRANT', on: '2022-01-05' }],
      ['placement', other, { placementId: other, personId, facilityId: decisionId, kind: 'SHELTER', from: '2022-01-01', endedOn: null }],
      ['employee', other, { employeeId: other, unitId: null, kind: 'SOCIAL_WORKER' }],
      ['published-staffing', `${town}:2022`, { year: 2022, fte: 235.16, employees: 240, specialists: 63, vacantFte: 4.5 }],
      [
        'published-coverage',
        `${town}:2022:shelter`,
        { year: 2022, region: 'latgale', serviceType: 'shelter', provision: 'OWN', clients: null },
      ],
    ] as const;
    await asSystem(facts.database, async (em) => {
      for (const [kind, key, body] of rows) {
        await em.execute(
          `insert into fact (kind, key, source, municipality, body, position, at) values (?, ?, 'registry', ?, ?::jsonb, 1, now())`,
          [kind, key, town, JSON.stringify(body)],
          'run',
        );
      }
      const all = async (view: string) => (await em.execute(`select * from ${view}`))[0];
      expect(await all('person_fact')).toEqual({ person_id: personId, municipality: town, sex: 'MALE', birth_year: 1960 });
      expect(await all('circumstance_fact')).toMatchObject({
        id: other,
        person_id: personId,
        kind: 'PENSIONER',
        from_date: '2022-01-01',
        until_date: null,
      });
      expect(await all('household_member_fact')).toMatchObject({
        household_id: householdId,
        relation: 'HEAD',
        since_date: '2020-02-03',
        until_date: '2022-12-31',
      });
      expect(await all('household_status_fact')).toMatchObject({
        household_id: householdId,
        decision_id: decisionId,
        status: 'NEEDY',
        until_date: '2022-04-01',
      });
      expect(await all('decision_fact')).toMatchObject({
        decision_id: decisionId,
        number: 'L-1',
        benefit_type: 'gmi',
        outcome: 'GRANT',
        on_date: '2022-01-05',
      });
      expect(await all('placement_fact')).toMatchObject({ placement_id: other, facility_id: decisionId, kind: 'SHELTER', ended_on: null });
      expect(await all('employee_fact')).toEqual({
        employee_id: other,
        municipality: town,
        unit_id: null,
        specialist_kind: 'SOCIAL_WORKER',
      });
      expect(await all('published_staffing_fact')).toEqual({
        municipality: town,
        year: 2022,
        fte: 235.16,
        employees: 240,
        specialists: 63,
        vacant_fte: 4.5,
      });
      expect(await all('published_coverage_fact')).toEqual({
        municipality: town,
        year: 2022,
        region: 'latgale',
        service_type: 'shelter',
        provision: 'OWN',
        clients: null,
      });
    });
    await facts.drop();
  });
});
