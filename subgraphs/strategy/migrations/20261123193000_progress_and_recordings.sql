-- A progress report is approved by another person than who submitted it, and stays as it was approved; what an unbound indicator reached is recorded, and corrected with its history.

alter table progress_report add column submitted_by text;
alter table progress_report add column submitted_employee_id uuid;
alter table progress_report add column approved_on date;
alter table progress_report add column approved_by text;
alter table progress_report add column council_decision text;
alter table progress_report add column document_lv text;
alter table progress_report add column document_en text;
alter table progress_report add constraint progress_report_four_eyes check (approved_by <> submitted_by);
comment on column progress_report.submitted_by is 'Subject of whoever submitted it last; null where it was brought in.';
comment on column progress_report.submitted_employee_id is 'The employee behind that token: the same person does not approve it, under whatever account.';
comment on column progress_report.council_decision is 'The decision by which the council approved it.';
comment on column progress_report.document_lv is 'The report as it was approved, in Markdown; null until then.';

create table indicator_recording (
  id uuid primary key,
  municipality text not null,
  indicator_id uuid not null references indicator deferrable initially deferred,
  year int not null,
  number int not null check (number > 0),
  value numeric not null,
  evidence text not null check (evidence ~ '\S'),
  on_date date not null,
  subject text not null,
  unique (indicator_id, year, number)
);
select atbalsts_append_only_table('indicator_recording');
comment on table indicator_recording is 'Every value that was recorded of an unbound indicator for a year, the first and its corrections; indicator_value has the last. Never changed afterwards.';
comment on column indicator_recording.number is 'The first recording of a year is 1, each correction one more.';
