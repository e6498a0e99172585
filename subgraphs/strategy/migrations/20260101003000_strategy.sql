-- Strategy: strategies with their goals, tasks and indicators, budget, published reports, project calls. Years of plans are inclusive on both sides.

create table strategy (
  id uuid primary key,
  municipality text not null,
  title_lv text not null,
  title_en text not null,
  from_year int not null,
  until_year int not null,
  mission_lv text not null,
  mission_en text not null,
  vision_lv text not null,
  vision_en text not null,
  source text not null,
  version int not null default 1,
  check (until_year >= from_year)
);
select atbalsts_tenant_table('strategy');
create index on strategy (municipality, from_year);
comment on table strategy is 'A development strategy or a yearly plan of a social service.';
comment on column strategy.source is 'The document it was entered from.';

create table strategic_goal (
  id uuid primary key,
  municipality text not null,
  strategy_id uuid not null references strategy deferrable initially deferred,
  code text not null,
  position int not null,
  title_lv text not null,
  title_en text not null,
  unique (strategy_id, code)
);
select atbalsts_tenant_table('strategic_goal');
comment on table strategic_goal is 'A strategic goal of a strategy.';

create table task (
  id uuid primary key,
  municipality text not null,
  strategy_id uuid not null references strategy deferrable initially deferred,
  goal_id uuid not null references strategic_goal deferrable initially deferred,
  parent_id uuid references task deferrable initially deferred,
  code text not null,
  position int not null,
  title_lv text not null,
  title_en text not null,
  result_lv text not null,
  result_en text not null,
  from_year int not null,
  until_year int not null,
  term_printed text,
  responsible text not null,
  funding text[] not null,
  typed_state text check (typed_state in ('PLANNED', 'UNDERWAY', 'DONE', 'DROPPED')),
  last_change_id uuid,
  version int not null default 1,
  check (until_year >= from_year),
  check (parent_id <> id),
  unique (strategy_id, code)
);
select atbalsts_tenant_table('task');
create index on task (goal_id, position);
comment on table task is 'A task of a strategy (uzdevums, rīcība); the Bauska measures (pasākumi) are sub-tasks.';
comment on column task.typed_state is 'The state that somebody entered, with evidence; null: it follows from the years. LATE is never entered.';
comment on column task.last_change_id is 'The last task_change: new evidence alone is a change too, and makes a new version.';
comment on column task.term_printed is 'The term as the document prints it, where that is more or other than two years.';

create table task_change (
  id uuid primary key,
  municipality text not null,
  task_id uuid not null references task deferrable initially deferred,
  on_date date not null,
  state text check (state in ('PLANNED', 'UNDERWAY', 'DONE', 'DROPPED')),
  from_year int,
  until_year int,
  evidence text not null check (evidence ~ '\S'),
  subject text not null
);
select atbalsts_append_only_table('task_change');
create index on task_change (task_id, on_date);
alter table task add foreign key (last_change_id) references task_change deferrable initially deferred;
comment on table task_change is 'What was changed of a task, when, by whom, and on what evidence. Never changed afterwards.';

create table indicator (
  id uuid primary key,
  municipality text not null,
  task_id uuid not null references task deferrable initially deferred,
  position int not null,
  title_lv text not null,
  title_en text not null,
  measure_table text,
  measure_row text,
  assumed boolean not null,
  check ((measure_table is null) = (measure_row is null))
);
select atbalsts_tenant_table('indicator');
create index on indicator (task_id, position);
comment on table indicator is 'How one sees that a task succeeds. Bound to a row of a report table it measures itself; unbound, somebody records its values.';
comment on column indicator.assumed is 'Its targets are in no document.';

create table indicator_target (
  id uuid primary key,
  municipality text not null,
  indicator_id uuid not null references indicator deferrable initially deferred,
  year int not null,
  value numeric not null,
  unique (indicator_id, year)
);
select atbalsts_tenant_table('indicator_target');
comment on table indicator_target is 'What an indicator should reach in a year, at least.';

create table indicator_value (
  id uuid primary key,
  municipality text not null,
  indicator_id uuid not null references indicator deferrable initially deferred,
  year int not null,
  value numeric not null,
  evidence text not null,
  unique (indicator_id, year)
);
select atbalsts_tenant_table('indicator_value');
comment on table indicator_value is 'What was recorded of an unbound indicator for a year.';

create table investment (
  id uuid primary key,
  municipality text not null,
  strategy_id uuid not null references strategy deferrable initially deferred,
  code text not null,
  parent_code text,
  position int not null,
  title_lv text not null,
  title_en text not null,
  amount bigint check (amount >= 0),
  annual boolean not null,
  municipal_share double precision check (municipal_share between 0 and 1),
  state_share double precision check (state_share between 0 and 1),
  foreign_share double precision check (foreign_share between 0 and 1),
  foreign_source text,
  unique (strategy_id, code)
);
select atbalsts_tenant_table('investment');
comment on table investment is 'A line of an investment plan. Amounts are euro cents, shares fractions of the amount; null: none is printed.';

create table swot_item (
  id uuid primary key,
  municipality text not null,
  strategy_id uuid not null references strategy deferrable initially deferred,
  kind text not null check (kind in ('STRENGTH', 'WEAKNESS', 'OPPORTUNITY', 'THREAT')),
  position int not null,
  text_lv text not null,
  text_en text not null
);
select atbalsts_tenant_table('swot_item');
create index on swot_item (strategy_id, position);
comment on table swot_item is 'One sentence of the analysis of strengths, weaknesses, opportunities and threats (SVID).';

create table progress_report (
  id uuid primary key,
  municipality text not null,
  strategy_id uuid not null references strategy deferrable initially deferred,
  year int not null,
  state text not null check (state in ('DRAFT', 'SUBMITTED', 'APPROVED')),
  summary text,
  new_problems text,
  update_grounds text,
  proposals text,
  submitted_on date,
  version int not null default 1,
  unique (strategy_id, year)
);
select atbalsts_tenant_table('progress_report');
comment on table progress_report is 'What people wrote into the yearly progress report of a strategy; tasks and figures are added when it is read.';

create table budget_entry (
  id uuid primary key,
  municipality text not null,
  year int not null,
  row_key text not null,
  kind text not null check (kind in ('PLANNED', 'EXECUTED')),
  source text not null check (source in ('MUNICIPAL', 'STATE', 'EU_FUND', 'NGO', 'CLIENT', 'DEINSTITUTIONALISATION')),
  amount bigint not null check (amount > 0),
  booked_on date not null,
  note text
);
select atbalsts_tenant_table('budget_entry');
create index on budget_entry (municipality, year, row_key);
comment on table budget_entry is 'One booking of the budget: planned or executed, in euro cents.';
comment on column budget_entry.row_key is 'Key of the row of the table funding-sources.';

create table published_report (
  id uuid primary key,
  municipality text not null,
  region text not null,
  year int not null,
  published_on date not null,
  prepared_by text not null,
  snapshot jsonb not null,
  unique (municipality, year)
);
select atbalsts_tenant_table('published_report');
comment on table published_report is 'A town''s report of a year as it was published: figures that could tell of a person are suppressed already.';

-- The region reads what its own towns have published, and nothing that is live.
create policy regional_own on published_report for select using (atbalsts_audience() = 'REGIONAL' and region = atbalsts_region());

create table project_call (
  id uuid primary key default gen_random_uuid(),
  code text not null unique,
  region text not null,
  title_lv text not null,
  title_en text not null,
  year int not null,
  round int not null,
  max_months int not null check (max_months > 0),
  ceiling bigint not null check (ceiling > 0),
  funding_rate_percent int not null check (funding_rate_percent between 1 and 100),
  infrastructure_max_percent int not null check (infrastructure_max_percent between 0 and 100),
  applicants_lv text not null,
  applicants_en text not null,
  eligible_costs text[] not null,
  conditions text[] not null,
  source text not null
);
select atbalsts_shared_table('project_call');
comment on table project_call is 'Calls for projects of the regional programmes, with their rules. Ceiling in euro cents.';
