-- People: who is away and who stands in, qualifications, evaluations, promotions, age and experience. Periods are half-open.

create table employee_absence (
  id uuid primary key,
  municipality text not null,
  employee_id uuid not null references employee deferrable initially deferred,
  kind text not null check (kind in ('VACATION', 'SICKNESS', 'STUDY', 'CHILD_CARE', 'UNPAID', 'BUSINESS_TRIP')),
  from_date date not null,
  until_date date not null,
  substitute_id uuid references employee deferrable initially deferred,
  recorded_by text not null,
  version int not null default 1,
  check (until_date > from_date),
  check (substitute_id <> employee_id),
  constraint employee_absence_one_at_a_time exclude using gist (employee_id with =, daterange(from_date, until_date) with &&)
);
select atbalsts_tenant_table('employee_absence');
create index on employee_absence (substitute_id, from_date);
create index on employee_absence (employee_id, from_date);
comment on table employee_absence is 'An employee is away, and somebody stands in: nobody is responsible for anything while away without a substitute.';

create table employee_qualification (
  id uuid primary key,
  municipality text not null,
  employee_id uuid not null references employee deferrable initially deferred,
  kind text not null check (kind in ('DIPLOMA', 'PROFESSIONAL_CERTIFICATE', 'LICENCE', 'FIRST_AID', 'HEALTH_CHECK', 'LANGUAGE', 'OTHER')),
  title text not null check (title <> ''),
  issued_by text not null,
  number text,
  obtained_on date not null,
  valid_until date,
  check (valid_until is null or valid_until > obtained_on),
  constraint employee_qualification_once unique (employee_id, kind, title, obtained_on)
);
select atbalsts_tenant_table('employee_qualification');
comment on table employee_qualification is 'What an employee is qualified by; valid_until is the first day on which it no longer holds.';

create table employee_evaluation (
  id uuid primary key,
  municipality text not null,
  employee_id uuid not null references employee deferrable initially deferred,
  from_date date not null,
  until_date date not null,
  grade text not null check (grade in ('EXCELLENT', 'GOOD', 'SATISFACTORY', 'UNSATISFACTORY')),
  summary text not null check (summary <> ''),
  evaluated_by text not null,
  evaluated_on date not null,
  confirmed_by text,
  confirmed_on date,
  version int not null default 1,
  check (until_date > from_date),
  constraint employee_evaluation_four_eyes check (confirmed_by <> evaluated_by),
  check ((confirmed_by is null) = (confirmed_on is null)),
  constraint employee_evaluation_one_a_period exclude using gist (employee_id with =, daterange(from_date, until_date) with &&)
);
select atbalsts_tenant_table('employee_evaluation');
comment on table employee_evaluation is 'How an employee did in a period: it holds once another person than who evaluated has confirmed it.';

create table employee_promotion (
  id uuid primary key,
  municipality text not null,
  employee_id uuid not null references employee deferrable initially deferred,
  kind text not null check (kind in ('SENIOR_SOCIAL_WORKER', 'SOCIAL_WORKER', 'CHARITABLE_SOCIAL_WORKER', 'SOCIAL_CARER', 'SOCIAL_REHABILITATOR',
    'SOCIAL_ASSISTANCE_ORGANISER', 'CARER', 'PSYCHOLOGIST', 'OCCUPATIONAL_THERAPIST', 'ASSISTANT', 'OTHER')),
  from_date date not null,
  reason text not null check (reason <> ''),
  proposed_by text not null,
  proposed_on date not null,
  state text not null default 'PROPOSED' check (state in ('PROPOSED', 'CONFIRMED', 'DECLINED')),
  decided_by text,
  decided_on date,
  version int not null default 1,
  constraint employee_promotion_four_eyes check (decided_by <> proposed_by),
  check ((state = 'PROPOSED') = (decided_by is null) and (decided_by is null) = (decided_on is null))
);
select atbalsts_tenant_table('employee_promotion');
create unique index employee_promotion_one_open on employee_promotion (employee_id) where state = 'PROPOSED';
create index on employee_promotion (employee_id, from_date);
comment on table employee_promotion is 'A change of what somebody is employed as: proposed by one, decided by another; then the employment changes on from_date.';

create table employee_profile (
  id uuid primary key,
  municipality text not null,
  employee_id uuid not null unique references employee deferrable initially deferred,
  birth_date date not null,
  in_field_since date,
  check (in_field_since is null or in_field_since > birth_date)
);
select atbalsts_tenant_table('employee_profile');
comment on table employee_profile is 'Birth date of an employee and since when in social work, for the age and experience profile.';
comment on column employee_profile.in_field_since is 'First day of work in the field, here or elsewhere; null: since the first employment here.';
