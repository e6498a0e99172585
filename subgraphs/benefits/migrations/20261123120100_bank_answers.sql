-- The bank's own answers to a batch: the same file counts once, however often it comes.
create table bank_answer (
  batch_id uuid not null references payment_batch deferrable initially deferred,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  municipality text not null,
  format text not null check (format in ('PAIN_002', 'CSV')),
  paid integer not null check (paid >= 0),
  rejected integer not null check (rejected >= 0),
  applied_by uuid not null,
  applied_on date not null,
  primary key (batch_id, digest)
);
select atbalsts_tenant_table('bank_answer');
comment on table bank_answer is 'An answer of the bank that was applied to a batch: its SHA-256, and what it said of how many payments. The file itself is not kept.';
