-- A change of income or household inside a granted period: a new decision that revokes the old from the month after; what was paid too much is recovered.

-- ── the application of a change ───────────────────────────────────────────────────────────────────────────────────────────────────
alter table application
  add changes_id uuid references decision deferrable initially deferred,
  add effective_from date check (extract(day from effective_from) = 1),
  add withdrawn_on date,
  add constraint application_change check ((changes_id is null) = (effective_from is null)),
  add constraint application_withdrawn check (withdrawn_on is null or state = 'WITHDRAWN');
comment on column application.changes_id is 'The granted decision that a change of income or household is to change; null for an application of its own. submitted_on is then the day of the change.';
comment on column application.effective_from is 'The first day on which a change counts: the first of the month after it, but not before the benefit begins.';

drop index application_once;
create unique index application_once on application (applicant_id, benefit_type, submitted_on, coalesce(claimed_costs, -1))
  where state <> 'WITHDRAWN' and changes_id is null;
comment on index application_once is 'The same application sent twice is one; other receipts are another.';
create unique index application_change_once on application (changes_id) where state <> 'WITHDRAWN';
comment on index application_change_once is 'A decision is changed once: what is changed again is the decision that changed it.';

-- ── decisions that change one another ─────────────────────────────────────────────────────────────────────────────────────────────
alter table decision
  add changes_id uuid references decision deferrable initially deferred,
  add chain_id uuid references decision deferrable initially deferred,
  add constraint decision_chain check ((changes_id is null) = (chain_id is null));
create index on decision (chain_id) where chain_id is not null;
comment on column decision.changes_id is 'The decision that this one changes, and revokes from the first day of this one.';
comment on column decision.chain_id is 'The first decision of those that changed one another; null for one that changes none.';

-- ── payments: what is paid besides a part that has gone, and what is kept back ────────────────────────────────────────────────────
alter table payment
  add part integer not null default 1 check (part between 1 and 100),
  add deducted bigint not null default 0,
  add rejected_code text check (rejected_code ~ '^[A-Z0-9]{1,10}$'),
  drop constraint payment_once,
  add constraint payment_once unique (decision_id, month, part),
  add constraint payment_deducted check (deducted between 0 and amount),
  add constraint payment_deducted_batched check (deducted = 0 or state in ('BATCHED', 'PAID', 'RECOVERED'));
comment on column payment.part is 'A month whose decision changed after it was paid is paid in parts; every other in one.';
comment on column payment.deducted is 'What is kept back of it for an overpayment, in cents; the bank gets amount - deducted.';
comment on column payment.rejected_code is 'The reason code with which the bank sent it back the last time. ISO 20022, external code set ExternalStatusReason1Code.';

-- ── recoveries ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
create table recovery (
  id uuid primary key,
  municipality text not null,
  decision_id uuid not null references decision deferrable initially deferred,
  applicant_id uuid not null,
  amount bigint not null check (amount >= 0),
  balance bigint not null check (balance between 0 and amount),
  state text not null check (state in ('OPEN', 'RECOVERED', 'CANCELLED')),
  established_on date not null,
  constraint recovery_once unique (decision_id),
  constraint recovery_state check ((state = 'OPEN') = (balance > 0) and (state = 'CANCELLED') = (amount = 0))
);
select atbalsts_tenant_table('recovery');
create index on recovery (municipality, established_on desc, id desc);
create index on recovery (municipality, applicant_id) where state = 'OPEN';
comment on table recovery is 'What was paid too much, by the decision that found it: deducted from later monthly payments to the same person. balance is amount less what stands in the ledger.';

create table recovery_month (
  recovery_id uuid not null references recovery on delete cascade deferrable initially deferred,
  month date not null check (extract(day from month) = 1),
  municipality text not null,
  amount bigint not null check (amount >= 0),
  primary key (recovery_id, month)
);
select atbalsts_tenant_table('recovery_month');
comment on table recovery_month is 'For which months too much was paid; the months sum to the recovery.';

create table recovery_deduction (
  id uuid primary key default gen_random_uuid(),
  municipality text not null,
  recovery_id uuid not null references recovery deferrable initially deferred,
  payment_id uuid not null references payment deferrable initially deferred,
  batch_id uuid not null references payment_batch deferrable initially deferred,
  amount bigint not null check (amount > 0),
  deducted_on date not null,
  released_on date check (released_on >= deducted_on)
);
select atbalsts_tenant_table('recovery_deduction');
create index on recovery_deduction (recovery_id);
create index on recovery_deduction (payment_id) where released_on is null;
comment on table recovery_deduction is 'The ledger of a recovery: what was kept back of which payment. released_on: the payment did not go, so nothing was kept back after all.';
