-- Codes rest on something, and an identity that was corrected or changed is kept as it was. Regulation (EU) 2016/679, articles 5(1)(d) and 16.
alter table personal_code add evidence text check (evidence ~ '\S');
comment on column personal_code.evidence is 'On what the code rests; null where it was recorded with the person.';

create table former_identity (
  id uuid primary key,
  municipality text not null,
  person_id uuid not null references person deferrable initially deferred,
  given_name text not null,
  family_name text not null,
  birth_date date not null,
  sex text not null check (sex in ('FEMALE', 'MALE')),
  until_date date not null,
  reason text not null check (reason in ('CORRECTION', 'CHANGE')),
  evidence text not null check (evidence ~ '\S'),
  recorded_at timestamptz not null default clock_timestamp()
);
select atbalsts_tenant_table('former_identity');
create index on former_identity (person_id, until_date);
comment on table former_identity is 'The identity of a person as it was recorded before a correction or a change.';
comment on column former_identity.until_date is 'First day from which the identity that followed it holds.';
comment on column former_identity.evidence is 'On what the correction or change rests.';
