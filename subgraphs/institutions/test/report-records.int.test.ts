import { newId } from '@atbalsts/database';
import { bauska, daugavpils, regional, staff, type TestSubgraph, testSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { institutions } from '../src/index.js';
import { facility, others } from './fixture.js';

const query = `query($of: [_Any!]!, $t: ID!, $r: ID!, $n: Int, $a: String) { _entities(representations: $of) { ... on AnnualReport {
  institutionsRecords(table: $t, row: $r, first: $n, after: $a) { nodes { kind id person { id } household { id } day number amount } pageInfo { hasNextPage endCursor } totalCount } } } }`;

describe('the records behind a figure', () => {
  let town: TestSubgraph;
  const people = Array.from({ length: 5 }, () => newId());
  const ask = (principal = staff('director'), variables: object = {}, municipality = daugavpils) =>
    town.ask(principal, query, {
      of: [{ __typename: 'AnnualReport', municipalityCode: municipality, year: 2025 }],
      t: 'shelter',
      r: 'total',
      n: 20,
      ...variables,
    });

  beforeAll(async () => {
    town = await testSubgraph(institutions, others());
    const shelter = await facility(town, { beds: 5 });
    const stay = (person: string | undefined, from: string, until: string | null) =>
      town.sql(
        `insert into placement (id, municipality, person_id, facility_id, from_date, ended_on, destination, funding, accommodation, admitted_on, admitted_by, emergency)
         values ($1, $2, $3, $4, $5, $6, $7, 'MUNICIPAL', false, $5, 'someone', 'Nav kur dzīvot')`,
        [newId(), daugavpils, person, shelter, from, until, until && 'OWN_HOME'],
      );
    for (const [at, person] of people.entries()) await stay(person, `2025-0${at + 1}-10`, `2025-0${at + 1}-20`);
    await stay(people[0], '2025-08-01', '2025-08-09');
    await stay(people[0], '2024-02-01', '2024-02-09');
  });
  afterAll(() => town?.drop());

  it('are as many as it says, each person once by the first day, and stand in the audit trail of each person', async () => {
    const { data, errors } = await ask();
    expect(errors).toBeUndefined();
    const { nodes, totalCount } = data._entities[0].institutionsRecords;
    expect(totalCount).toBe(5);
    expect(nodes.map((node: { person: { id: string } }) => node.person.id)).toEqual(people);
    expect(nodes[0]).toMatchObject({ kind: 'placement', day: '2025-01-10', household: null, amount: null });
    const seen = await town.sql<{ person_id: string; object: string }>(
      `select person_id, object from audit_entry where action = 'report.record.read' order by object, person_id`,
    );
    expect(seen).toEqual([...people].sort().map((person_id) => ({ person_id, object: 'report-row:shelter.total:2025' })));
  });

  it('come in pages that neither overlap nor leave anybody out', async () => {
    const found: string[] = [];
    for (let after: string | null = null; ; ) {
      const { data } = await ask(staff('auditor'), { n: 2, a: after });
      const { nodes, pageInfo } = data._entities[0].institutionsRecords;
      found.push(...nodes.map((node: { person: { id: string } }) => node.person.id));
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect(found).toEqual(people);
  });

  it('are none of a row that is not derived, of another table’s row, or of another town', async () => {
    for (const [t, r] of [
      ['shelter', 'no-such-row'],
      ['headcount', 'core-staff'],
      ["shelter'; drop table placement; --", 'total'],
    ]) {
      expect((await ask(staff('director'), { t, r })).data._entities[0].institutionsRecords).toBeNull();
    }
    expect((await ask(staff('director'), {}, bauska)).data._entities[0].institutionsRecords).toBeNull();
    const own = await ask(staff('director', { municipality: bauska }), {}, bauska);
    expect(own.data._entities[0].institutionsRecords).toMatchObject({ nodes: [], totalCount: 0 });
  });

  it.each(['finance', 'hr', 'facility-manager', 'social-worker', 'carer'] as const)('are not for %s', async (role) => {
    const { data, errors } = await ask(staff(role));
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(JSON.stringify(data ?? null)).not.toContain(people[0]);
  });

  it('are not for a region, and a forged cursor is bad input', async () => {
    expect((await ask(regional())).errors).toBeDefined();
    expect((await ask(staff('director'), { a: 'WyJ4IiwxXQ' })).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});
