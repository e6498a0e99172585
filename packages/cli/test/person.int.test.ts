import { AuditEntryRow } from '@atbalsts/audit';
import { type DomainDatabase, type DomainName, openDatabase, withClient } from '@atbalsts/database';
import { bauska, type ClonedDatabase, cloneDatabases, daugavpils } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v5 } from 'uuid';
import { modules } from '../src/modules.js';
import { personDocument } from '../src/person/person-document.js';
import { exportPerson } from '../src/person/person-export.js';
import { catalogSql, derivedTables, otherColumns, personColumns } from '../src/person/person-tables.js';
import { recordRules } from '../src/person/record-rules.js';

interface Column {
  table: string;
  column: string;
  parent: string | null;
}

const her = '00000000-0000-4000-8000-00000000000a';
const him = '00000000-0000-4000-8000-00000000000b';
const rowId = (owner: string, table: string): string => (table === 'person' ? owner : v5(table, owner));

describe('what all domains hold on a person', () => {
  let clones: Awaited<ReturnType<typeof cloneDatabases>>;
  const open = {} as Record<DomainName, DomainDatabase>;
  const catalog = {} as Record<DomainName, Column[]>;
  const request = { key: her, municipality: daugavpils, operator: 'operator:tests', today: '2026-11-22' };

  beforeAll(async () => {
    clones = await cloneDatabases();
    for (const { name, entities } of modules) {
      const clone = clones.databases[name];
      catalog[name] = await fill(clone);
      open[name] = await openDatabase({ domain: name, url: clone.appUrl, entities: [AuditEntryRow, ...entities], poolSize: 1 });
    }
  });
  afterAll(async () => {
    await Promise.all(Object.values(open).map((database) => database.close()));
    await clones?.drop();
  });

  it.each(modules.map(({ name }) => name))('has every uuid column of %s judged: it names a person, or something else', (name) => {
    const unjudged = catalog[name].filter(
      ({ table, column, parent }) =>
        parent === null &&
        !['id', 'run_id'].includes(column) &&
        !derivedTables.has(table) &&
        !personColumns.has(column) &&
        !otherColumns.has(column),
    );
    expect(unjudged).toEqual([]);
  });

  it('is exported from every table that names the person, or belongs to a row that does', async () => {
    const exported = await exportPerson(open, request);
    for (const { name } of modules) {
      const tables = reached(catalog[name]);
      const held = exported.domains[name] ?? {};
      expect([
        name,
        Object.keys(held)
          .filter((table) => table !== 'outbox')
          .sort(),
      ]).toEqual([name, tables.sort()]);
      for (const table of tables) {
        const ids = (held[table]?.rows ?? []).map((row) => row.id).filter(Boolean);
        if (ids.length) expect([table, ids]).toEqual([table, [rowId(her, table)]]);
      }
    }
    expect(Object.keys(exported.domains.registry ?? {})).toEqual(
      expect.arrayContaining(['person', 'personal_code', 'residence', 'former_identity', 'representation', 'outbox']),
    );
    expect(exported.domains.registry?.outbox?.rows).toHaveLength(1);
    expect(JSON.stringify(exported)).not.toContain(him);
  });

  it.each(modules.map(({ name }) => name))(
    'has a rule for every such table of %s, and every text in it judged: it tells who it is, or nothing',
    async (name) => {
      for (const table of reached(catalog[name])) {
        const rule = recordRules[table];
        const texts = await sql<{ column: string }>(
          clones.databases[name],
          `select attname as column from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attname <> 'municipality'
            and atttypid = any ('{text,text[],varchar,json,jsonb,bytea}'::regtype[])`,
          [table],
        );
        const judged = [...(rule?.erase ?? []), ...(rule?.keep ?? [])];
        expect([table, texts.map(({ column }) => column).filter((column) => !judged.includes(column))]).toEqual([table, []]);
        expect([table, rule === undefined]).toEqual([table, false]);
      }
    },
  );

  it('says not who looked, and records the export in each domain that holds something', async () => {
    const before = await exportPerson(open, request);
    const looks = before.domains.registry?.audit_entry?.rows ?? [];
    expect(looks.length).toBeGreaterThan(0);
    for (const look of looks) expect(look).not.toHaveProperty('subject');
    for (const name of ['registry', 'benefits', 'services', 'institutions'] as const) {
      const rows = await sql<{ fields: string[] }>(
        clones.databases[name],
        `select fields from audit_entry where action = 'person.export' and person_id = $1 and subject = 'operator:tests'`,
        [her],
      );
      expect(rows.length).toBeGreaterThan(0);
      expect(rows[0]?.fields).toContain('fact' in (before.domains[name] ?? {}) ? 'fact' : 'person');
    }
  });

  it('is found by reference and code too, and by nobody of another town', async () => {
    const [{ reference } = { reference: '' }] = await sql<{ reference: string }>(
      clones.databases.registry,
      'select reference from person where id = $1',
      [her],
    );
    await sql(clones.databases.registry, `update personal_code set code = '329999-00001' where person_id = $1`, [her]);
    for (const key of [reference, reference.toLowerCase(), '329999-00001', '32999900001'])
      expect((await exportPerson(open, { ...request, key })).person).toBe(her);
    for (const change of [{ municipality: bauska }, { key: 'P-999999' }, { key: "' or true --" }])
      await expect(exportPerson(open, { ...request, ...change })).rejects.toThrow(/No person of this municipality/);
  });

  it('is a document to be read, Latvian first, in which a record is text and no markup', async () => {
    await sql(clones.databases.registry, `update residence set address = E'<b>Iela</b>\\n# 1 [x](y)' where person_id = $1`, [her]);
    const document = personDocument(await exportPerson(open, request));
    expect(document).toMatch(/^# Izraksts par personu P-\d{6} \/ Extract on person/);
    expect(document).toMatch(
      /## Reģistrs \/ Registry[\s\S]*### Deklarētās dzīvesvietas \/ Declared residences \(1\)[\s\S]*## Pabalsti \/ Benefits/,
    );
    expect(document).toContain('&lt;b&gt;Iela&lt;/b&gt; \\# 1 \\[x\\](y)');
  });

  /** Tables whose rows are of a person, by the rule in other words than the program's: a fixpoint over the foreign keys. */
  function reached(columns: readonly Column[]): string[] {
    const found = new Set(
      columns
        .filter(({ table, column, parent }) => personColumns.has(column) || parent === 'person' || table === 'person')
        .map(({ table }) => table),
    );
    const named = new Set(found);
    for (const _table of columns)
      for (const { table, parent } of columns) if (parent && found.has(parent) && !named.has(table)) found.add(table);
    return [...found].filter((table) => !derivedTables.has(table));
  }
});

async function sql<T extends object>(clone: ClonedDatabase, statement: string, parameters: unknown[] = []): Promise<T[]> {
  return withClient(clone.superUrl, async (client) => (await client.query(statement, parameters)).rows);
}

/** One row of each of two persons in every table, whatever the table asks otherwise: checks and not-nulls of this copy are taken away. */
async function fill(clone: ClonedDatabase): Promise<Column[]> {
  return withClient(clone.superUrl, async (client) => {
    const columns = (await client.query<Column>(catalogSql)).rows;
    await client.query(`do $$ declare one record; begin
      for one in select conrelid::regclass as t, conname from pg_constraint where contype in ('c', 'x') and connamespace = 'public'::regnamespace and conrelid <> 0 loop
        execute format('alter table %s drop constraint %I', one.t, one.conname); end loop;
      for one in select a.attrelid::regclass as t, a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid
          where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and a.attnotnull and not a.attisdropped and a.attidentity = ''
            and not exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary and a.attnum = any (i.indkey)) loop
        execute format('alter table %s alter %I drop not null', one.t, one.attname); end loop; end $$`);
    await client.query('set session_replication_role = replica');
    for (const table of new Set(columns.map((one) => one.table))) {
      if (derivedTables.has(table)) continue;
      const own = columns.filter((one) => one.table === table);
      const { rows: others } = await client.query<{ column: string; type: string; municipality: boolean }>(
        `select a.attname as column, format_type(a.atttypid, null) as type from pg_attribute a
          where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attidentity = '' and a.atttypid <> 'uuid'::regtype
            and (a.attname = 'municipality' or exists (select from pg_index i where i.indrelid = a.attrelid and i.indisprimary and a.attnum = any (i.indkey)))`,
        [table],
      );
      for (const owner of [her, him]) {
        const values: Record<string, string> = {};
        const { rows: generated } = await client.query<{ column: string }>(
          `select attname as column from pg_attribute where attrelid = $1::regclass and attgenerated <> ''`,
          [table],
        );
        for (const { column, parent } of own) {
          if (generated.some((one) => one.column === column)) continue;
          if (column === 'id') values[column] = rowId(owner, table);
          else if (personColumns.has(column) || parent === 'person') values[column] = owner;
          else if (parent) values[column] = rowId(owner, parent);
        }
        for (const { column, type } of others)
          values[column] =
            column === 'municipality'
              ? daugavpils
              : /int/.test(type)
                ? '1'
                : /date|time/.test(type)
                  ? '2026-01-01'
                  : /bool/.test(type)
                    ? 'true'
                    : owner;
        if (table === 'fact') values.body = JSON.stringify({ personId: owner });
        const names = Object.keys(values);
        await client.query(
          `insert into "${table}" (${names.map((name) => `"${name}"`).join(', ')}) values (${names.map((_, n) => `$${n + 1}`).join(', ')}) on conflict do nothing`,
          Object.values(values),
        );
      }
    }
    for (const owner of [her, him])
      await client.query(
        `insert into outbox (kind, key, municipality, body) values ('person', $1, '0002000', jsonb_build_object('personId', $1::text))`,
        [owner],
      );
    return columns;
  });
}
