-- Services beside the 20 of the catalogue, and projects with money of their own within which services are given.

alter table service_type add column further boolean not null default false;
comment on table service_type is 'The 20 services of the 2022 results, in their order, then further ones that a town gives or mediates; minimum_basket null: nobody decided.';
comment on column service_type.further is 'Not one of the 20: the rows of the results name it, the catalogue does not.';

create table service_project (
  code text primary key check (code ~ '^[a-z][a-z0-9-]*$'),
  number text not null unique,
  name_lv text not null,
  name_en text not null,
  groups text[] not null,
  from_date date not null,
  until_date date not null,
  assumed boolean not null,
  check (until_date > from_date)
);
select atbalsts_shared_table('service_project');
comment on table service_project is 'A project with money of its own within which services are given.';
comment on column service_project.groups is 'Whom a request within it may be for; empty: it takes no requests.';
comment on column service_project.assumed is 'No document names its days.';

alter table service_request add column project text references service_project;
alter table service_request add column project_group text
  check (project_group in ('ADULT_WITH_MENTAL_IMPAIRMENT', 'CHILD_WITH_FUNCTIONAL_IMPAIRMENT', 'LEGAL_REPRESENTATIVE'));
alter table service_request add constraint service_request_project check ((project is null) = (project_group is null));
create index on service_request (municipality, project, project_group) where project is not null;
comment on column service_request.project is 'The project that pays for the service; null: the town, or who pays for such a service anyway.';
comment on column service_request.project_group is 'As whom the person takes part in the project.';

alter table programme add column project text references service_project;
comment on column programme.project is 'The project that pays for the programme; null: the town.';

-- The report counts by these: a change of a queue that is written once is marked like that of any tenant table (decision record 0031).
select atbalsts_counted_table('waiting_list_change', 'tenant');
create index on violence_report (municipality, examined_on) where examined_on is not null;
create index on service_request (municipality, service_type, decided_on);
