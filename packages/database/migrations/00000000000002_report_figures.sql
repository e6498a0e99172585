-- Figures of the annual report are kept once counted, and are right at commit: every change of a table that could be counted leaves a mark in its own transaction,
-- and a kept figure holds only while every mark of its tables is older than the snapshot it was counted in. No lock is taken, nobody waits. See docs/decisions/0031.

create table report_change (
  xid xid8 not null default pg_current_xact_id(),
  municipality text not null,
  source text not null,
  year int not null,
  primary key (municipality, source, xid, year)
);
select atbalsts_shared_table('report_change');
comment on table report_change is 'Which transaction changed which counted table, for which municipality and year. No record, no person. Marks that no kept figure can need are deleted.';
comment on column report_change.xid is 'The transaction; its mark is seen when its change is.';
comment on column report_change.municipality is '* for a table of no municipality.';
comment on column report_change.source is 'The table; for facts fact:KIND.';
comment on column report_change.year is 'The year whose figures it may change; 0 for all of them.';

create table report_figure (
  municipality text not null,
  year int not null,
  rule text not null,
  sources text[] not null,
  value double precision,
  counted_in pg_snapshot not null,
  cluster bigint not null,
  primary key (municipality, year, rule)
);
select atbalsts_tenant_table('report_figure');
comment on table report_figure is 'A figure of the annual report as it was last counted; it holds while report_change has no mark of its sources that its snapshot did not see.';
comment on column report_figure.rule is 'Code of the rule and a digest of its SQL: a changed rule is counted anew.';
comment on column report_figure.sources is 'The tables that the rule reads.';
comment on column report_figure.counted_in is 'The snapshot in which it was counted.';
comment on column report_figure.cluster is 'The database cluster whose transactions the snapshot is about: in a copy restored elsewhere nothing holds.';

-- The year of a row: an expression over the columns of the table, where a row belongs to the figures of one year alone; no entry: to all years.
create table report_source_year (source text primary key, expression text not null);
select atbalsts_shared_table('report_source_year');
comment on table report_source_year is 'By which expression a row of a counted table tells the one year whose figures it can change (0: none yet). A table that is not here can change every year.';

create function report_change_marked() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  of_year text := coalesce((select expression from report_source_year where source = tg_table_name), '0');
  of_source text := case when tg_table_name = 'fact' then '''fact:'' || kind' else quote_literal(tg_table_name) end;
  town text := case when tg_argv[0] = 'shared' then '''*''' else 'municipality' end;
  one text;
begin
  -- A table of no municipality is written anew at every start: only what differs is a change.
  if tg_op = 'UPDATE' and tg_argv[0] = 'shared' then
    if not exists ((select r::text from new_rows r) except (select r::text from old_rows r)) then return null; end if;
  end if;
  foreach one in array case tg_op when 'INSERT' then array['new_rows'] when 'DELETE' then array['old_rows'] else array['new_rows', 'old_rows'] end loop
    execute format('insert into report_change (municipality, source, year) select distinct %s, %s, coalesce((%s)::int, 0) from %I on conflict do nothing',
      town, of_source, of_year, one);
  end loop;
  return null;
end $$;
comment on function report_change_marked() is 'Marks which municipality''s figures a statement may have changed.';

create function atbalsts_counted_table(name regclass, kind text) returns void language plpgsql as $$
begin
  execute format('create or replace trigger report_insert after insert on %s referencing new table as new_rows for each statement execute function report_change_marked(%L)', name, kind);
  execute format('create or replace trigger report_update after update on %s referencing old table as old_rows new table as new_rows for each statement execute function report_change_marked(%L)', name, kind);
  execute format('create or replace trigger report_delete after delete on %s referencing old table as old_rows for each statement execute function report_change_marked(%L)', name, kind);
end $$;
comment on function atbalsts_counted_table(regclass, text) is 'Every change of the table is marked for the annual report: tenant rows for their municipality, shared rows for all.';

-- From now on every tenant table is one; those that exist already become it here.
create or replace function atbalsts_tenant_table(name regclass) returns void
  language plpgsql
  as $$
begin
  perform atbalsts_tenant_rows(name);
  execute format('grant select, insert, update, delete on %s to %I', name, atbalsts_app_role());
  perform atbalsts_counted_table(name, 'tenant');
end $$;

do $$
declare
  one regclass;
begin
  for one in select c.oid::regclass from pg_class c join pg_policy p on p.polrelid = c.oid and p.polname = 'tenant'
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
      and c.relname not in ('audit_entry', 'outbox', 'report_figure')
  loop
    perform atbalsts_counted_table(one, 'tenant');
  end loop;
end $$;

revoke all on function report_change_marked() from public;
do $$
begin
  execute format('revoke all on function atbalsts_counted_table(regclass, text) from public, %I', atbalsts_app_role());
  execute format('revoke all on report_change, report_source_year from %I', atbalsts_app_role());
  execute format('grant select, delete on report_change to %I', atbalsts_app_role());
  execute format('grant select on report_source_year to %I', atbalsts_app_role());
end $$;
