-- Waiting lists: a change of order keeps its reason; a place that becomes free is offered to one at a time, with a term to answer.

alter table waiting_list_entry add column version int not null default 1;

create table waiting_list_change (
  id uuid primary key,
  municipality text not null,
  entry_id uuid not null references waiting_list_entry deferrable initially deferred,
  on_date date not null,
  changed_by uuid not null,
  urgency_before int not null,
  urgency_after int not null,
  since_before date not null,
  since_after date not null,
  reason text not null check (reason <> ''),
  recorded_at timestamptz(3) not null,
  check (urgency_before <> urgency_after or since_before <> since_after)
);
select atbalsts_append_only_table('waiting_list_change');
create index on waiting_list_change (entry_id, recorded_at, id);
comment on table waiting_list_change is 'Why somebody waits in another place than before: no jump without a reason on record.';

create table free_place (
  id uuid primary key,
  municipality text not null,
  service_type text not null references service_type,
  key text not null check (key <> ''),
  free_from date not null,
  description text not null check (description <> ''),
  reported_on date not null,
  reported_by uuid not null,
  state text not null check (state in ('OPEN', 'TAKEN', 'WITHDRAWN')),
  version int not null default 1
);
select atbalsts_tenant_table('free_place');
create unique index free_place_once on free_place (municipality, key);
create index on free_place (municipality, service_type) where state = 'OPEN';
comment on table free_place is 'A place of a service that has become free and goes to the next who waits for it.';
comment on column free_place.key is 'Given by whoever reports it: the same key twice is the same place.';

create table place_offer (
  id uuid primary key,
  municipality text not null,
  place_id uuid not null references free_place deferrable initially deferred,
  entry_id uuid not null references waiting_list_entry deferrable initially deferred,
  request_id uuid not null references service_request deferrable initially deferred,
  person_id uuid not null,
  offered_on date not null,
  offered_by uuid not null,
  answer_by date not null,
  state text not null check (state in ('OFFERED', 'ACCEPTED', 'DECLINED', 'LAPSED', 'WITHDRAWN')),
  answered_on date,
  reason text,
  version int not null default 1,
  check (answer_by >= offered_on),
  check ((state in ('ACCEPTED', 'DECLINED')) = (answered_on is not null)),
  check (state <> 'DECLINED' or reason is not null)
);
select atbalsts_tenant_table('place_offer');
create unique index place_offer_one_of_a_place on place_offer (place_id) where state in ('OFFERED', 'ACCEPTED');
create unique index place_offer_one_of_an_entry on place_offer (entry_id) where state in ('OFFERED', 'ACCEPTED');
create index on place_offer (place_id);
create index on place_offer (entry_id);
create index on place_offer (person_id);
create index on place_offer (municipality, answer_by) where state = 'OFFERED';
comment on table place_offer is 'A free place offered to somebody who waits: one place to one at a time, one at a time to one.';
comment on column place_offer.answer_by is 'The last day to answer. An offer that is past it counts as lapsed, whether or not anybody has written so.';
