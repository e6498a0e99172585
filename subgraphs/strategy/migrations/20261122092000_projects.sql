-- The region opens calls; towns and partners submit projects to them.

alter table project_call add column opens_on date;
alter table project_call add column closes_on date;
alter table project_call add check (closes_on > opens_on);
comment on column project_call.opens_on is 'The first day on which projects are taken; null: none is printed.';
comment on column project_call.closes_on is 'The first day on which they are no longer taken; null: none is printed.';

create table project (
  id uuid primary key,
  municipality text not null,
  organisation_id uuid,
  call_id uuid not null references project_call deferrable initially deferred,
  region text not null,
  title text not null check (title ~ '\S'),
  summary text not null,
  from_date date not null,
  months int not null check (months > 0),
  amount bigint not null check (amount > 0),
  total_costs bigint not null check (total_costs >= amount),
  infrastructure bigint not null check (infrastructure between 0 and amount),
  registration text not null,
  registration_verified boolean not null,
  submitted_on date not null,
  subject text not null,
  check (case when organisation_id is null then municipality ~ '^\d{7}$' else municipality = 'organisation:' || organisation_id end)
);
select atbalsts_tenant_table('project');
create index on project (call_id, submitted_on);
create unique index project_once on project (call_id, municipality, lower(title));
comment on table project is 'A project that a town or a partner organisation has submitted to a call. Sums are euro cents.';
comment on column project.municipality is 'The town that submitted it; of a partner, which belongs to none, organisation: and its id, which is no session''s municipality.';
comment on column project.registration_verified is 'The number was found among the registered facilities of the town; false: declared by a partner, for the region to verify.';

-- A partner sees and submits its own; the region reads what was submitted to its calls.
create policy partner_own_projects on project for select
  using ((select atbalsts_audience()) = 'PARTNER' and organisation_id = (select atbalsts_organisation()));
create policy partner_submits_projects on project for insert
  with check ((select atbalsts_audience()) = 'PARTNER' and organisation_id = (select atbalsts_organisation()));
create policy region_own_projects on project for select
  using ((select atbalsts_audience()) = 'REGIONAL' and region = (select atbalsts_region()));
