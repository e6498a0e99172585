-- As what somebody is a client of social work (the groups by which the sectors report), and support that needs no decision. Written once.

create table client_group (
  id uuid primary key,
  municipality text not null,
  case_id uuid not null references social_case deferrable initially deferred,
  person_id uuid not null,
  kind text not null check (kind in ('UNEMPLOYED', 'PRE_RETIREMENT', 'HEALTH_PROBLEMS', 'ADDICTION_PROBLEMS', 'SOCIAL_HOUSE', 'CARE_LEAVER',
    'FORMER_PRISONER', 'VIOLENCE_OR_CRISIS', 'UKRAINE_CIVILIAN', 'SINGLE_PARENT', 'SINGLE_PARENT_LARGE', 'TWO_PARENT_LARGE',
    'CHILD_WITH_DISABILITY', 'PARENT_WITH_DISABILITY', 'OTHER_FAMILY', 'GUARDIAN_FAMILY', 'FOSTER_FAMILY')),
  from_date date not null,
  recorded_by uuid not null,
  recorded_at timestamptz(3) not null
);
select atbalsts_append_only_table('client_group');
select atbalsts_counted_table('client_group', 'tenant');
create index on client_group (case_id, from_date, recorded_at);
create index on client_group (person_id);
comment on table client_group is 'As what somebody, or a family, is a client: the latest of a case by its day counts, among several of a day the one recorded last.';

create table support_record (
  id uuid primary key,
  municipality text not null,
  key text not null check (key <> ''),
  person_id uuid not null,
  kind text not null check (kind in ('SOCIAL_MENTOR', 'FOOD_AND_MEDICINE', 'MEDICAL_COOPERATION')),
  occasion text check (occasion in ('COVID_19', 'OTHER_ILLNESS')),
  on_date date not null,
  note text check (note <> ''),
  recorded_by uuid not null,
  unique (municipality, key)
);
select atbalsts_append_only_table('support_record');
select atbalsts_counted_table('support_record', 'tenant');
create index on support_record (municipality, on_date, kind);
create index on support_record (person_id, on_date);
comment on table support_record is 'One time that somebody was supported without a decision: by a social mentor, with food and medicines, with the doctors.';

-- The levels of families are counted now: a new assessment is marked for the report (decision record 0031).
select atbalsts_counted_table('risk_assessment', 'tenant');
