-- Forms by which risks and needs are assessed: data with a period, kept for ever, so that a changed form changes no old assessment.

create table assessment_form (
  kind text not null check (kind in ('FAMILY_RISK', 'NEEDS')),
  version int not null check (version > 0),
  valid_from date not null,
  valid_to date,
  assumed boolean not null,
  note_lv text not null,
  note_en text not null,
  content jsonb not null,
  primary key (kind, version),
  check (valid_to > valid_from),
  constraint assessment_form_one_a_day exclude using gist (kind with =, daterange(valid_from, valid_to) with &&)
);
select atbalsts_shared_table('assessment_form');
comment on table assessment_form is 'A version of a form: areas, criteria with the most points and the weight of each, and from which score a level is given.';
comment on column assessment_form.valid_to is 'The first day on which a later version holds; null while this one does.';
comment on column assessment_form.assumed is 'True where the criteria are in none of the documents; note says what is known.';

create table risk_assessment (
  id uuid primary key,
  municipality text not null,
  case_id uuid not null references social_case deferrable initially deferred,
  person_id uuid not null,
  household_id uuid,
  on_date date not null,
  assessed_by uuid not null,
  form_kind text not null default 'FAMILY_RISK' check (form_kind = 'FAMILY_RISK'),
  form_version int not null,
  marks jsonb not null,
  score int not null check (score >= 0),
  level text not null check (level in ('NONE', 'AT_RISK', 'HIGH_RISK')),
  next_due_on date not null check (next_due_on > on_date),
  findings text not null check (findings <> ''),
  recorded_at timestamptz(3) not null,
  foreign key (form_kind, form_version) references assessment_form (kind, version) deferrable initially deferred
);
select atbalsts_append_only_table('risk_assessment');
create index on risk_assessment (case_id, on_date, recorded_at, id);
create index on risk_assessment (person_id);
create index on risk_assessment (municipality, on_date);
comment on table risk_assessment is 'One assessment of the risks of one family, in its case. Bauska strategy 2016-2020, measure 2.3.1: risks are assessed before harm.';
comment on column risk_assessment.marks is 'Points given for each criterion of that version of the form.';
comment on column risk_assessment.next_due_on is 'By when the next one is due, by the level: as the form of that day said.';

alter table social_case add column risk_assessed_at timestamptz(3);
comment on column social_case.risk_assessed_at is 'The moment at which the risks were assessed last; null where they never were.';

-- The needs card: which version gave the level, and the points. Cards that were entered as a sum alone stay so.
alter table needs_assessment add column card_kind text not null default 'NEEDS' check (card_kind = 'NEEDS');
alter table needs_assessment add column card_version int;
alter table needs_assessment add column marks jsonb;
alter table needs_assessment add constraint needs_assessment_card check ((card_version is null) = (marks is null));
alter table needs_assessment add foreign key (card_kind, card_version) references assessment_form (kind, version) deferrable initially deferred;
create index on needs_assessment (card_kind, card_version);
comment on column needs_assessment.marks is 'Points given for each criterion of that version of the card; null where the sum alone was entered.';

create function assessment_form_is_kept() returns trigger
  language plpgsql
  as $$
begin
  if tg_op = 'DELETE' or to_jsonb(new) - 'valid_to' is distinct from to_jsonb(old) - 'valid_to' then
    raise exception 'a form by which somebody may have been assessed stays as it is' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger assessment_form_is_kept before update or delete on assessment_form for each row execute function assessment_form_is_kept();
