import { type DomainName, domains, withClient } from '@atbalsts/database';
import { cloneDatabases } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

/** What the databases of the six domains hold by themselves, whatever the program does. */
describe.each(domains)('the database of %s', (domain: DomainName) => {
  let clones: Awaited<ReturnType<typeof cloneDatabases>>;
  beforeAll(async () => {
    clones = await cloneDatabases([domain]);
  });
  afterAll(() => clones?.drop());

  const sql = (text: string, url: 'superUrl' | 'appUrl' = 'superUrl') =>
    withClient(clones.databases[domain][url], async (client) => (await client.query(text)).rows);

  it('grants nothing to everybody', async () => {
    const granted = await sql(
      `select 'table ' || c.oid::regclass::text as what from pg_class c, aclexplode(c.relacl) a where a.grantee = 0 and c.relnamespace = 'public'::regnamespace
       union all select 'column of ' || t.attrelid::regclass::text from pg_attribute t, aclexplode(t.attacl) a where a.grantee = 0
         and t.attrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace)
       union all select 'database' from pg_database d, aclexplode(d.datacl) a where a.grantee = 0 and d.datname = current_database()
       union all select 'creating in schema' from pg_namespace n, aclexplode(n.nspacl) a where a.grantee = 0 and n.nspname = 'public' and a.privilege_type = 'CREATE'
       union all select 'function ' || p.oid::regprocedure::text from pg_proc p
         left join pg_depend d on d.objid = p.oid and d.deptype = 'e', aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
        where a.grantee = 0 and d.objid is null and p.pronamespace = 'public'::regnamespace`,
    );
    expect(granted.map(({ what }) => what)).toEqual([]);
  });

  it('forces row-level security on every table with a municipality that the application may touch', async () => {
    const open = await sql(
      `select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'municipality' and not a.attisdropped
        where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and not (c.relrowsecurity and c.relforcerowsecurity)
          and exists (select from pg_roles r where r.rolname like '%\\_app' and has_any_column_privilege(r.oid, c.oid, 'select, insert, update'))`,
    );
    const shared = open.map(({ relname }) => relname);
    // Catalogues that say for which municipality a rule holds, and are open to all.
    expect(shared.filter((name) => !catalogues.has(name))).toEqual([]);
  });

  it('lets the application add to the audit and read it, and nothing else', async () => {
    const rights = await sql(
      `select p.relname, array_agg(distinct privilege_type order by privilege_type) as rights
         from (select c.relname, a.* from pg_class c, aclexplode(c.relacl) a union all
               select c.relname, a.* from pg_class c join pg_attribute t on t.attrelid = c.oid, aclexplode(t.attacl) a) p
         join pg_roles r on r.oid = p.grantee
        where r.rolname like '%_app' and p.relname in ('audit_entry', 'audit_block') group by 1 order by 1`,
    );
    expect(rights).toEqual([
      { relname: 'audit_block', rights: ['INSERT', 'SELECT'] },
      { relname: 'audit_entry', rights: ['INSERT', 'SELECT'] },
    ]);
  });
});

/** What may name a municipality and is open to all of them: rules, populations, the towns' own bank accounts, and which town's figures have changed. Nobody is in it. */
const catalogues = new Set([
  'population',
  'benefit_rule',
  'benefit_type',
  'housing_coefficient',
  'paying_account',
  'threshold_rule',
  'fee_rule',
  'service_term',
  'report_change',
]);
