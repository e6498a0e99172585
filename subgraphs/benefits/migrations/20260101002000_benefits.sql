-- Benefits: applications, means, decisions, payments. Periods are half-open: valid_until, until_date, revoked_from are the first day on which
-- it no longer holds. Money is integer cents. A person, a household or an employee is known here by id alone.

-- ── rules: dated, written by reference data or by a town's own regulations ────────────────────────────────────────────────────────
create table benefit_type (
  code text primary key check (code ~ '^[a-z][a-z-]*$'),
  municipality text,
  label_lv text not null,
  label_en text not null,
  means_tested boolean not null,
  needs_residence boolean not null,
  legal_basis text not null,
  assumed boolean not null,
  orphan_guarantee boolean not null,
  valid_from date,
  valid_until date,
  check (valid_until > valid_from)
);
select atbalsts_shared_table('benefit_type');
comment on table benefit_type is 'Kinds of benefit. municipality null: every town may grant it; otherwise that town''s own regulations say it. valid_from null: since before these records begin.';
comment on column benefit_type.needs_residence is 'The applicant must have a declared residence in the municipality.';
comment on column benefit_type.assumed is 'The documents name the benefit, but not its provision, or whether means are tested.';

create table threshold_rule (
  id uuid primary key default gen_random_uuid(),
  code text not null check (code in ('GMI', 'NEEDY', 'LOW_INCOME')),
  municipality text,
  valid_from date not null,
  valid_until date,
  annulled_from date,
  first_person bigint not null check (first_person > 0),
  next_person bigint not null check (next_person > 0),
  is_maximum boolean not null,
  verified boolean not null,
  source text not null,
  assumed boolean not null,
  check (valid_until > valid_from),
  check (annulled_from >= valid_from),
  constraint threshold_rule_unique unique nulls not distinct (code, municipality, valid_from),
  constraint threshold_rule_one_at_a_time exclude using gist (code with =, coalesce(municipality, '') with =, daterange(valid_from, valid_until) with &&)
);
select atbalsts_shared_table('threshold_rule');
comment on table threshold_rule is 'Income thresholds of a month: first person and each next person. municipality null: national. annulled_from: first day on which it no longer holds because the Constitutional Court annulled it.';

create table housing_coefficient (
  id uuid primary key default gen_random_uuid(),
  municipality text,
  valid_from date not null,
  valid_until date,
  annulled_from date,
  lone_pensioner_or_disabled integer not null check (lone_pensioner_or_disabled > 0),
  only_pensioners_or_disabled integer not null check (only_pensioners_or_disabled > 0),
  only_pensioners_or_disabled_with_children integer not null check (only_pensioners_or_disabled_with_children > 0),
  other integer not null check (other > 0),
  rounding text check (rounding in ('HALF_UP', 'UP', 'DOWN')),
  source text not null,
  assumed boolean not null,
  check (valid_until > valid_from),
  check (annulled_from >= valid_from),
  constraint housing_coefficient_unique unique nulls not distinct (municipality, valid_from),
  constraint housing_coefficient_one_at_a_time exclude using gist (coalesce(municipality, '') with =, daterange(valid_from, valid_until) with &&)
);
select atbalsts_shared_table('housing_coefficient');
comment on table housing_coefficient is 'Coefficients of the housing allowance by kind of household, in hundredths (250 is 2.5). rounding null: the assumed one, HALF_UP.';

-- What was decided must be able to be followed years later with the same figures: a version may end or be annulled, its figures never change.
create function rule_figures_stay() returns trigger language plpgsql as $$
begin
  if to_jsonb(new) - array['valid_until', 'annulled_from', 'source', 'assumed', 'verified']
     is distinct from to_jsonb(old) - array['valid_until', 'annulled_from', 'source', 'assumed', 'verified'] then
    raise exception 'the figures of a rule version never change: end it and enter a new version (%)', tg_table_name using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger rule_figures_stay before update on threshold_rule for each row execute function rule_figures_stay();
create trigger rule_figures_stay before update on housing_coefficient for each row execute function rule_figures_stay();

-- ── applications ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────
create sequence application_number;
create table application (
  id uuid primary key,
  municipality text not null,
  number text not null unique,
  applicant_id uuid not null,
  household_id uuid not null,
  benefit_type text not null references benefit_type deferrable initially deferred,
  legal_ground text not null check (legal_ground in ('STANDARD', 'UKRAINE_SUPPORT')),
  submitted_on date not null,
  complete_on date,
  due_on date,
  state text not null check (state in ('SUBMITTED', 'MEANS_DECLARED', 'PROPOSED', 'DECIDED', 'WITHDRAWN')),
  payee_account text,
  claimed_costs bigint check (claimed_costs >= 0),
  housing_costs bigint check (housing_costs >= 0),
  assessed_on date,
  version integer not null default 1,
  check (complete_on >= submitted_on),
  check ((complete_on is null) = (due_on is null)),
  check (due_on >= complete_on),
  check ((assessed_on is null) = (housing_costs is null)),
  check (state not in ('MEANS_DECLARED', 'PROPOSED', 'DECIDED') or complete_on is not null),
  check (state <> 'MEANS_DECLARED' or assessed_on is not null)
);
select atbalsts_tenant_table('application');
do $$ begin execute format('grant usage on sequence application_number to %I', atbalsts_app_role()); end $$;
create unique index application_once on application (applicant_id, benefit_type, submitted_on, coalesce(claimed_costs, -1)) where state <> 'WITHDRAWN';
create index on application (municipality, submitted_on desc, id desc);
create index on application (municipality, state, submitted_on desc, id desc);
create index on application (municipality, due_on) where state in ('SUBMITTED', 'MEANS_DECLARED', 'PROPOSED');
create index on application (applicant_id, submitted_on desc, id desc);
create index on application (household_id);
comment on table application is 'An application of a person, for the household, for one kind of benefit.';
comment on column application.complete_on is 'The day everything needed was there; a decision is due one month later. Law on Administrative Procedure, section 64.';
comment on column application.legal_ground is 'STANDARD: by the law and regulations of the benefit. UKRAINE_SUPPORT: by the Law on Support for Ukrainian Civilians, outside the means test.';
comment on column application.assessed_on is 'The day whose rules the means are tested by; null while no means are declared.';
comment on index application_once is 'The same application sent twice is one; other receipts are another.';

create table application_member (
  id uuid primary key,
  municipality text not null,
  application_id uuid not null references application on delete cascade deferrable initially deferred,
  person_id uuid not null,
  age integer not null check (age between 0 and 130),
  disability text not null check (disability in ('NONE', 'GROUP_1', 'GROUP_2', 'GROUP_3', 'CHILD')),
  pensioner boolean not null,
  constraint application_member_once unique (application_id, person_id)
);
select atbalsts_tenant_table('application_member');
comment on table application_member is 'Whose means are tested together: the household on the day of the application, with what the rules ask of each.';

create table declared_income (
  id uuid primary key,
  municipality text not null,
  application_id uuid not null references application on delete cascade deferrable initially deferred,
  person_id uuid not null,
  source text not null check (source in ('WAGE', 'PENSION', 'BENEFIT', 'ALIMONY', 'SELF_EMPLOYMENT', 'OTHER')),
  monthly integer[] not null check (cardinality(monthly) = 3 and 0 <= all (monthly)),
  evidence text not null check (evidence in ('DECLARED', 'DOCUMENT', 'REGISTER')),
  constraint declared_income_of_member foreign key (application_id, person_id)
    references application_member (application_id, person_id) on delete cascade deferrable initially deferred
);
select atbalsts_tenant_table('declared_income');
create index on declared_income (application_id);
comment on table declared_income is 'An income of a member over the three full months before the application, in cents. Cabinet Regulation 809, paragraph 2.';

-- ── decisions ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
create sequence decision_number;
create table decision (
  id uuid primary key,
  municipality text not null,
  number text not null unique,
  application_id uuid not null references application deferrable initially deferred,
  household_id uuid not null,
  outcome text not null check (outcome in ('GRANT', 'REFUSE')),
  monthly_amount bigint check (monthly_amount >= 0),
  amount bigint check (amount >= 0),
  months integer check (months between 1 and 12),
  from_date date,
  until_date date,
  household_status text check (household_status in ('NEEDY', 'LOW_INCOME', 'NONE')),
  status_from date,
  status_until date,
  reasons text,
  proposed_by uuid not null,
  proposed_on date not null,
  approved_by uuid,
  approved_on date,
  state text not null check (state in ('PROPOSED', 'RETURNED', 'APPROVED', 'NOTIFIED', 'CHALLENGED', 'UPHELD', 'REVOKED')),
  notified_on date,
  challenge_until date,
  revoked_from date,
  version integer not null default 1,
  constraint decision_four_eyes check (approved_by <> proposed_by),
  check ((approved_by is null) = (approved_on is null)),
  check (approved_on >= proposed_on),
  check (state in ('PROPOSED', 'RETURNED') or approved_by is not null),
  check ((notified_on is null) = (challenge_until is null)),
  check (notified_on >= approved_on),
  check ((state = 'REVOKED') = (revoked_from is not null)),
  check ((monthly_amount is null) = (months is null) and (months is null) = (from_date is null) and (from_date is null) = (until_date is null)),
  check (until_date > from_date),
  check (outcome = 'REFUSE' or (monthly_amount is null) <> (amount is null)),
  check (outcome = 'GRANT' or (monthly_amount is null and amount is null and reasons is not null)),
  check ((status_from is null) = (status_until is null) and status_until > status_from),
  check (status_from is null or household_status in ('NEEDY', 'LOW_INCOME'))
);
select atbalsts_tenant_table('decision');
do $$ begin execute format('grant usage on sequence decision_number to %I', atbalsts_app_role()); end $$;
create index on decision (application_id);
create index on decision (household_id, status_from) where status_from is not null;
create index on decision (municipality, status_from) where status_from is not null;
comment on table decision is 'A decision on an application: one person proposes, another approves. Law on Administrative Procedure, sections 65 to 67.';
comment on column decision.monthly_amount is 'A month, of a benefit paid for months from from_date until before until_date.';
comment on column decision.amount is 'Of a one-off benefit.';
comment on column decision.household_status is 'The status found for the household, where means were tested; NEEDY and LOW_INCOME hold from status_from until before status_until.';
comment on column decision.revoked_from is 'The first day on which a revoked decision no longer holds.';

create function decision_in_force(decision) returns boolean language sql immutable parallel safe
  return $1.state in ('APPROVED', 'NOTIFIED', 'CHALLENGED', 'UPHELD', 'REVOKED') and ($1.revoked_from is null or $1.revoked_from > coalesce($1.status_from, $1.from_date, $1.approved_on));
comment on function decision_in_force is 'A decision that was approved and held for at least a day: not one revoked from its first day on.';

create table decision_person (
  decision_id uuid not null references decision on delete cascade deferrable initially deferred,
  person_id uuid not null,
  municipality text not null,
  primary key (decision_id, person_id)
);
select atbalsts_tenant_table('decision_person');
create index on decision_person (person_id);
comment on table decision_person is 'Whom a decision covers: the persons of the household for whom the benefit is, and whose status it finds.';

-- ── payments ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
create sequence payment_batch_number;
create table payment_batch (
  id uuid primary key,
  municipality text not null,
  number text not null unique,
  month date not null check (extract(day from month) = 1),
  state text not null check (state in ('PREPARED', 'APPROVED', 'EXPORTED', 'RECONCILED')),
  prepared_by uuid not null,
  prepared_on date not null,
  approved_by uuid,
  approved_on date,
  version integer not null default 1,
  constraint payment_batch_four_eyes check (approved_by <> prepared_by),
  check ((approved_by is null) = (approved_on is null)),
  check (approved_on >= prepared_on),
  check ((state = 'PREPARED') = (approved_by is null))
);
select atbalsts_tenant_table('payment_batch');
do $$ begin execute format('grant usage on sequence payment_batch_number to %I', atbalsts_app_role()); end $$;
create index on payment_batch (municipality, month desc, id desc);
comment on table payment_batch is 'Payments that go to the bank together: one person prepares, another approves.';

create table payment (
  id uuid primary key,
  municipality text not null,
  decision_id uuid not null references decision deferrable initially deferred,
  month date not null check (extract(day from month) = 1),
  amount bigint not null check (amount > 0),
  state text not null check (state in ('DUE', 'BATCHED', 'PAID', 'CANCELLED', 'RECOVERED')),
  batch_id uuid references payment_batch deferrable initially deferred,
  paid_on date,
  constraint payment_once unique (decision_id, month),
  check (state <> 'DUE' or batch_id is null),
  check (state not in ('BATCHED', 'PAID') or batch_id is not null),
  check ((state in ('PAID', 'RECOVERED')) = (paid_on is not null))
);
select atbalsts_tenant_table('payment');
create index on payment (municipality, month) where state = 'DUE';
create index on payment (municipality, paid_on) where paid_on is not null;
create index on payment (batch_id) where batch_id is not null;
comment on table payment is 'What is paid on a decision for a month: each month once.';
comment on column payment.paid_on is 'The day the money went; kept when it is recovered later.';
