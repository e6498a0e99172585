-- Who confirms a report is not who prepared it: the database says so too. What was brought in whole has nobody who confirmed it.
alter table published_report add constraint published_report_four_eyes check (confirmed_by <> prepared_by);
