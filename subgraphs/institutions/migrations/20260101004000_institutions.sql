-- Institutions: facilities, their places, and who has one. Periods are half-open: a bed is free on ended_on.

create table facility (
  id uuid primary key,
  municipality text not null,
  name text not null,
  kind text not null check (kind in ('SHELTER', 'NIGHT_SHELTER', 'SOCIAL_HOUSE', 'SOCIAL_APARTMENTS', 'GROUP_APARTMENTS', 'CRISIS_CENTRE',
                                     'DAY_CARE_CENTRE', 'DAY_CENTRE', 'FAMILY_HOME', 'SPECIALISED_WORKSHOP', 'LONG_TERM_CARE')),
  address text not null
);
select atbalsts_tenant_table('facility');
create index on facility (municipality, kind);
comment on table facility is 'A house or centre of one kind at one address.';

create table provider_registration (
  id uuid primary key,
  municipality text not null,
  facility_id uuid not null references facility deferrable initially deferred,
  number text not null,
  service_type text not null,
  valid_from date not null,
  valid_to date not null,
  check (valid_to > valid_from and valid_to <= valid_from + interval '5 years'),
  constraint provider_registration_one_at_a_time exclude using gist (facility_id with =, daterange(valid_from, valid_to) with &&)
);
select atbalsts_tenant_table('provider_registration');
comment on table provider_registration is 'A service at an address in the register of providers: five years at most. Law on Social Services and Social Assistance, section 17.';
comment on column provider_registration.service_type is 'Code of the service type; the services domain owns the catalogue.';
comment on column provider_registration.valid_to is 'The first day on which it no longer holds.';

create table facility_capacity (
  id uuid primary key,
  municipality text not null,
  facility_id uuid not null references facility deferrable initially deferred,
  capacity int not null check (capacity >= 0),
  from_date date not null,
  until_date date,
  check (until_date is null or until_date > from_date),
  constraint facility_capacity_one_at_a_time exclude using gist (facility_id with =, daterange(from_date, until_date) with &&)
);
select atbalsts_tenant_table('facility_capacity');
comment on table facility_capacity is 'How many clients a facility may have at once, over time.';

create table facility_place (
  id uuid primary key,
  municipality text not null,
  facility_id uuid not null references facility deferrable initially deferred,
  room text not null,
  bed text not null,
  name text not null generated always as (room || '-' || bed) stored,
  from_date date not null,
  until_date date,
  check (until_date is null or until_date > from_date),
  unique (facility_id, id),
  constraint facility_place_once exclude using gist (facility_id with =, room with =, bed with =, daterange(from_date, until_date) with &&)
);
select atbalsts_tenant_table('facility_place');
comment on table facility_place is 'A bed in a room or apartment, in service from until. Out of service (repair): no row holds on the day.';

create table placement (
  id uuid primary key,
  municipality text not null,
  person_id uuid not null,
  facility_id uuid not null references facility deferrable initially deferred,
  place_id uuid,
  accommodation boolean not null,
  from_date date not null,
  until_date date,
  ended_on date,
  destination text check (destination in ('OWN_HOME', 'RENTED_HOME', 'MUNICIPAL_APARTMENT', 'SOCIAL_HOUSE', 'SHELTER', 'GROUP_APARTMENTS', 'LONG_TERM_CARE',
                                          'REHABILITATION_PROGRAMME', 'ABROAD', 'EXCLUDED', 'DIED', 'OTHER')),
  funding text not null check (funding in ('MUNICIPAL', 'STATE', 'EU_FUND', 'NGO', 'CLIENT', 'DEINSTITUTIONALISATION')),
  request_id uuid,
  emergency text,
  admitted_by text not null,
  version int not null default 1,
  check (until_date is null or until_date > from_date),
  check (ended_on is null or ended_on >= from_date),
  check ((ended_on is null) = (destination is null)),
  constraint placement_bed_where_accommodated check (accommodation = (place_id is not null)),
  constraint placement_one_basis check ((request_id is null) <> (emergency is null)),
  foreign key (facility_id, place_id) references facility_place (facility_id, id) deferrable initially deferred,
  -- Until somebody records the end, the stay holds, whatever was agreed: a bed with a person in it is not free.
  constraint placement_person_in_one_place exclude using gist (person_id with =, daterange(from_date, ended_on) with &&) where (accommodation),
  constraint placement_bed_holds_one exclude using gist (place_id with =, daterange(from_date, ended_on) with &&) where (place_id is not null),
  constraint placement_once_in_facility exclude using gist (person_id with =, facility_id with =, daterange(from_date, ended_on) with &&)
);
select atbalsts_tenant_table('placement');
create index on placement (facility_id, from_date desc, id desc);
create index on placement (person_id);
comment on table placement is 'A person has a place in a facility: lives there (accommodation), or comes by day or is helped without a bed.';
comment on column placement.until_date is 'The agreed end; it moves nobody out.';
comment on column placement.ended_on is 'The first day on which the person no longer has the place; null while there.';
comment on column placement.request_id is 'The granted service request it rests on; the services domain owns it.';
comment on column placement.emergency is 'The reason of an emergency, where there is no granted request.';
comment on column placement.admitted_by is 'Subject of the token that admitted: somebody else confirms an emergency.';

create table placement_extension (
  id uuid primary key,
  municipality text not null,
  placement_id uuid not null references placement deferrable initially deferred,
  agreed_on date not null,
  until_date date not null,
  check (until_date > agreed_on)
);
select atbalsts_tenant_table('placement_extension');
create index on placement_extension (placement_id, agreed_on);
comment on table placement_extension is 'A contract extended: on which day, to which day.';

create table placement_activity (
  id uuid primary key,
  municipality text not null,
  placement_id uuid not null references placement deferrable initially deferred,
  kind text not null check (kind in ('DISABILITY_GROUP_EXTENDED', 'MEDICATION_TREATMENT', 'ADDICTION_PROGRAMME', 'LONG_TERM_CARE_GRANTED', 'LONG_TERM_CARE_QUEUED',
                                     'AFTER_FIRE', 'FROM_ANOTHER_COUNTRY', 'CHILD_STATE_REHABILITATION', 'ADULT_VICTIM_STATE_REHABILITATION', 'PERPETRATOR_PROGRAMME',
                                     'OWN_OR_CASUAL_WORK', 'HOSPITAL_WORKSHOPS', 'MOTIVATION_PROGRAMME', 'STUDIES', 'TEMPORARY_PUBLIC_WORK',
                                     'TRANSPORT', 'PSYCHOLOGICAL_SUPPORT', 'PHYSIOTHERAPIST', 'ENDED_AT_OWN_WISH')),
  on_date date not null,
  unique (placement_id, kind, on_date)
);
select atbalsts_tenant_table('placement_activity');
comment on table placement_activity is 'What was done with or happened to a client during a stay, one row per event, from a closed list.';

create table night_stay (
  id uuid primary key,
  municipality text not null,
  person_id uuid not null,
  facility_id uuid not null references facility deferrable initially deferred,
  night date not null,
  constraint night_stay_one_per_night unique (person_id, night)
);
select atbalsts_tenant_table('night_stay');
create index on night_stay (facility_id, night);
comment on table night_stay is 'A night that a person slept in the night shelter: the night that begins on this day.';

create table facility_waiting_entry (
  id uuid primary key,
  municipality text not null,
  facility_id uuid not null references facility deferrable initially deferred,
  person_id uuid not null,
  since_date date not null,
  ended_on date,
  check (ended_on is null or ended_on >= since_date),
  constraint facility_waiting_entry_once exclude using gist (facility_id with =, person_id with =, daterange(since_date, ended_on) with &&)
);
select atbalsts_tenant_table('facility_waiting_entry');
comment on table facility_waiting_entry is 'Who waits for a place; the position follows from since_date.';

-- What report rules count over: a placement with the kind of its facility and the days it covers. A stay that ended on the day it began
-- held no bed overnight, but the client was there on that day.
create view stay with (security_invoker = true) as
select p.id, p.municipality, p.person_id, p.facility_id, p.place_id, p.accommodation, p.from_date, p.ended_on, p.destination, p.funding, p.request_id,
       f.kind, f.address,
       daterange(p.from_date, case when p.ended_on = p.from_date then p.from_date + 1 else p.ended_on end) as days
  from placement p join facility f on f.id = p.facility_id;
comment on view stay is 'Placements with the kind and address of the facility and the days they cover, for reports.';
do $$ begin execute format('grant select on stay to %I', atbalsts_app_role()); end $$;
