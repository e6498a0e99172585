-- Fees of paid services: the municipality's dated rule, what a client's income was found to be, an invoice for a month, and what was paid.

create table fee_rule (
  municipality text not null check (municipality ~ '^\d{7}$'),
  service_type text not null,
  valid_from date not null,
  valid_until date,
  unit text not null check (unit in ('HOUR', 'VISIT', 'NIGHT', 'MEAL', 'SESSION', 'TRIP')),
  unit_price bigint not null check (unit_price >= 0),
  bands jsonb not null check (jsonb_typeof(bands) = 'array' and jsonb_array_length(bands) > 0),
  keeps bigint not null check (keeps >= 0),
  ceiling bigint not null check (ceiling >= 0),
  due_days int not null check (due_days >= 0),
  citation text not null check (citation <> ''),
  assumed boolean not null,
  primary key (municipality, service_type, valid_from),
  check (valid_until > valid_from),
  exclude using gist (municipality with =, service_type with =, daterange(valid_from, valid_until) with &&)
);
select atbalsts_shared_table('fee_rule');
comment on table fee_rule is 'What a service costs its client, by binding regulations of a municipality; sums in cents. assumed: no document says it.';
comment on column fee_rule.bands is 'By monthly income, rising: [{"upTo": cents or null, "share": thousandths of the price}].';
comment on column fee_rule.keeps is 'What must remain to the client of the monthly income.';
comment on column fee_rule.ceiling is 'Never more in a month.';

create table fee_assessment (
  id uuid primary key,
  municipality text not null,
  person_id uuid not null,
  service_type text not null references service_type,
  from_date date not null,
  monthly_income bigint not null check (monthly_income >= 0),
  evidence text not null check (evidence <> ''),
  assessed_by uuid not null,
  unique (municipality, person_id, service_type, from_date)
);
select atbalsts_tenant_table('fee_assessment');
comment on table fee_assessment is 'What the monthly income of a client was found to be, from a day on; it holds until the next one.';

create sequence invoice_number;
create table invoice (
  id uuid primary key,
  municipality text not null,
  number text not null unique default 'R-' || lpad(nextval('invoice_number')::text, 7, '0'),
  person_id uuid not null,
  service_type text not null references service_type,
  month date not null check (extract(day from month) = 1),
  units numeric(12, 2) not null check (units >= 0),
  unit_price bigint not null,
  share int not null check (share between 0 and 1000),
  income bigint not null,
  amount bigint not null check (amount >= 0),
  issued_on date not null,
  due_on date not null,
  issued_by uuid not null,
  citation text not null,
  version int not null default 1,
  unique (municipality, person_id, service_type, month),
  check (issued_on >= month),
  check (due_on >= issued_on)
);
select atbalsts_tenant_table('invoice');
do $$ begin
  execute format('grant usage on sequence invoice_number to %I', replace(current_user, '_owner', '_app'));
  execute format('revoke delete on invoice from %I', replace(current_user, '_owner', '_app'));
end $$;
create index on invoice (municipality, month, id);
create index on invoice (person_id);
comment on table invoice is 'What a client owes for a service in a month: one invoice for each client, service and month, whoever issues it.';

create table receipt (
  id uuid primary key,
  municipality text not null,
  key text not null check (key <> ''),
  person_id uuid not null,
  service_type text not null references service_type,
  received_on date not null,
  amount bigint not null check (amount > 0),
  reference text check (reference <> ''),
  recorded_by uuid not null,
  unique (municipality, key)
);
select atbalsts_append_only_table('receipt');
create index on receipt (municipality, person_id, service_type, received_on);
comment on table receipt is 'Money that a client paid for a service: it pays the oldest invoice first; what is left over stands to the client''s credit.';
