-- What every domain database stands on: extensions, who is asking, and the three kinds of table.
-- Run by the owner role before the domain's own migrations. The extensions here are trusted: a database owner may create them.
create extension if not exists btree_gist;
create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists fuzzystrmatch;

-- Functions made from now on are for the application role, not for everybody.
create function atbalsts_app_role() returns name
  language sql stable
  as $$ select coalesce(nullif(current_setting('atbalsts.app_role', true), ''), regexp_replace(current_user, '_owner$', '') || '_app')::name $$;
comment on function atbalsts_app_role() is
  'Application role of this database: the setting atbalsts.app_role, or the owner role with _app instead of _owner.';

do $$
begin
  if not exists (select from pg_roles where rolname = atbalsts_app_role()) then
    raise exception 'the application role % does not exist: run infra/postgres/roles.sql, or: alter database % set atbalsts.app_role = ''...''',
      atbalsts_app_role(), current_database();
  end if;
  execute format('alter default privileges revoke execute on functions from public');
  execute format('alter default privileges grant execute on functions to %I', atbalsts_app_role());
  execute format('alter default privileges grant usage on sequences to %I', atbalsts_app_role());
  execute format('grant usage on schema public to %I', atbalsts_app_role());
  execute format('grant select on migration to %I', atbalsts_app_role());
end $$;
revoke execute on function atbalsts_app_role() from public;

-- Who is asking. An absent or empty setting is null, and null opens no row.
create function atbalsts_municipality() returns text
  language sql stable parallel safe
  as $$ select nullif(current_setting('atbalsts.municipality', true), '') $$;
comment on function atbalsts_municipality() is 'Municipality of the session; * for the system itself; null when the session has none.';

create function atbalsts_audience() returns text
  language sql stable parallel safe
  as $$ select nullif(current_setting('atbalsts.audience', true), '') $$;
comment on function atbalsts_audience() is 'STAFF, REGIONAL, PARTNER or SYSTEM; null outside a session.';

create function atbalsts_organisation() returns uuid
  language sql stable parallel safe
  as $$ select nullif(current_setting('atbalsts.organisation', true), '')::uuid $$;
comment on function atbalsts_organisation() is 'Partner organisation of the session, or null.';

create function atbalsts_region() returns text
  language sql stable parallel safe
  as $$ select nullif(current_setting('atbalsts.region', true), '') $$;
comment on function atbalsts_region() is 'Planning region of the session, or null.';

-- The three kinds of table. Every table of a domain is one of them.
create function atbalsts_tenant_rows(name regclass) returns void
  language plpgsql
  as $$
begin
  if not exists (select from pg_attribute where attrelid = name and attname = 'municipality' and attnotnull and not attisdropped) then
    raise exception 'table % needs a column: municipality text not null', name;
  end if;
  execute format('alter table %s enable row level security', name);
  execute format('alter table %s force row level security', name);
  execute format('drop policy if exists tenant on %s', name);
  execute format('create policy tenant on %s using (municipality = (select atbalsts_municipality()) or (select atbalsts_municipality()) = ''*'') '
    'with check (municipality = (select atbalsts_municipality()) or (select atbalsts_municipality()) = ''*'')', name);
end $$;

create function atbalsts_tenant_table(name regclass) returns void
  language plpgsql
  as $$
begin
  perform atbalsts_tenant_rows(name);
  execute format('grant select, insert, update, delete on %s to %I', name, atbalsts_app_role());
end $$;
comment on function atbalsts_tenant_table(regclass) is 'Rows of one municipality: row-level security for everybody, all four rights for the application.';

create function atbalsts_shared_table(name regclass) returns void
  language plpgsql
  as $$
begin
  execute format('grant select, insert, update, delete on %s to %I', name, atbalsts_app_role());
end $$;
comment on function atbalsts_shared_table(regclass) is 'Rows of no municipality (catalogues, cursors): rights for the application, no row-level security.';

create function atbalsts_append_only_table(name regclass) returns void
  language plpgsql
  as $$
begin
  perform atbalsts_tenant_rows(name);
  execute format('revoke all on %s from %I', name, atbalsts_app_role());
  execute format('grant select, insert on %s to %I', name, atbalsts_app_role());
end $$;
comment on function atbalsts_append_only_table(regclass) is 'Rows that are written once (the audit): row-level security, and no right to change or delete.';

-- Bulk loading: COPY does not work under row-level security. Only the owner may, inside one transaction, see packages/database bulkLoad().
create function atbalsts_force_row_security(forced boolean) returns void
  language plpgsql
  as $$
declare
  one regclass;
begin
  for one in select oid::regclass from pg_class where relrowsecurity and relnamespace = 'public'::regnamespace order by oid loop
    execute format('alter table %s %s row level security', one, case when forced then 'force' else 'no force' end);
  end loop;
end $$;

do $$
declare
  one regprocedure;
begin
  for one in select oid::regprocedure from pg_proc
    where pronamespace = 'public'::regnamespace
      and proname in ('atbalsts_app_role', 'atbalsts_tenant_rows', 'atbalsts_tenant_table', 'atbalsts_shared_table',
                      'atbalsts_append_only_table', 'atbalsts_force_row_security')
  loop
    execute format('revoke all on function %s from public, %I', one, atbalsts_app_role());
  end loop;
end $$;
