import { AuditEntryRow } from '@atbalsts/audit';
import { erasePerson, exportPerson, modules, retentionHolds } from '@atbalsts/cli';
import { type DomainDatabase, type DomainName, openDatabase, withClient } from '@atbalsts/database';
import { daugavpils } from '@atbalsts/reference';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Federation, federation } from './support/federation.js';
import { reportQuery } from './support/queries.js';

const farOff = '2060-01-01';

describe('the erasure of a person', () => {
  let graph: Federation;
  const databases = {} as Record<DomainName, DomainDatabase>;
  const request = { municipality: daugavpils, operator: 'operator:tests', today: farOff };
  const sql = <T extends object>(domain: DomainName, statement: string, parameters: unknown[] = []): Promise<T[]> =>
    withClient(graph.databases[domain].superUrl, async (client) => (await client.query(statement, parameters)).rows);

  beforeAll(async () => {
    graph = await federation();
    for (const { name, entities } of modules)
      databases[name] = await openDatabase({
        domain: name,
        url: graph.databases[name].appUrl,
        entities: [AuditEntryRow, ...entities],
        poolSize: 2,
      });
  }, 900_000);
  afterAll(async () => {
    await Promise.all(Object.values(databases).map((database) => database.close()));
    await graph?.stop();
  });

  /** Persons with a decision, and with a finished stay or case, of whom nothing runs: they can be erased when all periods are over. */
  const finished = async (): Promise<string[]> => {
    const several = await sql<{ id: string }>(
      'services',
      `select person_id as id from social_case group by person_id having bool_and(closed_on is not null) order by person_id limit 60`,
    );
    const stays = await sql<{ id: string }>(
      'institutions',
      `select person_id as id from placement group by person_id having bool_and(ended_on is not null) order by person_id limit 60`,
    );
    const decided = await sql<{ id: string }>(
      'benefits',
      `select applicant_id as id from application group by applicant_id having bool_and(state = 'DECIDED') order by applicant_id limit 60`,
    );
    return [...decided, ...several, ...stays].map(({ id }) => id);
  };

  it('leaves every figure of the annual report as it was, and nothing of who they were in any table of any domain', async () => {
    const report = async (year: number) => (await graph.ask('director', reportQuery, { m: daugavpils, y: year })).data;
    const years = [2021, 2022, 2025];
    const before = [];
    for (const year of years) before.push(await report(year));
    expect(JSON.stringify(before).length).toBeGreaterThan(10_000);
    const erased: { id: string; reference: string; said: string[] }[] = [];
    for (const id of await finished()) {
      if (erased.length >= 8) break;
      const [was] = await sql<{ reference: string; said: string[] }>(
        'registry',
        `select p.reference, array_remove(array[p.phone, p.given_name || ' ' || p.family_name, c.code], null) as said
           from person p left join personal_code c on c.person_id = p.id where p.id = $1 and p.municipality = $2 and p.erased_on is null`,
        [id, daugavpils],
      );
      if (!was || (await erasePerson(databases, { ...request, key: id, write: false })).holds.length) continue;
      expect(await erasePerson(databases, { ...request, key: was.reference, write: true })).toMatchObject({ done: true, holds: [] });
      erased.push({ id, ...was });
    }
    expect(erased.length).toBeGreaterThan(5);
    for (const [n, year] of years.entries()) expect([year, await report(year)]).toEqual([year, before[n]]);
    for (const { id, reference } of erased) {
      const left = await exportPerson(databases, { ...request, key: id });
      expect(left.domains.registry?.person?.rows).toMatchObject([
        {
          given_name: 'dzēsts',
          family_name: 'dzēsts',
          phone: null,
          reference,
          birth_date: expect.stringMatching(/-01-01$/),
          erased_on: farOff,
        },
      ]);
      expect(Object.keys(left.domains.registry ?? {})).not.toEqual(expect.arrayContaining(['personal_code']));
    }
    // Namesakes that live have their names in their own records only: codes and telephones are looked for everywhere, names where she is spoken of.
    const unique = erased.flatMap(({ said }) => said.filter((one) => /\d/.test(one)));
    for (const { name } of modules) {
      const tables = await sql<{ table: string }>(
        name,
        `select relname as table from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'report_figure'`,
      );
      for (const { table } of tables)
        expect([
          name,
          table,
          await sql(name, `select 1 from "${table}" t where t::text like any ($1) limit 1`, [unique.map((one) => `%${one}%`)]),
        ]).toEqual([name, table, []]);
      const left = await Promise.all(
        erased.map(async ({ id }) => (await exportPerson(databases, { ...request, key: id })).domains[name] ?? {}),
      );
      for (const [n, { said }] of erased.entries()) for (const one of said) expect(JSON.stringify(left[n])).not.toContain(one);
    }
  }, 300_000);

  it('is refused while a case is open or a period runs, naming which, and changes nothing', async () => {
    const [open] = await sql<{ id: string }>(
      'services',
      `select person_id as id from social_case where closed_on is null and municipality = $1 limit 1`,
      [daugavpils],
    );
    const [recent] = await sql<{ id: string }>(
      'benefits',
      `select applicant_id as id from application where municipality = $1 and state = 'DECIDED' limit 1`,
      [daugavpils],
    );
    const before = await sql('registry', 'select * from person where id = any($1) order by id', [[open?.id, recent?.id]]);
    const first = await erasePerson(databases, { ...request, key: open?.id as string, write: true });
    expect(first).toMatchObject({ done: false, erased: {} });
    expect(first.holds).toEqual(
      expect.arrayContaining([expect.objectContaining({ domain: 'services', table: 'social_case', en: 'social case: it still runs.' })]),
    );
    const second = await erasePerson(databases, { ...request, key: recent?.id as string, today: '2026-11-22', write: true });
    expect(second.holds).toEqual(expect.arrayContaining([expect.objectContaining({ domain: 'benefits', table: 'application' })]));
    expect(await sql('registry', 'select * from person where id = any($1) order by id', [[open?.id, recent?.id]])).toEqual(before);
  });

  it('has a rule for everything that the demo holds on a person of many records', async () => {
    const [id] = await finished();
    const { domains } = await exportPerson(databases, { ...request, key: id as string });
    for (const tables of Object.values(domains))
      expect(retentionHolds(tables, '2999-01-01').filter(({ en }) => /nothing says/.test(en))).toEqual([]);
  });
});
