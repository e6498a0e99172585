-- Who acts for a child or a ward, from when until when, on what evidence.
create table representation (
  id uuid primary key,
  municipality text not null,
  person_id uuid not null references person deferrable initially deferred,
  representative_id uuid not null references person deferrable initially deferred,
  kind text not null check (kind in ('PARENT', 'GUARDIAN', 'FOSTER_PARENT', 'TRUSTEE')),
  from_date date not null,
  until_date date,
  evidence text not null check (evidence ~ '\S'),
  end_evidence text check (end_evidence ~ '\S'),
  version int not null default 1,
  check (until_date is null or until_date > from_date),
  check (end_evidence is null or until_date is not null),
  constraint representation_of_another check (person_id <> representative_id),
  constraint representation_once_at_a_time exclude using gist
    (person_id with =, representative_id with =, kind with =, daterange(from_date, until_date) with &&)
);
select atbalsts_tenant_table('representation');
create index on representation (person_id);
create index on representation (representative_id);
comment on table representation is 'Who acts for a child or a ward: parents, guardians, foster parents, trustees. Civil Law, sections 177, 217 and 354.';
comment on column representation.until_date is 'First day on which it no longer holds; null while no end is recorded. Over a child it ends with the coming of age by itself.';
comment on column representation.end_evidence is 'On what its end rests.';

alter table consent
  add constraint consent_given_by_another check ((capacity = 'SELF') = (given_by_id is null or given_by_id = person_id));
create index on consent (given_by_id) where given_by_id is not null;
