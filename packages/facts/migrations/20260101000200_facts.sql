-- Facts between domains. The owner writes them to its outbox in the transaction of the change; a subscriber pulls them in order of
-- position into its table fact. docs/facts.md lists every kind; none carries a name, a code or an address.

-- ── the owner's side ──────────────────────────────────────────────────────────────────────────────────────────────────────────────
create table outbox (
  id bigint generated always as identity primary key,
  kind text not null,
  key text not null,
  municipality text not null,
  body jsonb null,
  at timestamptz not null default clock_timestamp()
);

comment on table outbox is 'Append-only: what this domain tells the others, in order.';
comment on column outbox.id is 'Position. Assigned after the change it tells of has locked its row, so of two facts with one key the higher is the later.';
comment on column outbox.kind is 'Kind of the fact, see docs/facts.md.';
comment on column outbox.key is 'What the fact is about; a later fact with the same kind and key replaces it.';
comment on column outbox.municipality is 'ATVK code of the municipality whose record it is.';
comment on column outbox.body is 'What is told, by the schema of the kind; null: it no longer holds.';
comment on column outbox.at is 'When it was written, by the clock of the database.';

select atbalsts_append_only_table('outbox');

-- Positions are given out in order but transactions commit in any order. So that a slow one is never overtaken, each transaction that
-- writes to the outbox holds a shared advisory lock from before its first position until it ends. The lock's second key is the last
-- position given out before (its low 32 bits): the transaction's own positions are all greater. A pull stops at the lowest of these.
create function outbox_hold() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if current_setting('atbalsts.outbox_held', true) is distinct from 'yes' then
    -- undone together with the lock by a rollback to a savepoint, and at the end of the transaction
    perform set_config('atbalsts.outbox_held', 'yes', true);
    perform pg_advisory_xact_lock_shared(
      1178682196, -- 'FACT' in ASCII
      (select (((case when is_called then last_value else last_value - 1 end) & 4294967295) - 2147483648)::integer from outbox_id_seq)
    );
    perform pg_notify('facts', '');
  end if;
  return null;
end $$;
comment on function outbox_hold() is 'Marks the transaction as one that is writing to the outbox, before it gets its first position, and wakes the subscribers when it commits.';

create trigger outbox_hold before insert on outbox for each statement execute function outbox_hold();

create function outbox_head() returns bigint language sql volatile security definer set search_path = public, pg_temp as $$
  select case when is_called then last_value else last_value - 1 end from outbox_id_seq
$$;
comment on function outbox_head() is 'The last position given out, whether or not its transaction has committed.';

create function outbox_horizon() returns bigint language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  head bigint := outbox_head(); -- read before the locks: whoever got a position up to here holds one, or has ended
  held bigint;
begin
  -- How far each writer's lower bound lies behind the head, modulo 2^32; # turns the sign bit of the key back. A writer that began
  -- after the head was read lies ahead of it (the upper half) and does not matter.
  select max(behind) into held
    from (select (head - (objid::bigint # 2147483648)) & 4294967295 as behind
            from pg_locks
           where locktype = 'advisory' and classid = 1178682196 and objsubid = 2 and granted
             and database = (select oid from pg_database where datname = current_database())) writer
   where behind < 2147483648;
  return head - coalesce(held, 0);
end $$;
comment on function outbox_horizon() is 'The position up to which every fact has been committed or given up: nothing will ever appear at or below it.';

create function outbox_pull(after_position bigint, at_most integer, of_kinds text[])
  returns table (facts json, up_to bigint, head bigint)
  language plpgsql volatile security invoker as $$
declare
  horizon bigint;
  found integer;
begin
  -- Each statement below must see what has been committed before it began, the last after the first two.
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'outbox_pull needs a read committed transaction' using errcode = 'invalid_transaction_state';
  end if;
  head := outbox_head();
  horizon := outbox_horizon();
  select count(*), max(pulled.position), coalesce(json_agg(pulled order by pulled.position), '[]')
    into found, up_to, facts
    from (
      select o.id as position, o.kind, o.key, o.municipality, o.body, o.at
        from outbox o
       where o.id > after_position and o.id <= horizon and (of_kinds is null or o.kind = any (of_kinds))
       order by o.id
       limit at_most
    ) pulled;
  if found < at_most then
    up_to := greatest(horizon, after_position);
  end if;
  return next;
end $$;
comment on function outbox_pull(bigint, integer, text[]) is
  'Facts after a position, in order. up_to: the position to go on from. head: the last position given out. One row, whether or not there are facts.';

-- ── the subscriber's side ─────────────────────────────────────────────────────────────────────────────────────────────────────────
create table fact (
  kind text not null,
  key text not null,
  source text not null,
  municipality text not null,
  body jsonb not null,
  position bigint not null,
  at timestamptz not null,
  -- Columns rather than expressions over the body: under row-level security PostgreSQL uses an index only for comparisons that cannot
  -- leak, and ->> is not among them.
  person_id uuid generated always as ((body ->> 'personId')::uuid) stored,
  household_id uuid generated always as ((body ->> 'householdId')::uuid) stored,
  primary key (kind, key)
);

comment on table fact is 'What other domains have told this one: the latest of each kind and key. Written by the pump alone.';
comment on column fact.source is 'The domain that owns it.';
comment on column fact.position is 'Its position in the outbox of the source.';
comment on column fact.at is 'When the source wrote it.';
comment on column fact.person_id is 'personId of the body, for joins.';
comment on column fact.household_id is 'householdId of the body, for joins.';

create index fact_person on fact (person_id, kind) where person_id is not null;
create index fact_household on fact (household_id, kind) where household_id is not null;

select atbalsts_tenant_table('fact');

create function fact_analyze() returns void language sql volatile security definer set search_path = public, pg_temp as 'analyze fact';
comment on function fact_analyze() is 'Statistics for the planner, after many facts have come at once: the application role may not analyze by itself.';

create table fact_cursor (
  source text not null,
  kind text not null,
  position bigint not null default 0,
  at timestamptz not null default clock_timestamp(),
  primary key (source, kind)
);

comment on table fact_cursor is 'How far this domain has read the outbox of each source, by kind: a kind subscribed to later is read from its beginning.';
comment on column fact_cursor.source is 'The domain whose outbox it is.';
comment on column fact_cursor.kind is 'Kind of fact.';
comment on column fact_cursor.position is 'Every fact of the kind up to this position has been applied; only ever grows.';
comment on column fact_cursor.at is 'When it last grew.';

select atbalsts_shared_table('fact_cursor');

-- ── one view for each kind, so that report SQL reads like the domain ─────────────────────────────────────────────────────────────
create view person_fact with (security_invoker = true) as
select person_id, municipality, body ->> 'sex' as sex, (body ->> 'birthYear')::integer as birth_year
  from fact where kind = 'person';
comment on view person_fact is 'From registry: the sex (FEMALE, MALE) and year of birth of a person.';

create view circumstance_fact with (security_invoker = true) as
select key::uuid as id, person_id, municipality, body ->> 'kind' as kind,
       (body ->> 'from')::date as from_date, (body ->> 'until')::date as until_date
  from fact where kind = 'circumstance';
comment on view circumstance_fact is 'From registry: what a person is for a time (PENSIONER, UNEMPLOYED …); from_date counts, until_date no longer does, null: open.';

create view household_member_fact with (security_invoker = true) as
select key::uuid as id, household_id, person_id, municipality, body ->> 'relation' as relation,
       (body ->> 'since')::date as since_date, (body ->> 'until')::date as until_date
  from fact where kind = 'household-member';
comment on view household_member_fact is 'From registry: who belongs to a household, from since_date until before until_date, null: open.';

create view household_status_fact with (security_invoker = true) as
select key as id, household_id, person_id, municipality, (body ->> 'decisionId')::uuid as decision_id, body ->> 'status' as status,
       (body ->> 'from')::date as from_date, (body ->> 'until')::date as until_date
  from fact where kind = 'household-status';
comment on view household_status_fact is 'From benefits: a household''s status (NEEDY, LOW_INCOME) by a decision, with one row for each person of the household on that decision.';

create view decision_fact with (security_invoker = true) as
select key::uuid as decision_id, person_id, municipality, body ->> 'number' as number, body ->> 'benefitType' as benefit_type,
       body ->> 'outcome' as outcome, (body ->> 'on')::date as on_date
  from fact where kind = 'decision';
comment on view decision_fact is 'From benefits: a decision that has been approved, for the timeline of the person.';

create view placement_fact with (security_invoker = true) as
select key::uuid as placement_id, person_id, municipality, (body ->> 'facilityId')::uuid as facility_id, body ->> 'kind' as kind,
       (body ->> 'from')::date as from_date, (body ->> 'endedOn')::date as ended_on
  from fact where kind = 'placement';
comment on view placement_fact is 'From institutions: a stay in a facility of a kind (SHELTER …); ended_on null: still there.';

create view employee_fact with (security_invoker = true) as
select key::uuid as employee_id, municipality, (body ->> 'unitId')::uuid as unit_id, body ->> 'kind' as specialist_kind
  from fact where kind = 'employee';
comment on view employee_fact is 'From workforce: the unit (null: none at present) and kind of specialist of an employee.';

create view published_staffing_fact with (security_invoker = true) as
select municipality, (body ->> 'year')::integer as year, (body ->> 'fte')::numeric as fte, (body ->> 'employees')::integer as employees,
       (body ->> 'specialists')::integer as specialists, (body ->> 'vacantFte')::numeric as vacant_fte
  from fact where kind = 'published-staffing';
comment on view published_staffing_fact is 'From strategy: the staffing that a town has published for a year; what the region may see.';

do $$
declare
  one text;
begin
  foreach one in array array['person_fact', 'circumstance_fact', 'household_member_fact', 'household_status_fact', 'decision_fact',
                             'placement_fact', 'employee_fact', 'published_staffing_fact'] loop
    execute format('grant select on %I to %I', one, atbalsts_app_role());
  end loop;
end $$;
