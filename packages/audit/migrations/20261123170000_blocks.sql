-- The chain of blocks that makes a change of the audit visible. An entry is written without a common lock, with nothing but its number; a sealer that
-- runs beside the requests lists what has committed in blocks, each with the hash of the one before. README.md says what that proves and what it does not.

-- ── the entries get a number ──────────────────────────────────────────────────────────────────────────────────────────────────────
alter table audit_entry add column seq bigint generated always as identity;
comment on column audit_entry.seq is 'Number in the order of writing (not of committing); the sealer goes by it. Gaps are transactions that were given up.';
create unique index audit_entry_seq on audit_entry (seq);

-- The application says what was done; the number and the time are the database's own and cannot be said by whoever writes.
do $$
begin
  execute format('revoke insert on audit_entry from %I', atbalsts_app_role());
  execute format(
    'grant insert (id, municipality, subject, role, action, person_id, object, fields, purpose, request_id) on audit_entry to %I',
    atbalsts_app_role());
end $$;

-- A transaction has its id before its first number, so that "every transaction up to that id has ended" means "no number up to that one is still to come".
create function audit_entry_numbered() returns trigger language plpgsql as $$
begin
  perform pg_current_xact_id();
  return null;
end $$;
comment on function audit_entry_numbered() is 'Gives the transaction its id before its entries get their numbers.';
create trigger audit_entry_numbered before insert on audit_entry for each statement execute function audit_entry_numbered();

create function audit_head() returns bigint language sql volatile security definer set search_path = public, pg_temp as $$
  select coalesce(pg_sequence_last_value(pg_get_serial_sequence('audit_entry', 'seq')::regclass), 0)
$$;
comment on function audit_head() is 'The last number given out, whether or not its transaction has committed.';

-- ── the blocks ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
create table audit_block (
  number bigint primary key check (number > 0),
  previous bytea not null unique,
  hash bytea not null unique check (length(hash) = 32),
  sealed_at timestamptz not null,
  entry_ids uuid[] not null,
  entry_hashes bytea not null,
  last_seq bigint not null,
  floor_seq bigint not null,
  head_seq bigint not null,
  head_xid bigint not null,
  check (cardinality(entry_ids) > 0 and length(entry_hashes) = 32 * cardinality(entry_ids))
);
comment on table audit_block is 'Append-only: the sealed blocks of audit entries, each with the hash of the one before. Written by the sealer alone.';
comment on column audit_block.number is '1, 2, 3 ... without a gap.';
comment on column audit_block.previous is 'Hash of the block before; 32 zero bytes for the first. Unique, so that the chain cannot fork.';
comment on column audit_block.hash is 'SHA-256 over everything else in the row, in the form of packages/audit/src/canonical.ts.';
comment on column audit_block.sealed_at is 'When, by the clock of the database.';
comment on column audit_block.entry_ids is 'The entries of the block, by their numbers.';
comment on column audit_block.entry_hashes is 'SHA-256 of each entry, 32 bytes each, in the order of entry_ids.';
comment on column audit_block.last_seq is 'Highest number among its entries.';
comment on column audit_block.floor_seq is 'Every entry up to this number is in this block or one before: whatever appears there later was put in.';
comment on column audit_block.head_seq is 'The last number that had been given out when the block was begun.';
comment on column audit_block.head_xid is 'A transaction id taken after head_seq was read: once every transaction up to it has ended, no number up to head_seq is still to come.';

alter table audit_block enable row level security;
alter table audit_block force row level security;
create policy sealer on audit_block using ((select atbalsts_audience()) = 'SYSTEM') with check ((select atbalsts_audience()) = 'SYSTEM');
comment on policy sealer on audit_block is 'The domain itself seals and verifies; no session of a person sees or writes a block.';
do $$
begin
  execute format('grant select, insert on audit_block to %I', atbalsts_app_role());
end $$;
