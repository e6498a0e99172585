-- Reports of violence and submissions of inhabitants: recorded at once, due on a day that a dated rule says, never deleted.

create table service_term (
  code text not null check (code ~ '^[a-z][a-z.-]*$'),
  municipality text check (municipality ~ '^\d{7}$'),
  valid_from date not null,
  valid_until date,
  months int not null default 0 check (months >= 0),
  days int not null default 0 check (days >= 0),
  citation text not null check (citation <> ''),
  assumed boolean not null,
  check (valid_until > valid_from),
  exclude using gist (code with =, (coalesce(municipality, '')) with =, daterange(valid_from, valid_until) with &&)
);
select atbalsts_shared_table('service_term');
comment on table service_term is 'Within how long something must be done. A rule of the municipality goes before the national one (municipality null); assumed: no document says it.';
insert into service_term (code, valid_from, months, days, citation, assumed) values
  ('violence.danger', '2015-01-01', 0, 0, 'Tūlītējas briesmas: tajā pašā dienā (pieņēmums)', true),
  ('violence.child', '2015-01-01', 0, 1, 'Bērns: nākamajā dienā (pieņēmums; ziņošanas pienākums: Bērnu tiesību aizsardzības likuma 73. pants)', true),
  ('violence.adult', '2015-01-01', 0, 10, 'Pilngadīga persona: desmit dienās (pieņēmums)', true),
  ('submission.answer', '2008-01-01', 1, 0, 'Iesniegumu likuma 5. panta trešā daļa: ne vēlāk kā mēneša laikā no saņemšanas', false);

-- ── violence ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
create sequence violence_report_number;
create table violence_report (
  id uuid primary key,
  municipality text not null,
  number text not null unique default 'V-' || lpad(nextval('violence_report_number')::text, 6, '0'),
  key text not null check (key <> ''),
  received_at timestamptz(3) not null,
  received_on date not null,
  happened_on date,
  reporter text not null check (reporter in ('VICTIM', 'RELATIVE', 'NEIGHBOUR', 'POLICE', 'MEDICAL', 'SCHOOL', 'SOCIAL_SERVICE', 'OTHER', 'ANONYMOUS')),
  reporter_contact text check (reporter_contact <> ''),
  victim text not null check (victim in ('CHILD', 'ADULT')),
  person_id uuid,
  victim_described text check (victim_described <> ''),
  kinds text[] not null check (kinds <@ array['PHYSICAL', 'SEXUAL', 'EMOTIONAL', 'ECONOMIC', 'CONTROL', 'NEGLECT', 'UNKNOWN']),
  place text check (place <> ''),
  account text not null check (account <> ''),
  danger boolean not null,
  due_on date not null,
  term_citation text not null,
  recorded_by uuid not null,
  outcome text check (outcome in ('CONFIRMED', 'NOT_CONFIRMED', 'PASSED_ON')),
  findings text check (findings <> ''),
  examined_on date,
  examined_by uuid,
  version int not null default 1,
  unique (municipality, key),
  check (happened_on <= received_on),
  check (due_on >= received_on),
  check (examined_on >= received_on),
  check ((outcome is null) = (examined_on is null) and (outcome is null) = (examined_by is null) and (outcome is null) = (findings is null)),
  check (person_id is not null or victim_described is not null)
);
select atbalsts_tenant_table('violence_report');
do $$ begin
  execute format('grant usage on sequence violence_report_number to %I', replace(current_user, '_owner', '_app'));
  execute format('revoke delete on violence_report from %I', replace(current_user, '_owner', '_app'));
end $$;
create index on violence_report (person_id) where person_id is not null;
create index on violence_report (municipality, received_at, id);
create index on violence_report (municipality, due_on, id) where examined_on is null;
comment on table violence_report is 'Somebody told of violence. It cannot be deleted, and what was told cannot be changed: trigger violence_report_stays.';
comment on column violence_report.due_on is 'By when it must be examined, as the rule in service_term says on the day it came.';

create function violence_report_stays() returns trigger
  language plpgsql
  as $$
declare
  later constant text[] := array['person_id', 'outcome', 'findings', 'examined_on', 'examined_by', 'version'];
begin
  if to_jsonb(new) - later is distinct from to_jsonb(old) - later or (old.person_id is not null and new.person_id is distinct from old.person_id)
     or (old.examined_on is not null and (new.outcome, new.findings, new.examined_on, new.examined_by)
         is distinct from (old.outcome, old.findings, old.examined_on, old.examined_by)) then
    raise exception 'what was told of violence, and what was found, stays as it was recorded' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger violence_report_stays before update on violence_report for each row execute function violence_report_stays();

create table violence_follow_up (
  id uuid primary key,
  municipality text not null,
  report_id uuid not null references violence_report deferrable initially deferred,
  kind text not null check (kind in ('CASE', 'REFERRAL', 'PLACEMENT', 'POLICE', 'ORPHANS_COURT', 'MEDICAL_HELP', 'OTHER')),
  object_id uuid,
  note text check (note <> ''),
  on_date date not null,
  added_by uuid not null,
  check ((kind in ('CASE', 'REFERRAL', 'PLACEMENT')) = (object_id is not null)),
  check (object_id is not null or note is not null)
);
select atbalsts_append_only_table('violence_follow_up');
create unique index violence_follow_up_once on violence_follow_up (report_id, kind, coalesce(object_id::text, note));
comment on table violence_follow_up is 'What followed a report of violence: a case, a referral, a bed, the police.';

-- ── complaints and suggestions ────────────────────────────────────────────────────────────────────────────────────────────────────
create sequence submission_number;
create table submission (
  id uuid primary key,
  municipality text not null,
  number text not null unique default 'I-' || lpad(nextval('submission_number')::text, 6, '0'),
  key text not null check (key <> ''),
  kind text not null check (kind in ('COMPLAINT', 'SUGGESTION', 'THANKS')),
  received_on date not null,
  person_id uuid,
  sender text check (sender <> ''),
  contact text check (contact <> ''),
  about_id uuid,
  text text not null check (text <> ''),
  due_on date not null,
  term_citation text not null,
  recorded_by uuid not null,
  answered_on date,
  answered_by uuid,
  answer text check (answer <> ''),
  version int not null default 1,
  unique (municipality, key),
  check (due_on >= received_on),
  check (answered_on >= received_on),
  check (answered_by <> about_id),
  check ((answered_on is null) = (answered_by is null) and (answered_on is null) = (answer is null))
);
select atbalsts_tenant_table('submission');
do $$ begin
  execute format('grant usage on sequence submission_number to %I', replace(current_user, '_owner', '_app'));
  execute format('revoke delete on submission from %I', replace(current_user, '_owner', '_app'));
end $$;
create index on submission (person_id) where person_id is not null;
create index on submission (municipality, received_on, id);
create index on submission (municipality, due_on, id) where answered_on is null;
comment on table submission is 'A complaint, a suggestion or thanks. Law on Submissions, section 5: answered within a month. Not by whom it is about.';
