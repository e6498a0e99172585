-- Social rehabilitation programmes with groups, sessions and attendance; meals; trips with their riders.

create table programme (
  id uuid primary key,
  municipality text not null,
  code text not null check (code ~ '^[a-z][a-z0-9-]*$'),
  name text not null check (name <> ''),
  from_date date not null,
  until_date date,
  unique (municipality, code),
  check (until_date > from_date)
);
select atbalsts_tenant_table('programme');
comment on table programme is 'A social rehabilitation programme of a town.';

create table programme_group (
  id uuid primary key,
  municipality text not null,
  programme_id uuid not null references programme deferrable initially deferred,
  name text not null check (name <> ''),
  leader_id uuid not null,
  places int not null check (places > 0),
  unique (programme_id, name)
);
select atbalsts_tenant_table('programme_group');
comment on table programme_group is 'A group of a programme, with its leader and its places.';

create table programme_enrolment (
  id uuid primary key,
  municipality text not null,
  programme_id uuid not null references programme deferrable initially deferred,
  group_id uuid references programme_group deferrable initially deferred,
  person_id uuid not null,
  from_date date not null,
  until_date date,
  version int not null default 1,
  check (until_date > from_date),
  constraint programme_enrolment_once
    exclude using gist (programme_id with =, (coalesce(group_id, programme_id)) with =, person_id with =, daterange(from_date, until_date) with &&)
);
select atbalsts_tenant_table('programme_enrolment');
create index on programme_enrolment (person_id);
create index on programme_enrolment (group_id);
comment on table programme_enrolment is 'Who takes part in a programme: in a group, or alone (group_id null).';

create table programme_session (
  id uuid primary key,
  municipality text not null,
  key text not null check (key <> ''),
  programme_id uuid not null references programme deferrable initially deferred,
  group_id uuid references programme_group deferrable initially deferred,
  on_date date not null,
  leader_id uuid not null,
  topic text check (topic <> ''),
  unique (municipality, key)
);
select atbalsts_append_only_table('programme_session');
create index on programme_session (programme_id, on_date, id);
create index on programme_session (group_id, on_date);
comment on table programme_session is 'A session that took place: of a group, or with one person (group_id null).';

create table session_attendance (
  id uuid primary key,
  municipality text not null,
  session_id uuid not null references programme_session deferrable initially deferred,
  person_id uuid not null,
  attended boolean not null,
  unique (session_id, person_id)
);
select atbalsts_append_only_table('session_attendance');
create index on session_attendance (person_id);
comment on table session_attendance is 'Who was there and who was not, of those enrolled on the day.';

create table meal_issue (
  id uuid primary key,
  municipality text not null,
  key text not null check (key <> ''),
  on_date date not null,
  programme text not null check (programme in ('HOT_MEAL', 'FOOD_PACKAGE', 'SOUP_KITCHEN')),
  person_id uuid,
  portions int not null check (portions between 1 and 1000),
  place text check (place <> ''),
  recorded_by uuid not null,
  unique (municipality, key)
);
select atbalsts_append_only_table('meal_issue');
create index on meal_issue (municipality, on_date, id);
create index on meal_issue (person_id) where person_id is not null;
comment on table meal_issue is 'Portions given out: to a person, or where nobody is asked for a name, to whoever came.';

create table trip (
  id uuid primary key,
  municipality text not null,
  key text not null check (key <> ''),
  service_type text not null references service_type,
  vehicle text not null check (vehicle <> ''),
  driver_id uuid,
  assistant_id uuid,
  departs_at timestamptz not null,
  arrives_at timestamptz not null,
  on_date date not null,
  from_place text not null check (from_place <> ''),
  to_place text not null check (to_place <> ''),
  recorded_by uuid not null,
  unique (municipality, key),
  check (arrives_at > departs_at),
  constraint trip_vehicle_once exclude using gist (municipality with =, vehicle with =, tstzrange(departs_at, arrives_at) with &&)
);
select atbalsts_append_only_table('trip');
create index on trip (municipality, departs_at, id);
comment on table trip is 'A trip with a vehicle of the service, which is on one trip at a time.';

create table trip_rider (
  id uuid primary key,
  municipality text not null,
  trip_id uuid not null references trip deferrable initially deferred,
  person_id uuid not null,
  request_id uuid not null references service_request deferrable initially deferred,
  delivery_id uuid not null references delivery deferrable initially deferred,
  unique (trip_id, person_id)
);
select atbalsts_append_only_table('trip_rider');
create index on trip_rider (person_id);
comment on table trip_rider is 'Who rode: each is a delivery of one trip on a granted request.';
