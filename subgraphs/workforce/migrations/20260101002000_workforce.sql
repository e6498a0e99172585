-- Workforce: units, posts and who holds them, employments, training and supervision.
-- Periods are half-open: until_date is the first day on which it no longer holds. FTE and hours are hundredths: whole numbers, never floats.

-- unaccent() is only STABLE; the dictionary named outright makes it immutable, so that it can be indexed.
create function plain_text(text) returns text language sql immutable strict parallel safe
  return lower(unaccent('unaccent'::regdictionary, $1));
comment on function plain_text is 'Lower case without diacritics: "Kļavleja" becomes "klavleja". What searches compare.';

create table unit (
  id uuid primary key,
  municipality text not null,
  parent_id uuid references unit deferrable initially deferred,
  label_lv text not null,
  label_en text not null,
  position int not null,
  check (parent_id <> id)
);
select atbalsts_tenant_table('unit');
create index on unit (municipality, position);
comment on table unit is 'Units of a social service, as a tree.';
comment on column unit.position is 'Order in which the units of the municipality are listed.';

create table employee (
  id uuid primary key,
  municipality text not null,
  name text not null,
  search_name text not null generated always as (plain_text(name)) stored,
  specialisations text[] not null default '{}',
  territories text[] not null default '{}',
  version int not null default 1
);
select atbalsts_tenant_table('employee');
create index on employee (municipality, name, id);
create index on employee using gin (search_name gin_trgm_ops);
comment on table employee is 'Who works or worked for the social service.';
comment on column employee.specialisations is 'Target groups that the employee works with: one employee can cover several.';
comment on column employee.territories is 'Parts of the municipality that the employee covers.';

create table employment (
  id uuid primary key,
  municipality text not null,
  employee_id uuid not null references employee deferrable initially deferred,
  kind text not null check (kind in ('SENIOR_SOCIAL_WORKER', 'SOCIAL_WORKER', 'CHARITABLE_SOCIAL_WORKER', 'SOCIAL_CARER', 'SOCIAL_REHABILITATOR',
    'SOCIAL_ASSISTANCE_ORGANISER', 'CARER', 'PSYCHOLOGIST', 'OCCUPATIONAL_THERAPIST', 'ASSISTANT', 'OTHER')),
  from_date date not null,
  until_date date,
  check (until_date is null or until_date > from_date),
  constraint employment_one_at_a_time exclude using gist (employee_id with =, daterange(from_date, until_date) with &&)
);
select atbalsts_tenant_table('employment');
create index on employment (municipality, kind, from_date);
comment on table employment is 'From when until when somebody is employed, and as what: a promotion ends one row and begins the next. Headcounts count these.';

create table post (
  id uuid primary key,
  municipality text not null,
  unit_id uuid not null references unit deferrable initially deferred,
  fte_hundredths int not null check (fte_hundredths > 0 and fte_hundredths <= 200),
  from_date date not null,
  until_date date,
  check (until_date is null or until_date > from_date)
);
select atbalsts_tenant_table('post');
create index on post (unit_id);
create index on post (municipality, from_date);
comment on table post is 'A post of a unit (likme, amata vieta), from its creation until its abolition, whether or not somebody holds it.';
comment on column post.fte_hundredths is 'Hundredths of a full-time post: 100 is one.';

create table post_assignment (
  id uuid primary key,
  municipality text not null,
  post_id uuid not null references post deferrable initially deferred,
  employee_id uuid not null references employee deferrable initially deferred,
  from_date date not null,
  until_date date,
  check (until_date is null or until_date > from_date),
  constraint post_held_by_one exclude using gist (post_id with =, daterange(from_date, until_date) with &&)
);
select atbalsts_tenant_table('post_assignment');
create index on post_assignment (employee_id, from_date);
create index on post_assignment (municipality, post_id);
comment on table post_assignment is 'Who holds a post from when until when. A post is held by one employee at a time; an employee may hold several.';

create table training_record (
  id uuid primary key,
  municipality text not null,
  employee_id uuid not null references employee deferrable initially deferred,
  on_date date not null,
  topic text not null,
  hours_hundredths int not null check (hours_hundredths > 0 and hours_hundredths <= 2400)
);
select atbalsts_tenant_table('training_record');
create index on training_record (employee_id, on_date);
comment on table training_record is 'Training that an employee attended on a day.';

create table supervision_record (
  id uuid primary key,
  municipality text not null,
  employee_id uuid not null references employee deferrable initially deferred,
  on_date date not null,
  form text not null check (form in ('INDIVIDUAL', 'GROUP')),
  hours_hundredths int not null check (hours_hundredths > 0 and hours_hundredths <= 2400)
);
select atbalsts_tenant_table('supervision_record');
create index on supervision_record (employee_id, on_date);
comment on table supervision_record is 'Supervision (supervīzija) of an employee on a day, alone or in a group.';

-- The region belongs to no municipality: of the workforce it reads what a town has published, nothing else.
create policy regional_published on fact for select using (atbalsts_audience() = 'REGIONAL' and kind = 'published-staffing');
