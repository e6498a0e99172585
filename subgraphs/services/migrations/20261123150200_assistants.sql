-- Assistants of persons with disability: contracts with granted hours, and monthly reports that another person approves.

create sequence assistant_contract_number;
create table assistant_contract (
  id uuid primary key,
  municipality text not null,
  number text not null unique default 'AL-' || lpad(nextval('assistant_contract_number')::text, 6, '0'),
  person_id uuid not null,
  assistant_id uuid not null check (assistant_id <> person_id),
  monthly_hours numeric(6, 2) not null check (monthly_hours > 0),
  concluded_on date not null,
  concluded_by uuid not null,
  from_date date not null,
  until_date date,
  end_reason text check (end_reason <> ''),
  version int not null default 1,
  check (until_date > from_date),
  constraint assistant_contract_once exclude using gist (person_id with =, assistant_id with =, daterange(from_date, until_date) with &&)
);
select atbalsts_tenant_table('assistant_contract');
do $$ begin execute format('grant usage on sequence assistant_contract_number to %I', replace(current_user, '_owner', '_app')); end $$;
create index on assistant_contract (person_id);
create index on assistant_contract (assistant_id);
create index on assistant_contract (municipality, from_date, id);
comment on table assistant_contract is 'A contract with an assistant for a person with disability: both are persons of the registry. Law on Social Services and Social Assistance; assistant service in the municipality.';
comment on column assistant_contract.monthly_hours is 'Hours a month that are granted; more needs a recorded reason.';
comment on column assistant_contract.until_date is 'The first day on which it no longer holds.';

create table assistant_report (
  id uuid primary key,
  municipality text not null,
  contract_id uuid not null references assistant_contract deferrable initially deferred,
  month date not null check (extract(day from month) = 1),
  hours numeric(6, 2) not null check (hours > 0 and hours <= 744),
  granted_hours numeric(6, 2) not null,
  excess_reason text check (excess_reason <> ''),
  state text not null check (state in ('SUBMITTED', 'APPROVED', 'RETURNED')),
  submitted_on date not null,
  submitted_by uuid not null,
  decided_on date,
  decided_by uuid,
  return_reason text check (return_reason <> ''),
  version int not null default 1,
  unique (contract_id, month),
  constraint assistant_report_within_granted check (hours <= granted_hours or excess_reason is not null),
  constraint assistant_report_four_eyes check (decided_by <> submitted_by),
  check ((state = 'SUBMITTED') = (decided_on is null) and (decided_on is null) = (decided_by is null)),
  check ((state = 'RETURNED') = (return_reason is not null)),
  check (decided_on >= submitted_on)
);
select atbalsts_tenant_table('assistant_report');
create index on assistant_report (municipality, month, id);
comment on table assistant_report is 'What an assistant did in a month; one for each contract and month. Whoever approves is not who submitted.';
