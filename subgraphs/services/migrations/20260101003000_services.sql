-- Services: social work and the services that are not a bed. Identity stays with the registry; here a person is an id.
-- Periods are half-open: until_date and ended_on are the first day on which it no longer holds.

create table service_type (
  code text primary key check (code ~ '^[a-z][a-z-]*$'),
  place int not null unique,
  name_lv text not null,
  name_en text not null,
  kind text not null check (kind in ('CARE', 'REHABILITATION', 'SOCIAL_WORK', 'HOUSING', 'TRANSPORT', 'OTHER')),
  minimum_basket boolean
);
select atbalsts_shared_table('service_type');
comment on table service_type is 'The 20 services of the 2022 results, in their order; minimum_basket null: nobody decided.';

-- ── social work ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────
create sequence social_case_number;
create table social_case (
  id uuid primary key,
  municipality text not null,
  number text not null unique default 'G-' || lpad(nextval('social_case_number')::text, 6, '0'),
  person_id uuid not null,
  household_id uuid,
  target_group text not null check (target_group in ('FAMILY_WITH_CHILDREN', 'ADULT', 'PERSON_WITH_DISABILITY', 'ELDERLY', 'UNEMPLOYED', 'ADDICTION',
    'FORMER_PRISONER', 'CARE_LEAVER', 'VIOLENCE', 'HOMELESS', 'UKRAINE_CIVILIAN')),
  risk text not null check (risk in ('NONE', 'AT_RISK', 'HIGH_RISK')),
  responsible_id uuid not null,
  opened_on date not null,
  closed_on date,
  version int not null default 1,
  check (closed_on >= opened_on)
);
select atbalsts_tenant_table('social_case');
do $$ begin execute format('grant usage on sequence social_case_number to %I', replace(current_user, '_owner', '_app')); end $$;
create unique index social_case_one_open on social_case (person_id, target_group) where closed_on is null;
create index on social_case (person_id);
create index on social_case (responsible_id) where closed_on is null;
create index on social_case (municipality, opened_on, id);
comment on table social_case is 'Social work with a person. Law on Social Services and Social Assistance, section 1: social work case management.';
comment on column social_case.household_id is 'The household of the person on the day of opening, as the registry answered; null for who belonged to none.';
comment on column social_case.responsible_id is 'Employee who manages the case.';

create table case_goal (
  id uuid primary key,
  municipality text not null,
  case_id uuid not null references social_case deferrable initially deferred,
  place int not null,
  text text not null check (text <> ''),
  activities text[] not null default '{}',
  due_on date,
  outcome text check (outcome in ('ACHIEVED', 'PARTLY', 'NOT_ACHIEVED')),
  unique (case_id, place)
);
select atbalsts_tenant_table('case_goal');
comment on table case_goal is 'What is to be better at the end of a case, the agreed activities, and the outcome when it was closed.';

create table case_note (
  id uuid primary key,
  municipality text not null,
  case_id uuid not null references social_case deferrable initially deferred,
  employee_id uuid not null,
  at timestamptz(3) not null,
  text text not null check (text <> '')
);
select atbalsts_tenant_table('case_note');
create index on case_note (case_id, at, id);
comment on table case_note is 'What a worker noted in a case; it stays signed by the one who wrote it.';

create table participation_agreement (
  id uuid primary key,
  municipality text not null,
  person_id uuid not null,
  agreed_on date not null,
  party_ids uuid[] not null check (cardinality(party_ids) > 0),
  state text not null check (state in ('ACTIVE', 'REPLACED', 'ENDED')),
  ended_on date,
  version int not null default 1,
  check (ended_on >= agreed_on),
  check ((state = 'ACTIVE') = (ended_on is null))
);
select atbalsts_tenant_table('participation_agreement');
create unique index participation_agreement_one_active on participation_agreement (person_id) where state = 'ACTIVE';
create index on participation_agreement (person_id);
comment on table participation_agreement is 'Agreement of a person with everybody who works with it: never two active at once, whoever writes.';

create table participation_duty (
  id uuid primary key,
  municipality text not null,
  agreement_id uuid not null references participation_agreement deferrable initially deferred,
  place int not null,
  text text not null check (text <> ''),
  domain text not null check (domain in ('SOCIAL_ASSISTANCE', 'SOCIAL_WORK', 'SOCIAL_SERVICE')),
  due_on date,
  fulfilled_on date,
  unique (agreement_id, place)
);
select atbalsts_tenant_table('participation_duty');
comment on table participation_duty is 'What the person takes upon itself, and for which of the three domains it counts.';

create table home_visit (
  id uuid primary key,
  municipality text not null,
  person_id uuid not null,
  on_date date not null
);
select atbalsts_tenant_table('home_visit');
create index on home_visit (person_id, on_date, id);
comment on table home_visit is 'One visit at the person''s home, whoever came along.';

create table home_visit_opinion (
  id uuid primary key,
  municipality text not null,
  visit_id uuid not null references home_visit deferrable initially deferred,
  employee_id uuid not null,
  findings text not null check (findings <> ''),
  unique (visit_id, employee_id)
);
select atbalsts_tenant_table('home_visit_opinion');
comment on table home_visit_opinion is 'What one specialist found at a visit: several came, each with an own opinion.';

-- ── service requests ──────────────────────────────────────────────────────────────────────────────────────────────────────────────
create sequence service_request_number;
create table service_request (
  id uuid primary key,
  municipality text not null,
  number text not null unique default 'PK-' || lpad(nextval('service_request_number')::text, 6, '0'),
  person_id uuid not null,
  service_type text not null references service_type,
  requested_on date not null,
  due_on date not null,
  state text not null check (state in ('SUBMITTED', 'ASSESSED', 'PROPOSED', 'GRANTED', 'WAITING', 'REFUSED', 'ENDED')),
  reasons text,
  proposed_by uuid,
  confirmed_by uuid,
  decided_on date,
  from_date date,
  until_date date,
  version int not null default 1,
  check (due_on >= requested_on),
  check (until_date > from_date),
  constraint service_request_four_eyes check (confirmed_by <> proposed_by),
  check ((state in ('GRANTED', 'WAITING', 'REFUSED', 'ENDED')) = (confirmed_by is not null and decided_on is not null)),
  check (state in ('SUBMITTED', 'ASSESSED') or proposed_by is not null),
  check (state <> 'REFUSED' or reasons is not null),
  check (state not in ('GRANTED', 'ENDED') or from_date is not null),
  check (state <> 'ENDED' or until_date is not null)
);
select atbalsts_tenant_table('service_request');
do $$ begin execute format('grant usage on sequence service_request_number to %I', replace(current_user, '_owner', '_app')); end $$;
create index on service_request (person_id);
create index on service_request (municipality, service_type, requested_on);
comment on table service_request is 'A person asks for a service; one proposes the decision, another confirms it. Administrative Procedure Law.';
comment on column service_request.due_on is 'By when it must be decided: a month after the documents are complete.';

create table needs_assessment (
  id uuid primary key,
  municipality text not null,
  request_id uuid not null unique references service_request deferrable initially deferred,
  assessed_on date not null,
  assessed_by uuid not null,
  score int not null check (score >= 0),
  level int not null check (level between 1 and 4),
  findings text not null check (findings <> '')
);
select atbalsts_tenant_table('needs_assessment');
comment on table needs_assessment is 'The needs card of a request: a score and the level of care it gives.';

create table waiting_list_entry (
  id uuid primary key,
  municipality text not null,
  request_id uuid not null references service_request deferrable initially deferred,
  urgency int not null check (urgency between 1 and 3),
  since_date date not null,
  left_on date,
  check (left_on >= since_date)
);
select atbalsts_tenant_table('waiting_list_entry');
create unique index waiting_list_entry_once on waiting_list_entry (request_id) where left_on is null;
create index on waiting_list_entry (municipality, urgency, since_date, id) where left_on is null;
comment on table waiting_list_entry is 'Who waits for a service. The position is not stored: it follows from urgency, then date.';
comment on column waiting_list_entry.urgency is '1 at once, 2 soon, 3 in turn.';

create table survey_answer (
  id uuid primary key,
  municipality text not null,
  request_id uuid not null unique references service_request deferrable initially deferred,
  answered_on date not null,
  score int not null check (score between 1 and 5),
  comment text
);
select atbalsts_tenant_table('survey_answer');
comment on table survey_answer is 'How a client felt about a service, once for each request.';

-- ── partners ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
create table referral (
  id uuid primary key,
  municipality text not null,
  person_id uuid not null,
  organisation_id uuid not null,
  service_type text not null references service_type,
  purpose text not null check (purpose <> ''),
  needs text,
  state text not null check (state in ('OFFERED', 'ACCEPTED', 'DECLINED', 'ENDED')),
  offered_on date not null,
  answered_on date,
  decline_reason text,
  ended_on date,
  version int not null default 1,
  unique (id, organisation_id),
  check (answered_on >= offered_on),
  check (ended_on >= answered_on),
  check (state <> 'OFFERED' or answered_on is null),
  check (state = 'OFFERED' or answered_on is not null),
  check ((state = 'DECLINED') = (decline_reason is not null)),
  check ((state = 'ENDED') = (ended_on is not null))
);
select atbalsts_tenant_table('referral');
create index on referral (person_id);
create index on referral (organisation_id, offered_on, id);
create index on referral (municipality, offered_on, id);
comment on table referral is 'A person referred to a partner organisation for a service. Whether a consent is still live is not stored: it is asked on every read.';

create table delivery (
  id uuid primary key,
  municipality text not null,
  referral_id uuid,
  organisation_id uuid,
  request_id uuid references service_request deferrable initially deferred,
  key text not null check (key <> ''),
  on_date date not null,
  units numeric(8, 2) not null check (units > 0),
  unit text not null check (unit in ('HOUR', 'VISIT', 'NIGHT', 'MEAL', 'SESSION', 'TRIP')),
  recorded_by text not null,
  foreign key (referral_id, organisation_id) references referral (id, organisation_id) deferrable initially deferred,
  check ((referral_id is null) <> (request_id is null)),
  check ((referral_id is null) = (organisation_id is null))
);
select atbalsts_tenant_table('delivery');
create unique index delivery_once_by_organisation on delivery (organisation_id, key) where organisation_id is not null;
create unique index delivery_once_by_town on delivery (municipality, key) where organisation_id is null;
create index on delivery (referral_id, on_date, id);
create index on delivery (request_id, on_date, id);
create index on delivery (municipality, on_date);
comment on table delivery is 'One delivery of a service, by a partner (to a referral) or by the town itself (to a granted request).';
comment on column delivery.key is 'Given by whoever records: the same key twice is the same delivery.';

-- A partner organisation belongs to no municipality: it sees the referrals made to it, and what was delivered on them.
create policy partner_own_referrals on referral for select
  using (atbalsts_audience() = 'PARTNER' and organisation_id = atbalsts_organisation());
create policy partner_own_deliveries on delivery for select
  using (atbalsts_audience() = 'PARTNER' and organisation_id = atbalsts_organisation());

-- ── what a region may see ─────────────────────────────────────────────────────────────────────────────────────────────────────────
create table published_coverage (
  municipality text not null,
  region text not null,
  year int not null,
  service_type text not null references service_type,
  provision text not null check (provision in ('OWN', 'PARTNER', 'NEIGHBOUR', 'NONE')),
  clients int check (clients = 0 or clients >= 5),
  suppressed boolean not null default false,
  primary key (municipality, year, service_type),
  check (not suppressed or clients is null)
);
select atbalsts_tenant_table('published_coverage');
create policy region_own_towns on published_coverage for select
  using (atbalsts_audience() = 'REGIONAL' and region = atbalsts_region());
comment on table published_coverage is 'Which service a town gave in a year, as it published it. Counts of 1 to 4 never get here.';
