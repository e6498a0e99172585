import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { bulkLoad, DatabaseUnavailableError, MigrationError, migrate, pendingMigrations, withSession } from '@atbalsts/database';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { from as copyFrom } from 'pg-copy-streams';
import { type TestDatabase, testDatabase } from '../../testing/src/database.js';
import { daugavpils, errorOf, query } from './support.js';

const foundation = ['00000000000001_foundation', '00000000000002_report_figures'];
let test: TestDatabase;
let folder: string;

beforeAll(async () => {
  test = await testDatabase('registry', { template: 'blank' });
});
afterAll(() => test.drop());
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'atbalsts-migrations-'));
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await query(
    test.superUrl,
    'drop schema public cascade; create schema public authorization registry_owner; grant usage on schema public to registry_app',
  );
});

const file = (name: string, sql: string) => writeFileSync(join(folder, name), sql);
const options = (url = test.ownerUrl) => ({ domain: 'registry' as const, url, migrationsFolder: folder });
const recorded = async () =>
  (await query<{ name: string }>(test.superUrl, 'select name from migration order by id')).map(({ name }) => name);

describe('migrate', () => {
  it('runs the foundation and the files by name, once: a second run has nothing to do', async () => {
    file('20220201000000_second.sql', 'alter table town add column name text;');
    file(
      '20220101000000_first.sql',
      "-- a comment; with a semicolon, a '?' and $1\ncreate table town (code text primary key);\ninsert into town values ('?');",
    );
    expect(await pendingMigrations(options())).toEqual([...foundation, '20220101000000_first', '20220201000000_second']);
    expect(await migrate(options())).toEqual([...foundation, '20220101000000_first', '20220201000000_second']);
    expect(await migrate(options())).toEqual([]);
    expect(await pendingMigrations(options())).toEqual([]);
    expect(await recorded()).toEqual([...foundation, '20220101000000_first', '20220201000000_second']);
    file('20220301000000_third.sql', 'drop table town;');
    expect(await migrate(options())).toEqual(['20220301000000_third']);
  });

  it('runs several folders as one, by name', async () => {
    const other = mkdtempSync(join(tmpdir(), 'atbalsts-migrations-'));
    file('20220101000000_table.sql', 'create table town (code text);');
    file('20220103000000_drop.sql', 'drop table town;');
    writeFileSync(join(other, '20220102000000_column.sql'), 'alter table town add column name text;');
    expect(await migrate({ ...options(), migrationsFolder: [other, folder] })).toHaveLength(3 + foundation.length);
    rmSync(other, { recursive: true });
  });

  it('rolls back the file that fails, names it, keeps those before it, and goes on after it is mended', async () => {
    file('20220101000000_good.sql', 'create table town (code text);');
    file('20220102000000_bad.sql', 'create table street (name text); insert into nowhere values (1);');
    file('20220103000000_later.sql', 'create table house (number text);');
    const error = await errorOf(migrate(options()));
    expect(error).toBeInstanceOf(MigrationError);
    expect(error.message).toMatch(/^registry: migration 20220102000000_bad failed and was rolled back: .*"nowhere" does not exist/);
    expect(await recorded()).toEqual([...foundation, '20220101000000_good']);
    expect(await query(test.superUrl, "select to_regclass('street') as street")).toEqual([{ street: null }]);
    file('20220102000000_bad.sql', 'create table street (name text);');
    expect(await migrate(options())).toEqual(['20220102000000_bad', '20220103000000_later']);
  });

  it.each(['1_short.sql', '20220101000000.sql', '20220101000000_Upper.sql', '20220101000000_code.ts', '20220101000000_a b.sql'])(
    'refuses a folder with the file %s, and runs nothing of it',
    async (name) => {
      file('20220101000001_good.sql', 'create table town (code text);');
      file(name, 'select 1');
      const error = await errorOf(migrate(options()));
      expect(error).toBeInstanceOf(MigrationError);
      expect(error.message).toContain(`not so: ${name}`);
      expect(await query(test.superUrl, "select to_regclass('town') as town")).toEqual([{ town: null }]);
    },
  );

  it('refuses two files of one time, and a folder that is not there', async () => {
    file('20220101000000_a.sql', 'select 1');
    file('20220101000000_b.sql', 'select 1');
    expect((await errorOf(migrate(options()))).message).toMatch(/same time.*_a\.sql and .*_b\.sql/);
    expect((await errorOf(migrate({ ...options(), migrationsFolder: join(folder, 'none') }))).message).toMatch(/cannot be read/);
  });

  it('lets several starts at once run each file once', async () => {
    file('20220101000000_table.sql', 'create table town (code text);');
    file('20220102000000_row.sql', "insert into town values ('x');");
    const runs = await Promise.all([1, 2, 3, 4].map(() => migrate(options())));
    expect(runs.map((names) => names.length).sort()).toEqual([0, 0, 0, 2 + foundation.length]);
    expect(await query(test.superUrl, 'select count(*)::int as n from town')).toEqual([{ n: 1 }]);
  });

  it('can change rows of every municipality, though row-level security binds the owner too', async () => {
    file('20220101000000_table.sql', "create table town (code text, municipality text not null); select atbalsts_tenant_table('town');");
    await migrate(options());
    await withSession(test.database, daugavpils, (em) => em.execute("insert into town values ('old', '0002000')"));
    file('20220102000000_rows.sql', "update town set code = 'new';");
    await migrate(options());
    expect(await query(test.superUrl, 'select code from town')).toEqual([{ code: 'new' }]);
  });

  it('refuses a tenant table that has no municipality, or may have none', async () => {
    file('20220101000000_table.sql', "create table town (code text, municipality text); select atbalsts_tenant_table('town');");
    expect((await errorOf(migrate(options()))).message).toMatch(/town needs a column: municipality text not null/);
  });

  it('with the application role is refused: the migration role is another', async () => {
    file('20220101000000_table.sql', 'create table town (code text);');
    expect(await errorOf(migrate(options(test.appUrl)))).toBeInstanceOf(MigrationError);
  });

  it('of a database that cannot be reached says so in one line without the password', async () => {
    const url = new URL(test.ownerUrl);
    url.port = '1';
    const error = await errorOf(migrate(options(url.href)));
    expect(error).toBeInstanceOf(DatabaseUnavailableError);
    expect(error.message).toBe(`DATABASE_URL_REGISTRY: cannot reach the database 127.0.0.1:1/${test.name}: nothing listens there`);
  });

  it('gives the application role what the setting atbalsts.app_role names, where the owner is called otherwise', async () => {
    await query(test.superUrl, `alter database "${test.name}" set atbalsts.app_role = 'benefits_app'`);
    file('20220101000000_table.sql', "create table town (code text); select atbalsts_shared_table('town');");
    await migrate(options());
    expect(
      await query(
        test.superUrl,
        "select has_table_privilege('benefits_app', 'town', 'select') as given, has_table_privilege('registry_app', 'town', 'select') as other",
      ),
    ).toEqual([{ given: true, other: false }]);
    await query(test.superUrl, `alter database "${test.name}" reset atbalsts.app_role`);
  });
});

describe('bulkLoad', () => {
  const rows = () => query(test.superUrl, 'select municipality from town order by 1');
  const forced = () => query(test.superUrl, "select relforcerowsecurity and relrowsecurity as forced from pg_class where relname = 'town'");

  beforeEach(async () => {
    file('20220101000000_table.sql', "create table town (municipality text not null); select atbalsts_tenant_table('town');");
    await migrate(options());
  });

  it('takes rows of several municipalities by COPY, and leaves row-level security as strict as before', async () => {
    await bulkLoad(test.ownerUrl, (client) =>
      pipeline(Readable.from(['0002000\n', '0021000\n']), client.query(copyFrom('copy town from stdin'))),
    );
    expect(await rows()).toEqual([{ municipality: '0002000' }, { municipality: '0021000' }]);
    expect(await forced()).toEqual([{ forced: true }]);
    expect(await query(test.appUrl, 'select * from town')).toEqual([]);
  });

  it('loads all or nothing, and leaves row-level security as strict as before when it fails', async () => {
    const error = new Error('half-way');
    const attempt = bulkLoad(test.ownerUrl, async (client) => {
      await client.query("insert into town values ('0002000')");
      throw error;
    });
    expect(await errorOf(attempt)).toBe(error);
    expect([await rows(), await forced()]).toEqual([[], [{ forced: true }]]);
  });
});
