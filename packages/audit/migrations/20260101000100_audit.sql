-- Who looked at, or changed, whose records: one row for each act, written in the transaction of the act itself.
-- The application role may add and read, never change or remove (Regulation (EU) 2016/679, articles 5(2) and 30: accountability).
create table audit_entry (
  id uuid primary key,
  at timestamptz not null default clock_timestamp(),
  municipality text not null,
  subject text not null check (subject <> ''),
  role text not null,
  action text not null check (action <> ''),
  person_id uuid null,
  object text null,
  fields text[] not null default '{}',
  purpose text null,
  request_id text not null
);

comment on table audit_entry is 'Append-only: who did what to whose records, for what, when. Kept in the domain whose records they are.';
comment on column audit_entry.id is 'UUID version 7, made by the application; also the cursor of a page.';
comment on column audit_entry.at is 'When the entry was written, by the clock of the database.';
comment on column audit_entry.municipality is 'ATVK code of the municipality whose record it is; row-level security goes by it.';
comment on column audit_entry.subject is 'Subject of the token: who acted.';
comment on column audit_entry.role is 'The roles of the token at that moment, separated by a space.';
comment on column audit_entry.action is 'The action of the action table in packages/auth, such as person.register.';
comment on column audit_entry.person_id is 'Whose record; null where the record is nobody''s (a strategy task).';
comment on column audit_entry.object is 'Which record, as kind:id, such as application:0198…; null where the person is the object.';
comment on column audit_entry.fields is 'Names of the fields read or changed, sorted; never their values.';
comment on column audit_entry.purpose is 'For what, as the caller stated it.';
comment on column audit_entry.request_id is 'x-request-id of the request: the same in every domain that the request touched.';

-- A person's trail, newest first, page by page.
create index audit_entry_trail on audit_entry (person_id, at desc, id desc);

select atbalsts_append_only_table('audit_entry');

-- A partner's session has no municipality, and reading or delivering through a referral is recorded with the town whose client it is:
-- whoever acts may add. What a session may see stays with the policy above.
create policy record on audit_entry for insert with check (atbalsts_audience() is not null);
