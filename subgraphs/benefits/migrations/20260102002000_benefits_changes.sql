-- Benefits, the second step: benefits without a formula by a dated rule; what happens to a decision after it is proposed.

-- ── rules of benefits without a formula ───────────────────────────────────────────────────────────────────────────────────────────
create table benefit_rule (
  id uuid primary key default gen_random_uuid(),
  benefit_type text not null references benefit_type deferrable initially deferred,
  legal_ground text not null check (legal_ground in ('STANDARD', 'UKRAINE_SUPPORT')),
  municipality text,
  valid_from date not null,
  valid_until date,
  annulled_from date,
  kind text not null check (kind in ('FIXED', 'SHARE', 'GMI_SUM')),
  fixed_amount bigint check (fixed_amount > 0),
  share_percent integer check (share_percent between 1 and 100),
  ceiling bigint check (ceiling > 0),
  months integer check (months between 1 and 12),
  period_months integer check (period_months between 1 and 120),
  covers text not null check (covers in ('APPLICANT', 'HOUSEHOLD')),
  rounding text not null check (rounding in ('HALF_UP', 'UP', 'DOWN')),
  source text not null,
  assumed boolean not null,
  check (valid_until > valid_from),
  check (annulled_from >= valid_from),
  check ((kind = 'FIXED') = (fixed_amount is not null)),
  check ((kind = 'SHARE') = (share_percent is not null) and (kind = 'SHARE') = (ceiling is not null)),
  check (months is null or period_months is null),
  constraint benefit_rule_unique unique nulls not distinct (benefit_type, legal_ground, municipality, valid_from),
  constraint benefit_rule_one_at_a_time exclude using gist
    (benefit_type with =, legal_ground with =, coalesce(municipality, '') with =, daterange(valid_from, valid_until) with &&)
);
select atbalsts_shared_table('benefit_rule');
create trigger rule_figures_stay before update on benefit_rule for each row execute function rule_figures_stay();
comment on table benefit_rule is 'How much a benefit without a formula is: a fixed sum, a share of the receipts up to a ceiling, or the GMI sum of the household whatever its income.';
comment on column benefit_rule.months is 'The most months it is granted for at once, each with the amount; null: it is paid once.';
comment on column benefit_rule.period_months is 'A fixed sum is granted once, and the ceiling holds for all grants together, within so many months of the application; null: for each application.';
comment on column benefit_rule.covers is 'For whom the benefit is, and whose earlier grants count: the applicant alone, or the household.';

-- ── decisions ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
-- Paper comes late: a decision may have been notified before the day on which its approval was entered.
alter table decision drop constraint decision_check4;

alter table decision
  add return_reason text check (return_reason ~ '\S'),
  add challenged_on date,
  add challenge_grounds text check (challenge_grounds ~ '\S'),
  add challenge_decided_on date,
  add challenge_decided_by uuid,
  add challenge_reasons text check (challenge_reasons ~ '\S'),
  add constraint decision_returned check (return_reason is null or state = 'RETURNED'),
  add constraint decision_challenge check
    ((challenged_on is null) = (challenge_grounds is null) and challenged_on between notified_on and challenge_until),
  add constraint decision_challenge_decided check
    ((challenge_decided_on is null) = (challenge_decided_by is null) and (challenge_decided_on is null) = (challenge_reasons is null)
     and (challenge_decided_on is null or challenged_on is not null) and challenge_decided_on >= challenged_on),
  add constraint decision_challenge_four_eyes check (challenge_decided_by <> approved_by);
comment on column decision.return_reason is 'Why it was returned to who proposed it.';
comment on column decision.challenge_grounds is 'What the applicant says against it.';
comment on column decision.challenge_decided_by is 'Who decided the challenge: never who approved the decision.';

create unique index decision_proposed_once on decision (application_id) where state = 'PROPOSED';
comment on index decision_proposed_once is 'An application has one proposal at a time.';

-- ── the bank ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
create table paying_account (
  municipality text primary key check (municipality ~ '^\d{7}$'),
  holder text not null check (holder ~ '\S' and length(holder) <= 70),
  iban text not null check (iban ~ '^[A-Z]{2}\d{2}[A-Z0-9]{1,30}$'),
  bic text check (bic ~ '^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$'),
  assumed boolean not null
);
select atbalsts_shared_table('paying_account');
comment on table paying_account is 'From which account a municipality pays benefits.';

alter table payment_batch
  add exported_on date,
  add pay_on date,
  add constraint payment_batch_exported check ((exported_on is null) = (pay_on is null) and exported_on >= approved_on),
  add constraint payment_batch_exported_approved check (state <> 'EXPORTED' or exported_on is not null);
comment on column payment_batch.pay_on is 'The day on which the bank is asked to pay.';

alter table payment add rejected_reason text check (rejected_reason ~ '\S');
comment on column payment.rejected_reason is 'Why the bank sent it back the last time; it is due again since.';
