-- Applications that come in a town's spreadsheet: lines wait here to be checked together, and are gone when the import ends, whichever way.
create function import_id() returns uuid language sql volatile parallel safe
  return encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
    placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6), 52, 1), 53, 1), 'hex')::uuid;
comment on function import_id is 'UUID version 7, for rows that an import makes many of with one statement.';

create unlogged table application_import_line (
  run_id uuid not null,
  municipality text not null,
  line int not null,
  application_id uuid not null default import_id(),
  applicant_id uuid not null,
  household_id uuid not null,
  benefit_type text not null,
  legal_ground text not null,
  submitted_on date not null,
  payee_account text,
  claimed_costs bigint,
  primary key (run_id, line)
);
select atbalsts_tenant_table('application_import_line');
comment on table application_import_line is 'Lines of an import that is under way. Unlogged: a crash undoes the import anyway.';

create table import_run (
  id uuid primary key,
  municipality text not null,
  kind text not null check (kind in ('applications')),
  file_hash text not null check (file_hash ~ '^[0-9a-f]{64}$'),
  lines int not null check (lines > 0),
  operator text not null check (operator ~ '\S'),
  at timestamptz not null default clock_timestamp(),
  constraint import_run_once unique (municipality, file_hash)
);
select atbalsts_append_only_table('import_run');
comment on table import_run is 'Files that were imported, so that the same one is not imported again.';
