import { newId, withClient } from '@atbalsts/database';
import { bauska, staff, type TestSubgraph, testSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { institutions } from '../src/index.js';
import { admission, facility, others } from './fixture.js';

const manager = staff('facility-manager');
const stranger = newId();
const granted = newId();
const waiting = newId();
const holder = newId();
const otherDomains = others(
  {
    [granted]: { state: 'GRANTED', person: { id: holder }, serviceType: { code: 'shelter' } },
    [waiting]: { state: 'WAITING', person: { id: holder }, serviceType: { code: 'shelter' } },
  },
  stranger,
);
const emergency = (personId: string, facilityId: string, more: object = {}) => ({
  i: { personId, facilityId, from: '2026-11-22', funding: 'MUNICIPAL', emergency: 'Zaudēta dzīvesvieta', ...more },
});

describe('admitting a person', () => {
  let town: TestSubgraph;
  let shelter: string;
  const codesOf = async (input: Record<string, unknown>) =>
    (await town.ask(manager, admission, input)).data.admit.problems.map((p: { code: string; field: string }) => `${p.code} ${p.field}`);

  beforeAll(async () => {
    town = await testSubgraph(institutions, otherDomains);
    shelter = await facility(town, { beds: 30 });
  });
  afterAll(() => town?.drop());

  it('gives a bed, and leaves an audit entry and a fact', async () => {
    const personId = newId();
    const { data, errors } = await town.ask(manager, admission, emergency(personId, shelter, { until: '2026-12-22' }));
    expect(errors).toBeUndefined();
    const { placement, problems } = data.admit;
    expect(problems).toEqual([]);
    expect(placement).toEqual({
      id: expect.any(String),
      version: 1,
      place: '1-1',
      from: '2026-11-22',
      until: '2026-12-22',
      endedOn: null,
      accommodation: true,
      emergency: 'Zaudēta dzīvesvieta',
      funding: 'MUNICIPAL',
      person: { id: personId },
      facility: { kind: 'SHELTER' },
    });
    expect(await town.sql('select action, object, subject from audit_entry where person_id = $1', [personId])).toEqual([
      { action: 'placement.admit', object: `placement:${placement.id}`, subject: manager.subject },
    ]);
    expect(await town.sql('select body from outbox where key = $1', [placement.id])).toEqual([
      { body: { placementId: placement.id, personId, facilityId: shelter, kind: 'SHELTER', from: '2026-11-22', endedOn: null } },
    ]);
  });

  it('gives ten calls at once for one person one placement and nine times OVERLAP, with few beds too', async () => {
    const small = await facility(town, { beds: 2 });
    for (const where of [shelter, small]) {
      const personId = newId();
      const answers = await Promise.all(Array.from({ length: 10 }, () => town.ask(manager, admission, emergency(personId, where))));
      const codes = answers.map(({ data }) => data.admit.problems[0]?.code ?? 'admitted').sort();
      expect(codes).toEqual([...Array(9).fill('OVERLAP'), 'admitted']);
    }
  });

  it('gives the last three beds to three of fifty who come at once, the others NO_VACANCY', async () => {
    const small = await facility(town, { beds: 3 });
    const answers = await Promise.all(Array.from({ length: 50 }, () => town.ask(manager, admission, emergency(newId(), small))));
    const codes = answers.map(({ data }) => data.admit.problems[0]?.code ?? 'admitted');
    expect(codes.filter((code) => code === 'admitted')).toHaveLength(3);
    expect(codes.filter((code) => code === 'NO_VACANCY')).toHaveLength(47);
    expect(
      await town.sql('select count(distinct place_id)::int as beds, count(*)::int as stays from placement where facility_id = $1', [small]),
    ).toEqual([{ beds: 3, stays: 3 }]);
  });

  it('tries the next bed where somebody who took no lock was quicker', async () => {
    const small = await facility(town, { beds: 2 });
    const [first] = await town.sql<{ id: string }>(`select id from facility_place where facility_id = $1 and name = '1-1'`, [small]);
    const personId = newId();
    const answer = await withClient(town.database.superUrl, async (client) => {
      await client.query('begin');
      await client.query(
        `insert into placement (id, municipality, person_id, facility_id, place_id, accommodation, from_date, funding, emergency, admitted_by, admitted_on)
         values ($1, '0002000', $2, $3, $4, true, '2026-11-01', 'MUNICIPAL', 'x', 'import', '2026-11-01')`,
        [newId(), newId(), small, first?.id],
      );
      const admitted = town.ask(manager, admission, emergency(personId, small));
      while (
        !(await town.sql('select from pg_stat_activity where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0'))
          .length
      );
      await client.query('commit');
      return admitted;
    });
    expect(answer.data.admit).toMatchObject({ placement: { place: '1-2' }, problems: [] });
  });

  it('lets the capacity of the register decide where more beds stand', async () => {
    const small = await facility(town, { beds: 5, capacity: 1 });
    expect(await codesOf(emergency(newId(), small))).toEqual([]);
    expect(await codesOf(emergency(newId(), small))).toEqual(['NO_VACANCY facilityId']);
    const { data } = await town.ask(manager, '{ vacancies(kind: SHELTER) { facility { id } } }');
    expect(data.vacancies).not.toContainEqual({ facility: { id: small } });
  });

  it('gives the bed that is named, once, and knows which beds there are', async () => {
    expect((await town.ask(manager, admission, emergency(newId(), shelter, { place: '1-29' }))).data.admit.placement.place).toBe('1-29');
    expect(await codesOf(emergency(newId(), shelter, { place: '1-29' }))).toEqual(['NO_VACANCY place']);
    expect(await codesOf(emergency(newId(), shelter, { place: '9-9' }))).toEqual(['NOT_FOUND place']);
  });

  it('holds a bed past the agreed end until the end is recorded, and frees it on that day', async () => {
    const small = await facility(town, { beds: 1 });
    const { data } = await town.ask(manager, admission, emergency(newId(), small, { from: '2026-10-01', until: '2026-11-01' }));
    expect(await codesOf(emergency(newId(), small))).toEqual(['NO_VACANCY facilityId']);
    await town.sql(`update placement set ended_on = '2026-11-22', destination = 'OWN_HOME' where id = $1`, [data.admit.placement.id]);
    expect(await codesOf(emergency(newId(), small))).toEqual([]);
  });

  it('asks OVERLAP before NOT_REGISTERED, and NOT_REGISTERED before everything else', async () => {
    const lapsed = await facility(town, { beds: 1, registeredUntil: '2026-11-22' });
    const personId = newId();
    expect(await codesOf(emergency(personId, lapsed, { from: '2026-11-21' }))).toEqual([]);
    expect(await codesOf(emergency(personId, lapsed))).toEqual(['OVERLAP personId']);
    expect(await codesOf(emergency(stranger, lapsed))).toEqual(['NOT_REGISTERED facilityId']);
    expect(await codesOf(emergency(newId(), lapsed))).toEqual(['NOT_REGISTERED facilityId']);
  });

  it('needs a granted request for this person and service, or the reason of an emergency', async () => {
    const without = (more: object) => ({ i: { personId: holder, facilityId: shelter, from: '2026-11-22', funding: 'MUNICIPAL', ...more } });
    expect(await codesOf(without({}))).toEqual(['INVALID requestId']);
    expect(await codesOf(without({ emergency: '  ' }))).toEqual(['INVALID requestId']);
    expect(await codesOf(without({ emergency: 'x', requestId: granted }))).toEqual(['INVALID emergency']);
    expect(await codesOf(without({ requestId: waiting }))).toEqual(['WRONG_STATE requestId']);
    expect(await codesOf(without({ requestId: newId() }))).toEqual(['NOT_FOUND requestId']);
    expect(await codesOf(without({ requestId: granted, personId: newId() }))).toEqual(['INVALID requestId']);
    const apartments = await facility(town, { kind: 'GROUP_APARTMENTS' });
    expect(await codesOf(without({ requestId: granted, facilityId: apartments }))).toEqual(['INVALID requestId']);
    expect(await codesOf(without({ requestId: granted }))).toEqual([]);
  });

  it('refuses who is not of the town, a facility of another town, and days that cannot be', async () => {
    expect(await codesOf(emergency(stranger, shelter))).toEqual(['NOT_FOUND personId']);
    expect(await codesOf(emergency(newId(), await facility(town, { municipality: bauska })))).toEqual(['NOT_FOUND facilityId']);
    expect(await codesOf(emergency(newId(), shelter, { from: '2099-01-01' }))).toEqual(['NOT_REGISTERED facilityId']);
    expect(await codesOf(emergency(newId(), shelter, { until: '2026-11-22' }))).toEqual(['INVALID until']);
    const { errors } = await town.ask(manager, admission, emergency('nobody', shelter));
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('fails closed where the registry or services do not answer', async () => {
    const cut = await testSubgraph(institutions, { registry: otherDomains.registry });
    const alone = await testSubgraph(institutions);
    try {
      const input = { personId: holder, from: '2026-11-22', funding: 'MUNICIPAL', requestId: granted };
      const answers = await Promise.all(
        [cut, alone].map(async (where) => where.ask(manager, admission, { i: { ...input, facilityId: await facility(where) } })),
      );
      for (const { data } of answers) expect(data.admit).toMatchObject({ placement: null, problems: [{ code: 'UNAVAILABLE' }] });
      expect(await cut.sql('select from placement')).toEqual([]);
    } finally {
      await Promise.all([cut.drop(), alone.drop()]);
    }
  });

  it('lets who lives in a group apartment attend the day care centre, once, and gives help in a crisis without a bed', async () => {
    const personId = newId();
    const apartments = await facility(town, { kind: 'GROUP_APARTMENTS' });
    const centre = await facility(town, { kind: 'DAY_CARE_CENTRE', beds: 0, capacity: 1 });
    const crisis = await facility(town, { kind: 'CRISIS_CENTRE', beds: 1 });
    expect(await codesOf(emergency(personId, apartments))).toEqual([]);
    expect((await town.ask(manager, admission, emergency(personId, centre))).data.admit.placement).toMatchObject({
      accommodation: false,
      place: null,
    });
    expect(await codesOf(emergency(personId, centre))).toEqual(['OVERLAP personId']);
    expect(await codesOf(emergency(newId(), centre, { accommodation: false }))).toEqual(['NO_VACANCY facilityId']);
    expect(await codesOf(emergency(personId, crisis))).toEqual(['OVERLAP personId']);
    expect(await codesOf(emergency(personId, crisis, { accommodation: false }))).toEqual([]);
    expect(await codesOf(emergency(newId(), crisis))).toEqual([]);
    expect(await codesOf(emergency(newId(), shelter, { accommodation: false }))).toEqual(['INVALID accommodation']);
    expect(await codesOf(emergency(newId(), centre, { place: '1-1' }))).toEqual(['INVALID place']);
    const { data } = await town.ask(manager, '{ facilities(kind: CRISIS_CENTRE) { occupancy { occupied free } } }');
    expect(data.facilities).toEqual([{ occupancy: { occupied: 1, free: 0 } }]);
  });

  it('is refused to a role that may not, and writes nothing', async () => {
    const before = await town.sql('select count(*) from placement');
    for (const role of ['hr', 'finance', 'auditor', 'carer'] as const) {
      const { errors } = await town.ask(staff(role), admission, emergency(newId(), shelter));
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
    expect(await town.sql('select count(*) from placement')).toEqual(before);
  });
});

describe('the database', () => {
  let town: TestSubgraph;
  beforeAll(async () => {
    town = await testSubgraph(institutions);
  });
  afterAll(() => town?.drop());

  it('refuses by itself a second bed for a person, a second person for a bed, and a place without its bed', async () => {
    const [one, two] = [await facility(town), await facility(town)] as [string, string];
    const bedOf = async (where: string, name: string) =>
      (await town.sql<{ id: string }>('select id from facility_place where facility_id = $1 and name = $2', [where, name]))[0]?.id;
    const put = (person: string, where: string, bed: string | undefined, from: string, ended: string | null) =>
      town.sql(
        `insert into placement (id, municipality, person_id, facility_id, place_id, accommodation, from_date, ended_on, destination, funding, emergency, admitted_by, admitted_on)
         values ($1, '0002000', $2, $3, $4, true, $5, $6::date, case when $6::date is null then null else 'OTHER' end, 'MUNICIPAL', 'x', 'y', '2026-01-01')`,
        [newId(), person, where, bed, from, ended],
      );
    const [ann, bob] = [newId(), newId()];
    await put(ann, one, await bedOf(one, '1-1'), '2026-01-01', '2026-02-01');
    await expect(put(ann, two, await bedOf(two, '1-1'), '2026-01-31', null)).rejects.toMatchObject({
      constraint: 'placement_person_in_one_place',
    });
    await expect(put(bob, one, await bedOf(one, '1-1'), '2026-01-31', null)).rejects.toMatchObject({
      constraint: 'placement_bed_holds_one',
    });
    await expect(put(bob, one, undefined, '2026-01-31', null)).rejects.toMatchObject({ constraint: 'placement_bed_where_accommodated' });
    await expect(put(bob, one, await bedOf(two, '1-1'), '2026-01-31', null)).rejects.toMatchObject({ code: '23503' });
    await put(bob, one, await bedOf(one, '1-1'), '2026-02-01', '2026-02-01');
    await put(ann, two, await bedOf(two, '1-1'), '2026-02-01', null);
  });
});
