import { AuditEntryRow } from '@atbalsts/audit';
import { type DomainDatabase, type DomainName, openDatabase } from '@atbalsts/database';
import { cloneDatabases, daugavpils } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { modules } from '../src/modules.js';
import { erasePerson } from '../src/person/person-erase.js';
import { exportPerson } from '../src/person/person-export.js';
import { tablesOf } from '../src/person/person-tables.js';
import { recordRules } from '../src/person/record-rules.js';
import { type Column, fill, her, him, rowId, sql } from './every-table.js';

const hers = 'Slepenkalna Zane, Klusa iela 7';
const his = 'Atklatais Juris, Gaismas iela 9';

/** States in which a record is over, where one says so. */
const over: Readonly<Record<string, string>> = {
  application: 'DECIDED',
  decision: 'UPHELD',
  payment: 'PAID',
  recovery: 'RECOVERED',
  referral: 'ENDED',
  service_request: 'REFUSED',
  place_offer: 'ACCEPTED',
};

/** One row of each of two persons in every table there is; every text that may tell who it is tells it. */
describe('erasing a person of whom every table of all six domains says something', () => {
  let clones: Awaited<ReturnType<typeof cloneDatabases>>;
  const open = {} as Record<DomainName, DomainDatabase>;
  const catalog = {} as Record<DomainName, Column[]>;
  const rulesOf = {} as Record<DomainName, { table: string; definition: string }[]>;
  const names = modules.map(({ name }) => name);
  const request = { key: her, municipality: daugavpils, operator: 'operator:tests', today: '2060-01-01', write: true };

  beforeAll(async () => {
    clones = await cloneDatabases();
    for (const { name, entities } of modules) {
      const clone = clones.databases[name];
      rulesOf[name] = await checksOf(name);
      catalog[name] = await fill(clone);
      for (const { table } of tablesOf(catalog[name] as never)) await tell(name, table);
      open[name] = await openDatabase({ domain: name, url: clone.appUrl, entities: [AuditEntryRow, ...entities], poolSize: 1 });
    }
  }, 120_000);
  afterAll(async () => {
    await Promise.all(Object.values(open).map((database) => database.close()));
    await clones?.drop();
  });

  it('finds a word of hers in every domain that holds something, before', async () => {
    const said = await Promise.all(names.map(async (name) => [name, (await whoSays(name, hers)).length] as const));
    expect(Object.fromEntries(said)).toMatchObject({ workforce: 0, strategy: 0 });
    for (const [name, count] of said) if (!['workforce', 'strategy'].includes(name)) expect(count).toBeGreaterThan(4);
  });

  it('exports every such word first', async () => {
    const { domains } = await exportPerson(open, request);
    for (const name of names) {
      const exported = Object.entries(domains[name] ?? {}).filter(([, { rows }]) => JSON.stringify(rows).includes(hers));
      const judged = (await whoSays(name, hers)).filter((table) => !['document_content', 'person_search'].includes(table));
      expect([name, exported.map(([table]) => table).sort()]).toEqual([name, judged.sort()]);
    }
  });

  it('leaves no word of hers in any column of any table, and every word of his', async () => {
    const before = await Promise.all(names.map((name) => whoSays(name, his)));
    expect(await erasePerson(open, request)).toMatchObject({ done: true, holds: [] });
    for (const [n, name] of names.entries()) {
      expect([name, await whoSays(name, hers)]).toEqual([name, []]);
      expect([name, await whoSays(name, his)]).toEqual([name, before[n]]);
    }
  });

  it('puts in their place what every rule of the database on these columns lets stand', async () => {
    for (const name of names)
      for (const { table, definition } of rulesOf[name]) await sql(clones.databases[name], `alter table "${table}" add ${definition}`);
  });

  it('is the only change that the application may make to records that are written once', async () => {
    for (const [name, statement] of [
      ['registry', `update emergency_access set reason = 'Another reason, thought of later'`],
      ['benefits', `update decision_differences set explanation = 'It was otherwise'`],
      ['benefits', `update decision_differences set incomes = '[1]'`],
      ['services', `update risk_assessment set findings = 'No risk at all'`],
      ['services', `update risk_assessment set score = 0`],
      ['services', `update receipt set reference = 'Another'`],
      ['services', `update trip set to_place = 'Elsewhere'`],
      ['services', `update violence_follow_up set note = 'Done'`],
      ['services', `update violence_report set account = 'Something else'`],
      ['services', `update violence_report set findings = null`],
    ] as const)
      await expect(
        open[name].orm.em
          .fork()
          .transactional((em) =>
            em
              .execute(`select set_config('atbalsts.municipality', '${daugavpils}', true), set_config('atbalsts.audience', 'STAFF', true)`)
              .then(() => em.execute(statement)),
          ),
      ).rejects.toThrow(/written once|stays as it was recorded|permission denied/);
    expect((await sql(clones.databases.services, `select findings from risk_assessment where person_id = $1`, [him]))[0]).toEqual({
      findings: his,
    });
  });

  /** Tables with a row that says something, in whichever column, as text or as bytes. */
  async function whoSays(name: DomainName, what: string): Promise<string[]> {
    const tables = await sql<{ table: string }>(
      clones.databases[name],
      `select relname as table from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
    );
    const found: string[] = [];
    for (const { table } of tables) {
      const [row] = await sql<{ n: number }>(
        clones.databases[name],
        `select count(*)::int as n from "${table}" t where position($1 in lower(t::text)) > 0 or position($2 in lower(t::text)) > 0`,
        [what.toLowerCase(), Buffer.from(what).toString('hex')],
      );
      if (row?.n) found.push(table);
    }
    return found;
  }

  /** Says who it is in every text that may, and ends the record long ago. */
  async function tell(name: DomainName, table: string): Promise<void> {
    const rule = recordRules[table];
    const columns = await sql<{ column: string; type: string; key: boolean }>(
      clones.databases[name],
      `select attname as column, atttypid::regtype::text as type,
              exists (select from pg_index i where i.indrelid = a.attrelid and i.indisprimary and a.attnum = any (i.indkey)) as key
         from pg_attribute a where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attname <> 'municipality'`,
      [table],
    );
    const told = rule?.remove ? columns.map(({ column }) => column) : (rule?.erase ?? []);
    const sets = columns.flatMap(({ column, type, key }) => {
      if (key || table === 'audit_entry') return [];
      if (type === 'date' || type.startsWith('timestamp')) return [`"${column}" = '2020-01-01'`];
      if (column === 'state' && over[table]) return [`state = '${over[table]}'`];
      if (table === 'document' && column === 'state') return [`state = 'DISCARDED'`];
      if (!told.includes(column)) return [];
      const who = `case when t::text like '%${her}%' or t::text like '%${rowId(her, table)}%' then '${hers}' else '${his}' end`;
      if (type === 'text') return [`"${column}" = ${who}`];
      if (type === 'text[]') return [`"${column}" = array[${who}]`];
      if (type === 'jsonb') return [`"${column}" = jsonb_build_array(${who})`];
      if (type === 'bytea') return [`"${column}" = convert_to(${who}, 'UTF8')`];
      return [];
    });
    if (sets.length)
      await sql(
        clones.databases[name],
        `with replica as (select set_config('session_replication_role', 'replica', false)) update "${table}" t set ${sets.join(', ')} from replica`,
      );
  }

  /** The checks of the database that look at nothing but columns that are erased. */
  async function checksOf(name: DomainName): Promise<{ table: string; definition: string }[]> {
    const checks = await sql<{ table: string; definition: string; columns: string[] }>(
      clones.databases[name],
      `select conrelid::regclass::text as table, pg_get_constraintdef(oid) as definition,
              array(select attname::text from pg_attribute where attrelid = conrelid and attnum = any (conkey)) as columns
         from pg_constraint where contype = 'c' and connamespace = 'public'::regnamespace and conrelid <> 0`,
    );
    return checks.filter(({ table, columns }) => columns.length && columns.every((one) => recordRules[table]?.erase.includes(one)));
  }
});
