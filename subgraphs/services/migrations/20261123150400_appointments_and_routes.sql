-- Appointments with a worker, within the hours in which the worker receives; and routes of home visits.

create table reception_hours (
  id uuid primary key,
  municipality text not null,
  employee_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  on_date date not null,
  slot_minutes int not null check (slot_minutes between 5 and 480),
  room text check (room <> ''),
  check (ends_at > starts_at),
  constraint reception_hours_once exclude using gist (employee_id with =, tstzrange(starts_at, ends_at) with &&)
);
select atbalsts_tenant_table('reception_hours');
create index on reception_hours (employee_id, on_date);
comment on table reception_hours is 'When an employee receives clients, in slots of so many minutes.';

create table appointment (
  id uuid primary key,
  municipality text not null,
  employee_id uuid not null,
  person_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  on_date date not null,
  purpose text not null check (purpose <> ''),
  state text not null check (state in ('BOOKED', 'KEPT', 'MISSED', 'CANCELLED')),
  cancel_reason text check (cancel_reason <> ''),
  booked_by uuid not null,
  version int not null default 1,
  check (ends_at > starts_at),
  check ((state = 'CANCELLED') = (cancel_reason is not null)),
  constraint appointment_employee_free exclude using gist (employee_id with =, tstzrange(starts_at, ends_at) with &&) where (state <> 'CANCELLED'),
  constraint appointment_person_free exclude using gist (person_id with =, tstzrange(starts_at, ends_at) with &&) where (state <> 'CANCELLED')
);
select atbalsts_tenant_table('appointment');
create index on appointment (municipality, starts_at, id);
create index on appointment (person_id);
comment on table appointment is 'A person comes to an employee: neither is in two places at once, whoever books.';

create table visit_route (
  id uuid primary key,
  municipality text not null,
  on_date date not null,
  territory text not null check (territory <> ''),
  employee_id uuid not null,
  version int not null default 1,
  unique (municipality, on_date, employee_id, territory)
);
select atbalsts_tenant_table('visit_route');
create index on visit_route (municipality, on_date, id);
comment on table visit_route is 'Whom an employee visits on a day in a territory, in their order.';

create table visit_route_stop (
  id uuid primary key,
  municipality text not null,
  route_id uuid not null references visit_route deferrable initially deferred,
  place int not null check (place > 0),
  person_id uuid not null,
  purpose text check (purpose <> ''),
  outcome text check (outcome in ('VISITED', 'NOT_HOME', 'SKIPPED')),
  note text check (note <> ''),
  visit_id uuid references home_visit deferrable initially deferred,
  unique (route_id, place) deferrable initially deferred,
  unique (route_id, person_id),
  check ((coalesce(outcome, '') = 'VISITED') = (visit_id is not null)),
  check (coalesce(outcome, '') not in ('SKIPPED') or note is not null)
);
select atbalsts_tenant_table('visit_route_stop');
create index on visit_route_stop (person_id);
comment on table visit_route_stop is 'One stop of a route and what came of it; who was visited has a home visit by it.';
