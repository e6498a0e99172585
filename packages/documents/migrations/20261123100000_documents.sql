-- Documents attached to records of the domain: what they are, who brought them, and, unless a store of objects is set, their bytes.
create table document (
  id uuid primary key,
  municipality text not null,
  owner_kind text not null check (owner_kind in ('APPLICATION', 'CASE', 'PLACEMENT')),
  owner_id uuid not null,
  person_id uuid,
  kind text not null check (kind ~ '^[A-Z_]{2,40}$'),
  name text not null check (name <> '' and length(name) <= 200),
  size bigint not null check (size > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  media_type text,
  state text not null check (state in ('AWAITED', 'STORED', 'REFUSED', 'DISCARDED')),
  attached_at timestamptz not null,
  attached_by text not null check (attached_by <> ''),
  attached_by_id uuid,
  stored_in text check (stored_in in ('POSTGRESQL', 'S3')),
  discard_reason text,
  check (state <> 'STORED' or (media_type is not null and stored_in is not null)),
  check (state not in ('AWAITED', 'REFUSED') or stored_in is null),
  check ((state = 'DISCARDED') = (discard_reason is not null))
);
select atbalsts_tenant_table('document');
create index document_of_owner on document (owner_id, attached_at, id);
-- The same bytes are attached to a record once, however often and concurrently they are sent.
create unique index document_once on document (owner_id, sha256) where state in ('AWAITED', 'STORED');
create index document_awaited on document (attached_at) where state = 'AWAITED';
create index document_to_remove on document (id) where state = 'DISCARDED' and stored_in is not null;
comment on table document is 'A document attached to a record of this domain. Its owner is named by kind and id; the domain checks that it is there.';
comment on column document.owner_kind is 'What it is attached to: an application, a social case, a placement.';
comment on column document.person_id is 'Whose record it is attached to, for the audit.';
comment on column document.kind is 'Type of document; the retention goes by it.';
comment on column document.sha256 is 'As declared; bytes that have another are not stored, and not handed out.';
comment on column document.media_type is 'As found in the bytes; null until they came.';
comment on column document.attached_by is 'Subject of the token that attached it; only this subject may bring the bytes.';
comment on column document.stored_in is 'Where the bytes are; null where there are none.';

create table document_content (
  document_id uuid not null references document on delete cascade,
  part int not null check (part >= 0),
  municipality text not null,
  bytes bytea not null,
  primary key (document_id, part)
);
alter table document_content alter column bytes set storage external;
select atbalsts_tenant_table('document_content');
comment on table document_content is 'The bytes of a document, part by part, so that none is ever held whole in memory.';
