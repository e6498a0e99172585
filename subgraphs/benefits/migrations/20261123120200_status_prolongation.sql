-- Bulk prolongation of household statuses by a legal act, as in 2022, with a list of whom it touched. Benefits that it carries on need a second person.
create sequence prolongation_number;
create table prolongation (
  id uuid primary key,
  municipality text not null,
  key text not null check (key ~ '^\S{8,100}$'),
  number text not null unique,
  legal_basis text not null check (legal_basis ~ '\S' and length(legal_basis) <= 1000),
  ending_from date not null,
  ending_until date not null,
  statuses text[] not null check (cardinality(statuses) between 1 and 2 and statuses <@ array['NEEDY', 'LOW_INCOME']),
  until_date date not null,
  with_benefits boolean not null,
  state text not null check (state in ('PROPOSED', 'DONE')),
  total integer not null check (total >= 0),
  done integer not null check (done between 0 and total),
  proposed_by uuid not null,
  proposed_on date not null,
  approved_by uuid,
  approved_on date,
  version integer not null default 1,
  check (ending_until > ending_from),
  check (until_date > ending_from),
  constraint prolongation_key unique (municipality, key),
  constraint prolongation_four_eyes check (approved_by <> proposed_by),
  constraint prolongation_approved check ((approved_by is null) = (approved_on is null) and (state <> 'DONE' or not with_benefits or approved_by is not null)),
  check (state <> 'DONE' or done = total)
);
select atbalsts_tenant_table('prolongation');
do $$ begin execute format('grant usage on sequence prolongation_number to %I', atbalsts_app_role()); end $$;
create index on prolongation (municipality, proposed_on desc, id desc);
comment on table prolongation is 'A prolongation of the statuses of many households at once by a legal act. key: named by the caller, so that the same one sent twice is one.';
comment on column prolongation.ending_from is 'Statuses that end from this day on until before ending_until are prolonged to until_date.';
comment on column prolongation.with_benefits is 'Monthly benefits that end with the status go on with it; another person than who proposed it approves then.';

create table prolongation_item (
  prolongation_id uuid not null references prolongation on delete cascade deferrable initially deferred,
  decision_id uuid not null references decision deferrable initially deferred,
  municipality text not null,
  household_id uuid not null,
  applicant_id uuid not null,
  household_status text check (household_status in ('NEEDY', 'LOW_INCOME')),
  status_until_before date,
  status_until_after date check (status_until_after > status_until_before),
  benefit_until_before date,
  benefit_until_after date check (benefit_until_after > benefit_until_before),
  skipped boolean not null default false,
  primary key (prolongation_id, decision_id),
  check ((benefit_until_before is null) = (benefit_until_after is null)),
  check ((status_until_before is null) = (status_until_after is null) and (status_until_before is null) = (household_status is null)),
  check (status_until_before is not null or benefit_until_before is not null)
);
select atbalsts_tenant_table('prolongation_item');
create index on prolongation_item (decision_id);
comment on table prolongation_item is 'Whom a prolongation touches: decisions with the status or the monthly benefit that they give, until when it held and holds now.';
comment on column prolongation_item.skipped is 'The decision was changed or revoked between proposal and approval, so it stayed as it was.';

-- A prolonged benefit lasts longer than it was granted for.
alter table decision drop constraint decision_months_check, add constraint decision_months_check check (months between 1 and 24);
