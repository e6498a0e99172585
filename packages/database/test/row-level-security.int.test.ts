import { isPermissionViolation, newId, withSession } from '@atbalsts/database';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestDatabase } from '../../testing/src/database.js';
import { cloneDatabase } from '../../testing/src/database.js';
import { Entry, Stay } from './stay.entity.js';
import { bauska, daugavpils, errorOf, query, system, townDatabase } from './support.js';

let test: TestDatabase;
const organisation = '0190b6a0-0000-7000-8000-000000000001';

beforeAll(async () => {
  test = await townDatabase();
  for (const principal of [daugavpils, bauska]) {
    await withSession(test.database, principal, async (em) => {
      em.persist(em.create(Stay, { municipality: principal.municipality, place: 'A1', fromDate: '2022-01-31' } as never));
      em.persist(em.create(Entry, { municipality: principal.municipality, text: 'seen' } as never));
      await em.execute('insert into counted (municipality, organisation_id) values (?, ?)', [principal.municipality, organisation]);
    });
  }
});
afterAll(() => test.drop());

describe('rows of a municipality', () => {
  it('are those of the session, through the ORM', async () => {
    const seen = await withSession(test.database, daugavpils, (em) => em.find(Stay, {}));
    expect(seen.map((stay) => stay.municipality)).toEqual(['0002000']);
  });

  it('are those of the session in plain SQL too, where no filter helps', async () => {
    const seen = await withSession(test.database, bauska, (em) => em.execute('select municipality from stay'));
    expect(seen).toEqual([{ municipality: '0021000' }]);
  });

  it('stay the same when a query switches the filter off', async () => {
    const seen = await withSession(test.database, daugavpils, (em) => em.find(Stay, {}, { filters: false }));
    expect(seen.map((stay) => stay.municipality)).toEqual(['0002000']);
  });

  it('are all of them for the system itself', async () => {
    expect(await withSession(test.database, system, (em) => em.count(Stay))).toBe(2);
  });

  it.each(['REGIONAL', 'PARTNER'])('are none for the audience %s', async (audience) => {
    expect(await withSession(test.database, { audience, region: 'latgale', organisation }, (em) => em.count(Stay))).toBe(0);
  });

  it('are opened to a partner by a policy of the domain, for its own organisation alone', async () => {
    const count = (id: string) =>
      withSession(test.database, { audience: 'PARTNER', organisation: id }, (em) => em.execute('select count(*) as n from counted'));
    expect(await count(organisation)).toEqual([{ n: 2 }]);
    expect(await count(newId())).toEqual([{ n: 0 }]);
  });

  it('cannot even be asked for through the ORM without a session', async () => {
    expect((await errorOf(test.database.orm.em.fork().find(Stay, {}))).message).toMatch(/No arguments provided for filter 'tenant'/);
  });

  it('are none without a session', async () => {
    expect(await query(test.appUrl, 'select * from stay')).toEqual([]);
  });

  it('are none for the owner either, without a session', async () => {
    expect(await query(test.ownerUrl, 'select * from stay')).toEqual([]);
  });

  it('cannot be written for another municipality', async () => {
    const attempt = withSession(test.database, daugavpils, async (em) => {
      em.persist(em.create(Stay, { municipality: '0021000', place: 'B1', fromDate: '2022-01-01' } as never));
    });
    expect(isPermissionViolation(await errorOf(attempt))).toBe(true);
  });

  it('cannot be handed to another municipality', async () => {
    const attempt = withSession(test.database, daugavpils, (em) => em.execute("update stay set municipality = '0021000'"));
    expect(isPermissionViolation(await errorOf(attempt))).toBe(true);
  });

  it('of another municipality are not touched by an update or delete without a condition', async () => {
    await withSession(test.database, daugavpils, (em) => em.execute('update stay set hours = 7'));
    expect(await query(test.superUrl, 'select municipality, hours from stay order by 1')).toEqual([
      { municipality: '0002000', hours: '7.00' },
      { municipality: '0021000', hours: '0.00' },
    ]);
  });
});

describe('the application role', () => {
  const refused = async (sql: string) => expect((await errorOf(query(test.appUrl, sql))).code).toBe('42501');

  it('has no right that lets it past row-level security', async () => {
    const [role] = await query(
      test.superUrl,
      "select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication from pg_roles where rolname = 'registry_app'",
    );
    expect(new Set(Object.values(role ?? {}))).toEqual(new Set([false]));
    expect(await query(test.superUrl, "select from pg_auth_members where member = 'registry_app'::regrole")).toEqual([]);
  });

  it.each([
    'alter table stay disable row level security',
    'alter table stay no force row level security',
    'drop policy tenant on stay',
    'alter table stay owner to registry_app',
    'set role registry_owner',
    'set role postgres',
    'create table mine (id int)',
    'create temporary table mine (id int)',
    'create function mine() returns int language sql as $$ select 1 $$',
    'truncate stay',
    'select atbalsts_force_row_security(false)',
    "select atbalsts_tenant_table('catalogue')",
    'delete from migration',
    'select * from pg_stat_statements',
  ])('is refused: %s', (sql) => refused(sql));

  it('with row_security off gets an error, not the rows', async () => {
    expect((await errorOf(query(test.appUrl, 'set row_security = off; select * from stay'))).message).toMatch(/row-level security/);
  });

  it('cannot change or delete what is append-only, even within its own municipality', async () => {
    for (const sql of ["update entry set text = ''", 'delete from entry', 'truncate entry']) {
      expect(isPermissionViolation(await errorOf(withSession(test.database, daugavpils, (em) => em.execute(sql))))).toBe(true);
    }
    expect(await withSession(test.database, daugavpils, (em) => em.count(Entry))).toBe(1);
  });

  it('may use the tables that belong to no municipality, and numbers from sequences', async () => {
    await withSession(test.database, daugavpils, (em) => em.execute("insert into catalogue values ('x')"));
    await withSession(test.database, daugavpils, (em) => em.execute("insert into counted (municipality) values ('0002000')"));
    expect(await query(test.appUrl, 'select * from catalogue')).toEqual([{ code: 'x' }]);
  });

  it('of another domain cannot even connect', async () => {
    const other = await cloneDatabase('registry', 'blank');
    const url = new URL(other.appUrl);
    url.username = 'benefits_app';
    url.password = 'benefits_app';
    expect((await errorOf(query(url.href, 'select 1'))).code).toBe('42501');
    await other.drop();
  });
});

describe('PUBLIC', () => {
  it('has no right to the database, its schema or any table, sequence or function of the domain', async () => {
    const acls = await query<{ what: string }>(
      test.superUrl,
      `select 'database' as what from pg_database d, aclexplode(coalesce(datacl, acldefault('d', datdba))) a where datname = current_database() and a.grantee = 0
       union all select 'schema' from pg_namespace, aclexplode(coalesce(nspacl, acldefault('n', nspowner))) a where nspname = 'public' and a.grantee = 0
       union all select relname from pg_class, aclexplode(relacl) a where relnamespace = 'public'::regnamespace and a.grantee = 0
       union all select proname from pg_proc, aclexplode(coalesce(proacl, acldefault('f', proowner))) a
         where pronamespace = 'public'::regnamespace and proname like 'atbalsts%' and a.grantee = 0`,
    );
    expect(acls).toEqual([]);
  });
});
