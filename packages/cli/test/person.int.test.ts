import { AuditEntryRow } from '@atbalsts/audit';
import { type DomainDatabase, type DomainName, openDatabase } from '@atbalsts/database';
import { retentionRules } from '@atbalsts/documents';
import { bauska, cloneDatabases, daugavpils } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { modules } from '../src/modules.js';
import { personDocument } from '../src/person/person-document.js';
import { exportFiles, exportPerson } from '../src/person/person-export.js';
import { derivedTables, impersonalTables, jointTables, manyOwners, namesPerson, otherColumns } from '../src/person/person-tables.js';
import { recordRules } from '../src/person/record-rules.js';
import { care } from '../src/person/rules/rule.js';
import { type Column, fill, her, him, rowId, sql } from './every-table.js';

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
        !namesPerson(table, column) &&
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

  it('has the bytes of attached documents as files, whose names lead nowhere else', async () => {
    for (const name of ['benefits', 'services', 'institutions'] as const) {
      await sql(
        clones.databases[name],
        `update document set state = 'STORED', stored_in = 'POSTGRESQL', name = '../../.profile ' || id || '.pdf'`,
      );
      await sql(clones.databases[name], `update document_content set part = 0, bytes = convert_to('bytes of ' || document_id, 'UTF8')`);
    }
    const exported = await exportPerson(open, request);
    expect(JSON.stringify(exported.domains.services?.document_content?.rows)).not.toContain('\\\\x');
    const files: [string, string][] = [];
    await exportFiles(open, exported, async (name, parts) => {
      const read = [];
      for await (const part of parts) read.push(part);
      files.push([name, Buffer.concat(read).toString()]);
    });
    const id = rowId(her, 'document');
    expect(files).toEqual(
      (['benefits', 'services', 'institutions'] as const).map((name) => [`${name}-${id}-_.._.profile_${id}.pdf`, `bytes of ${id}`]),
    );
  });

  it.each(modules.map(({ name }) => name))('has no list of ids in %s that names persons', async (name) => {
    const lists = await sql<{ one: string }>(
      clones.databases[name],
      `select distinct attname as one from pg_attribute a join pg_class c on c.oid = a.attrelid
        where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and atttypid = 'uuid[]'::regtype`,
    );
    // Employees who agreed with somebody; entries of the audit.
    expect(lists.map(({ one }) => one).filter((one) => !['party_ids', 'entry_ids'].includes(one))).toEqual([]);
  });

  it.each(modules.map(({ name }) => name))('has every table of %s judged to which rows on persons lead: whose its text is', (name) => {
    const tables = reached(catalog[name]);
    const led = catalog[name].filter(({ table, parent }) => parent && tables.includes(table) && !tables.includes(parent));
    expect(led.map(({ parent }) => parent).filter((parent) => !impersonalTables.has(parent as string))).toEqual([]);
  });

  it('keeps no document longer than the records to which it is attached', () => {
    expect(Math.max(...retentionRules.map(({ years }) => years))).toBeLessThanOrEqual(care);
  });

  /** Tables whose rows are of a person, by the rule in other words than the program's: a fixpoint over the foreign keys and what is judged by hand. */
  function reached(columns: readonly Column[]): string[] {
    const tables = new Set(columns.map(({ table }) => table));
    const named = columns.filter(({ table, column, parent }) => namesPerson(table, column) || parent === 'person' || table === 'person');
    const found = new Set(named.map(({ table }) => table));
    for (const { table, through } of jointTables) if (tables.has(table) && found.has(through)) found.add(table);
    for (const _table of columns) for (const { table, parent } of columns) if (parent && found.has(parent)) found.add(table);
    for (const { table, parent } of manyOwners) if (tables.has(table) && found.has(parent)) found.add(table);
    return [...found].filter((table) => !derivedTables.has(table));
  }
});
