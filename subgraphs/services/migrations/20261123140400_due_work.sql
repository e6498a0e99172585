-- By when social work in a case has to begin: so many working days after its opening, by the term of that day. Public holidays are data of the program.
alter table social_case add column work_due_on date check (work_due_on >= opened_on);
comment on column social_case.work_due_on is 'By when social work has to begin; null for a case of before this was kept, for which two weeks are taken.';
create index on case_goal (due_on) where outcome is null and due_on is not null;
create index on social_case (municipality) where closed_on is null;
create index on service_request (municipality, until_date) where state = 'GRANTED' and until_date is not null;
