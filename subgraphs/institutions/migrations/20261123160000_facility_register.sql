-- Facilities change: they close, queue people by urgency, offer places; and what happens in them is on record. Periods are half-open.

alter table facility add column closed_on date, add column closed_why text;
alter table provider_registration add column end_reason text;
comment on column provider_registration.end_reason is 'Why it ended before its time; null where it did not.';
comment on column facility.closed_on is 'The first day on which it no longer works; null while it does.';

alter table facility_waiting_entry
  add column urgency text not null default 'NORMAL' check (urgency in ('CRITICAL', 'HIGH', 'NORMAL')),
  add column ended_why text check (ended_why in ('PLACED', 'PLACED_ELSEWHERE', 'WITHDREW', 'NO_LONGER_NEEDED', 'DIED')),
  add column version int not null default 1,
  add constraint facility_waiting_entry_why check (ended_why is null or ended_on is not null);
create index on facility_waiting_entry (facility_id, since_date) where ended_on is null;
comment on column facility_waiting_entry.urgency is 'The order is by urgency, then by since_date.';

create table facility_place_offer (
  id uuid primary key,
  municipality text not null,
  entry_id uuid not null references facility_waiting_entry deferrable initially deferred,
  offered_on date not null,
  answer_by date not null,
  answer text check (answer in ('ACCEPTED', 'DECLINED', 'LAPSED')),
  answered_on date,
  jump_reason text,
  offered_by text not null,
  check (answer_by >= offered_on),
  check ((answer is null) = (answered_on is null))
);
select atbalsts_tenant_table('facility_place_offer');
create unique index facility_place_offer_one_open on facility_place_offer (entry_id) where answer is null;
comment on table facility_place_offer is 'A free place offered to somebody who waits, with a term to answer; jump_reason: why it was not the first in order.';

create table placement_absence (
  id uuid primary key,
  municipality text not null,
  placement_id uuid not null references placement deferrable initially deferred,
  reason text not null check (reason in ('HOSPITAL', 'REHABILITATION', 'VISIT', 'DETENTION', 'UNEXPLAINED')),
  from_date date not null,
  kept_until date not null,
  ended_on date,
  version int not null default 1,
  check (kept_until > from_date),
  check (ended_on is null or ended_on >= from_date),
  constraint placement_absence_one_at_a_time exclude using gist (placement_id with =, daterange(from_date, ended_on) with &&)
);
select atbalsts_tenant_table('placement_absence');
create index on placement_absence (placement_id, from_date);
comment on table placement_absence is 'Somebody with a place is away, and the place is kept until a day.';
comment on column placement_absence.ended_on is 'The day of the return, or on which the stay ended; null while away.';

create table house_rule_breach (
  id uuid primary key,
  municipality text not null,
  placement_id uuid not null references placement deferrable initially deferred,
  on_date date not null,
  rule text not null check (rule in ('ALCOHOL_OR_DRUGS', 'VIOLENCE', 'NIGHT_REST', 'SMOKING', 'VISITORS', 'ABSENCE', 'DAMAGE', 'OTHER')),
  what text not null check (what <> ''),
  measure text not null check (measure in ('TALK', 'WARNING', 'MEETING', 'POLICE', 'EXCLUSION_PROPOSED')),
  recorded_by text not null,
  constraint house_rule_breach_once unique (placement_id, on_date, rule)
);
select atbalsts_tenant_table('house_rule_breach');
comment on table house_rule_breach is 'House rules breached by somebody during a stay, and what was done about it.';

create table facility_incident (
  id uuid primary key,
  municipality text not null,
  facility_id uuid not null references facility deferrable initially deferred,
  on_date date not null,
  kind text not null check (kind in ('INJURY', 'ILLNESS', 'VIOLENCE', 'FIRE', 'MISSING', 'DEATH', 'THEFT', 'OTHER')),
  what text not null check (what <> ''),
  informed text[] not null default '{}',
  recorded_by text not null,
  concluded_on date,
  outcome text,
  version int not null default 1,
  check ((concluded_on is null) = (outcome is null)),
  check (concluded_on is null or concluded_on >= on_date)
);
select atbalsts_tenant_table('facility_incident');
create index on facility_incident (facility_id, on_date desc, id desc);
create unique index facility_incident_once on facility_incident (facility_id, on_date, kind, md5(what));
comment on table facility_incident is 'Something out of the ordinary in a facility: what, who was informed, and what followed.';

create table facility_incident_person (
  id uuid primary key,
  municipality text not null,
  incident_id uuid not null references facility_incident deferrable initially deferred,
  person_id uuid not null,
  unique (incident_id, person_id)
);
select atbalsts_tenant_table('facility_incident_person');
create index on facility_incident_person (person_id);
comment on table facility_incident_person is 'Who was involved in an incident.';
