-- Registry: the only place that holds a person's identity. Periods are half-open: until_date is the first day on which it no longer holds.

create table region (
  code text primary key,
  name_lv text not null,
  name_en text not null
);
select atbalsts_shared_table('region');
comment on table region is 'Planning regions of Latvia.';

create table municipality (
  code text primary key check (code ~ '^\d{7}$'),
  region text not null references region,
  name_lv text not null,
  name_en text not null,
  valid_from date not null,
  valid_until date,
  merged_into text references municipality
);
select atbalsts_shared_table('municipality');
create index on municipality (region);
comment on table municipality is 'Municipalities by their ATVK code; figures of a merged town stay under its own code.';

create table population (
  municipality text not null references municipality,
  year int not null,
  count int not null check (count >= 0),
  source text not null,
  primary key (municipality, year)
);
select atbalsts_shared_table('population');
comment on table population is 'Inhabitants at the start of a year, with the source of the figure.';

create table organisation (
  id uuid primary key,
  name text not null,
  kind text not null check (kind in ('NGO', 'MUNICIPAL', 'STATE', 'PRIVATE')),
  registration_number text unique
);
select atbalsts_shared_table('organisation');
comment on table organisation is 'Organisations that services are shared with; a partner signs in on behalf of one.';

-- unaccent() is only STABLE; the dictionary named outright makes it immutable, so that it can be indexed.
create function plain_text(text) returns text language sql immutable strict parallel safe
  return lower(unaccent('unaccent'::regdictionary, $1));
comment on function plain_text is 'Lower case without diacritics: "Bērziņš" becomes "berzins". What searches compare.';

create sequence person_reference_number;
create table person (
  id uuid primary key,
  municipality text not null,
  reference text not null unique default 'P-' || lpad(nextval('person_reference_number')::text, 6, '0'),
  identity_basis text not null check (identity_basis in ('PERSONAL_CODE', 'FOREIGN_DOCUMENT', 'OWN_STATEMENT')),
  given_name text not null,
  family_name text not null,
  birth_date date not null,
  sex text not null check (sex in ('FEMALE', 'MALE')),
  phone text,
  search_name text not null generated always as (plain_text(given_name || ' ' || family_name || ' ' || given_name)) stored,
  version int not null default 1
);
select atbalsts_tenant_table('person');
do $$ begin execute format('grant usage on sequence person_reference_number to %I', replace(current_user, '_owner', '_app')); end $$;
create index on person (municipality, family_name, given_name, id);
create index on person (municipality, search_name, birth_date);
create index on person using gin (search_name gin_trgm_ops);
comment on table person is 'A person known to a municipality. The pseudonymous reference tells nothing about who it is.';
comment on column person.reference is 'Pseudonym for screens and letters.';
comment on column person.search_name is 'Name without diacritics, given name on both sides so that either order is found.';

create table personal_code (
  id uuid primary key,
  municipality text not null,
  person_id uuid not null references person deferrable initially deferred,
  code text not null,
  from_date date not null,
  until_date date,
  check (until_date is null or until_date > from_date),
  constraint personal_code_one_at_a_time exclude using gist (person_id with =, daterange(from_date, until_date) with &&),
  constraint personal_code_unique unique (municipality, code)
);
select atbalsts_tenant_table('personal_code');
comment on table personal_code is 'A person''s code can change: the history is kept. Law on the Register of Natural Persons.';

create table residence (
  id uuid primary key,
  municipality text not null,
  person_id uuid not null references person deferrable initially deferred,
  place text not null references municipality,
  address text not null,
  from_date date not null,
  until_date date,
  check (until_date is null or until_date > from_date),
  constraint residence_one_at_a_time exclude using gist (person_id with =, daterange(from_date, until_date) with &&)
);
select atbalsts_tenant_table('residence');
comment on table residence is 'Declared residence over time. Declaration of the Place of Residence Law.';

create sequence household_reference_number;
create table household (
  id uuid primary key,
  municipality text not null,
  reference text not null unique default 'M-' || lpad(nextval('household_reference_number')::text, 6, '0'),
  version int not null default 1
);
select atbalsts_tenant_table('household');
do $$ begin execute format('grant usage on sequence household_reference_number to %I', replace(current_user, '_owner', '_app')); end $$;
comment on table household is 'Persons who live together and share the costs: the unit of a means test.';

create table household_member (
  id uuid primary key,
  municipality text not null,
  household_id uuid not null references household deferrable initially deferred,
  person_id uuid not null references person deferrable initially deferred,
  relation text not null,
  from_date date not null,
  until_date date,
  check (until_date is null or until_date > from_date),
  constraint household_member_one_at_a_time exclude using gist (person_id with =, daterange(from_date, until_date) with &&),
  constraint household_one_head_at_a_time exclude using gist (household_id with =, daterange(from_date, until_date) with &&) where (relation = 'HEAD')
);
select atbalsts_tenant_table('household_member');
create index on household_member (household_id);
comment on table household_member is 'Who belongs to a household from when until when; a person belongs to one at a time.';

create table circumstance (
  id uuid primary key,
  municipality text not null,
  person_id uuid not null references person deferrable initially deferred,
  kind text not null,
  from_date date not null,
  until_date date,
  evidence text not null,
  check (until_date is null or until_date > from_date),
  constraint circumstance_once_at_a_time exclude using gist (person_id with =, kind with =, daterange(from_date, until_date) with &&)
);
select atbalsts_tenant_table('circumstance');
comment on table circumstance is 'What a person is for a time (disability, pension, unemployment ...), and on what evidence.';

create table consent (
  id uuid primary key,
  municipality text not null,
  person_id uuid not null references person deferrable initially deferred,
  organisation_id uuid not null references organisation deferrable initially deferred,
  purpose text not null,
  scopes text[] not null check (cardinality(scopes) > 0),
  from_date date not null,
  until_date date not null,
  given_by_id uuid references person deferrable initially deferred,
  capacity text not null check (capacity in ('SELF', 'PARENT', 'GUARDIAN', 'TRUSTEE')),
  withdrawn_at timestamptz,
  check (until_date > from_date),
  constraint consent_once_at_a_time exclude using gist
    (person_id with =, organisation_id with =, purpose with =, daterange(from_date, until_date) with &&) where (withdrawn_at is null)
);
select atbalsts_tenant_table('consent');
create index on consent (person_id);
create index on consent (organisation_id, person_id);
comment on table consent is 'A person lets an organisation see named parts of the file, for a purpose, until a day. Regulation (EU) 2016/679, article 7.';

-- A partner organisation belongs to no municipality: it sees its own consents, and who gave them.
create policy partner_own_consents on consent for select
  using (atbalsts_audience() = 'PARTNER' and organisation_id = atbalsts_organisation());
create policy partner_consenting_persons on person for select
  using (atbalsts_audience() = 'PARTNER' and exists (select 1 from consent c where c.person_id = person.id));
-- Codes and residences only while a consent that was not withdrawn opens them. Whether it holds on the day in question the application checks:
-- the day is that of its clock in Riga, which the database does not know.
create policy partner_consenting_persons on personal_code for select
  using (atbalsts_audience() = 'PARTNER' and exists (
    select 1 from consent c
    where c.person_id = personal_code.person_id and c.organisation_id = atbalsts_organisation() and c.withdrawn_at is null and 'IDENTITY' = any (c.scopes)));
create policy partner_consenting_persons on residence for select
  using (atbalsts_audience() = 'PARTNER' and exists (
    select 1 from consent c
    where c.person_id = residence.person_id and c.organisation_id = atbalsts_organisation() and c.withdrawn_at is null and 'CONTACT' = any (c.scopes)));
