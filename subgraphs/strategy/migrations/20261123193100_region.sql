-- What a planning region keeps itself: its registers, and its evaluations over published reports. Towns and partners see nothing of it here.

create table region_entry (
  id uuid primary key,
  municipality text not null,
  region text not null,
  kind text not null check (kind in ('SERVICE', 'PROJECT', 'PARTNER')),
  name text not null check (name ~ '\S'),
  description text,
  town text check (town ~ '^\d{7}$'),
  service_type text,
  project_id uuid references project deferrable initially deferred,
  source text not null check (source ~ '\S'),
  from_date date not null,
  until_date date,
  entered_by text not null,
  entered_on date not null,
  version int not null default 1,
  check (municipality = 'region:' || region),
  check (until_date > from_date),
  check (kind = 'SERVICE' or service_type is null),
  check (kind = 'PROJECT' or project_id is null)
);
select atbalsts_tenant_table('region_entry');
create index on region_entry (region, kind, from_date);
create unique index region_entry_once on region_entry (region, kind, lower(name), coalesce(town, ''), from_date);
comment on table region_entry is 'An entry of the registers of services, projects and partners that a region keeps. It is ended, never deleted.';
comment on column region_entry.municipality is 'region: and the code of the region, which is no session''s municipality.';
comment on column region_entry.town is 'The municipality it concerns; null: the whole region.';

create table region_evaluation (
  id uuid primary key,
  municipality text not null,
  region text not null,
  from_year int not null,
  until_year int not null,
  what_and_how_well text not null check (what_and_how_well ~ '\S'),
  better_off text not null check (better_off ~ '\S'),
  how_clients_feel text not null check (how_clients_feel ~ '\S'),
  what_it_cost text not null check (what_it_cost ~ '\S'),
  conclusions text not null check (conclusions ~ '\S'),
  figures jsonb not null,
  evaluated_on date not null,
  evaluated_by text not null,
  check (municipality = 'region:' || region),
  check (until_year = from_year + 2),
  unique (region, from_year)
);
select atbalsts_append_only_table('region_evaluation');
comment on table region_evaluation is 'Every third year a region judges its programme: findings to the four questions, beside what the published reports said on that day. Never changed afterwards.';

create policy region_reads_entries on region_entry for select using ((select atbalsts_audience()) = 'REGIONAL' and region = (select atbalsts_region()));
create policy region_enters on region_entry for insert with check ((select atbalsts_audience()) = 'REGIONAL' and region = (select atbalsts_region()));
create policy region_changes on region_entry for update using ((select atbalsts_audience()) = 'REGIONAL' and region = (select atbalsts_region()))
  with check ((select atbalsts_audience()) = 'REGIONAL' and region = (select atbalsts_region()));
create policy region_reads_evaluations on region_evaluation for select using ((select atbalsts_audience()) = 'REGIONAL' and region = (select atbalsts_region()));
create policy region_evaluates on region_evaluation for insert with check ((select atbalsts_audience()) = 'REGIONAL' and region = (select atbalsts_region()));
