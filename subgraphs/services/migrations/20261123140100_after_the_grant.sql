-- What follows a grant: agreement, care plan, reviews, the end; and the end of a referral.

alter table service_request add column review_on date;
alter table service_request add column ended_on date;
alter table service_request add column ended_by uuid;
alter table service_request add column end_reason text check (end_reason in ('NEEDS_MET', 'TERM_OVER', 'OWN_WISH', 'MOVED', 'OTHER_SERVICE', 'NOT_USED', 'DIED', 'OTHER'));
alter table service_request add column end_note text;
alter table service_request add column decided_at timestamptz(3);
alter table service_request add column followed_at timestamptz(3);
alter table service_request add column ended_at timestamptz(3);
alter table service_request add constraint service_request_end check (state = 'ENDED' or (ended_on is null and ended_by is null and end_reason is null));
alter table service_request add constraint service_request_review check (review_on is null or state in ('GRANTED', 'ENDED'));
-- A service may end on its first day: it was granted and never given.
alter table service_request drop constraint service_request_check1;
alter table service_request add constraint service_request_period check (until_date > from_date or (state = 'ENDED' and until_date = from_date));
create index on service_request (municipality, review_on) where state = 'GRANTED' and review_on is not null;
create index on service_request (municipality, due_on) where state in ('SUBMITTED', 'ASSESSED', 'PROPOSED');
comment on column service_request.review_on is 'The day by which the service is to be reviewed next.';
comment on column service_request.followed_at is 'The moment of the latest agreement, plan or review; each is made at the version that was read.';
comment on column service_request.decided_at is 'The moment at which the decision was confirmed; null where it was recorded before that was kept.';

create sequence service_agreement_number;
create table service_agreement (
  id uuid primary key,
  municipality text not null,
  number text not null unique default 'PL-' || lpad(nextval('service_agreement_number')::text, 6, '0'),
  request_id uuid not null references service_request deferrable initially deferred,
  person_id uuid not null,
  agreed_on date not null,
  made_by uuid not null,
  terms text not null check (terms <> ''),
  state text not null check (state in ('ACTIVE', 'REPLACED', 'ENDED')),
  ended_on date,
  version int not null default 1,
  check (ended_on >= agreed_on),
  check ((state = 'ACTIVE') = (ended_on is null))
);
select atbalsts_tenant_table('service_agreement');
do $$ begin execute format('grant usage on sequence service_agreement_number to %I', replace(current_user, '_owner', '_app')); end $$;
create unique index service_agreement_one_active on service_agreement (request_id) where state = 'ACTIVE';
create index on service_agreement (request_id);
create index on service_agreement (person_id);
comment on table service_agreement is 'What the town and a client agreed on a granted service: never two at once for one request.';

create table care_plan (
  id uuid primary key,
  municipality text not null,
  request_id uuid not null references service_request deferrable initially deferred,
  person_id uuid not null,
  made_on date not null,
  made_by uuid not null,
  goal text not null check (goal <> ''),
  state text not null check (state in ('ACTIVE', 'REPLACED', 'ENDED')),
  ended_on date,
  version int not null default 1,
  check (ended_on >= made_on),
  check ((state = 'ACTIVE') = (ended_on is null))
);
select atbalsts_tenant_table('care_plan');
create unique index care_plan_one_active on care_plan (request_id) where state = 'ACTIVE';
create index on care_plan (request_id);
create index on care_plan (person_id);
comment on table care_plan is 'The individual plan of care of a granted service: never two at once for one request.';

create table care_task (
  id uuid primary key,
  municipality text not null,
  plan_id uuid not null references care_plan deferrable initially deferred,
  place int not null,
  text text not null check (text <> ''),
  times_a_week int not null check (times_a_week between 1 and 70),
  minutes int not null check (minutes between 1 and 1440),
  employee_id uuid,
  by_whom text check (by_whom <> ''),
  from_date date not null,
  until_date date,
  unique (plan_id, place),
  check (until_date > from_date),
  check ((employee_id is null) <> (by_whom is null))
);
select atbalsts_tenant_table('care_task');
create index on care_task (employee_id) where employee_id is not null;
comment on table care_task is 'What is done by whom, how often a week and how long each time, from when until before when.';

create table service_review (
  id uuid primary key,
  municipality text not null,
  request_id uuid not null references service_request deferrable initially deferred,
  person_id uuid not null,
  on_date date not null,
  reviewed_by uuid not null,
  findings text not null check (findings <> ''),
  outcome text not null check (outcome in ('GOES_ON', 'PLAN_CHANGES', 'TO_BE_ENDED')),
  next_on date not null check (next_on > on_date),
  recorded_at timestamptz(3) not null
);
select atbalsts_append_only_table('service_review');
create index on service_review (request_id, on_date, id);
create index on service_review (person_id);
create index on service_review (municipality, on_date);
comment on table service_review is 'A look at whether a service still fits, and when the next one is due.';

-- ── the end of a referral ─────────────────────────────────────────────────────────────────────────────────────────────────────────
alter table referral add column end_reason text;
alter table referral add column ended_at timestamptz(3);
-- An offer that nobody answers can be taken back.
alter table referral drop constraint referral_check3;
alter table referral add constraint referral_answered check (state in ('OFFERED', 'ENDED') or answered_on is not null);
alter table referral add constraint referral_end check (ended_on is null or ended_on >= offered_on);

-- ── the moment at which a case was closed ─────────────────────────────────────────────────────────────────────────────────────────
alter table social_case add column closed_at timestamptz(3);
comment on column social_case.closed_at is 'The moment at which the closing was recorded; null where that was not kept.';
