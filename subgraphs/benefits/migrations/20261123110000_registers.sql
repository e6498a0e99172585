-- Benefits: what the state registers were asked, what they told, and which differences a proposal overrides.

create table register_question (
  id uuid primary key,
  municipality text not null,
  application_id uuid not null references application deferrable initially deferred,
  person_id uuid not null,
  register text not null check (register in ('POPULATION', 'SOCIAL_INSURANCE', 'REVENUE', 'EMPLOYMENT')),
  purpose text not null check (purpose ~ '\S'),
  legal_basis text not null check (legal_basis ~ '\S'),
  from_date date not null,
  until_date date not null check (until_date > from_date),
  asked_by uuid not null,
  asked_at timestamptz not null,
  request_id text not null,
  outcome text not null check (outcome in ('ANSWERED', 'NOT_KNOWN', 'UNAVAILABLE', 'NOT_ASKED')),
  reason text check (reason in ('NOT_CONFIGURED', 'DOWN', 'SLOW', 'REFUSED', 'UNREADABLE', 'PAUSED', 'NO_CODE')),
  from_cache boolean not null,
  check ((reason is not null) = (outcome in ('UNAVAILABLE', 'NOT_ASKED')))
);
select atbalsts_append_only_table('register_question');
create index on register_question (application_id, person_id, register);
create index on register_question (municipality, asked_at desc, id desc);
create index on register_question (person_id, asked_at desc);
comment on table register_question is 'The trace of each question to a state register: who asked, about whom, on what basis, for what, when, and what became of it. Written once, never changed.';
comment on column register_question.from_cache is 'The register itself was asked earlier that day; the answer was kept.';

create table register_answer (
  id uuid primary key,
  question_id uuid not null unique references register_question deferrable initially deferred,
  municipality text not null,
  application_id uuid not null references application deferrable initially deferred,
  person_id uuid not null,
  register text not null,
  told jsonb not null,
  recorded jsonb not null
);
select atbalsts_tenant_table('register_answer');
create index on register_answer (application_id);
comment on table register_answer is 'What a register told, as far as the means test needs it: evidence of the application, dated by its question. Kept apart from the trace, so that it can be deleted when its time is over.';
comment on column register_answer.told is 'By register: incomes by month in cents; unemployed since; residence in which town, and whether at the address of the applicant; day of death.';
comment on column register_answer.recorded is 'What the registry of the town recorded of the same on that day.';

create table decision_differences (
  id uuid primary key,
  decision_id uuid not null unique references decision deferrable initially deferred,
  municipality text not null,
  explanation text check (explanation ~ '\S'),
  incomes jsonb not null,
  records jsonb not null
);
select atbalsts_append_only_table('decision_differences');
comment on table decision_differences is 'The differences between declared and registers that lay before who proposed a decision, and why they were overridden. Written once.';
