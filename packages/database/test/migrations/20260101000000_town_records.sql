-- Tables of the tests of packages/database: one of each kind.
create table stay (
  id uuid primary key,
  municipality text not null,
  version integer not null default 1,
  place text not null,
  from_date date not null,
  until_date date,
  cost bigint not null default 0,
  hours numeric(8, 2) not null default 0,
  parent_id uuid references stay,
  constraint stay_place_once exclude using gist (municipality with =, place with =, daterange(from_date, until_date) with &&),
  constraint stay_cost_not_negative check (cost >= 0)
);
create unique index stay_label on stay (municipality, place, from_date);
select atbalsts_tenant_table('stay');

create table entry (
  id uuid primary key,
  municipality text not null,
  text text not null
);
select atbalsts_append_only_table('entry');

create table catalogue (code text primary key);
select atbalsts_shared_table('catalogue');

create table counted (id bigserial primary key, municipality text not null, organisation_id uuid);
select atbalsts_tenant_table('counted');
create policy partner_own on counted for select using (atbalsts_audience() = 'PARTNER' and organisation_id = atbalsts_organisation());
