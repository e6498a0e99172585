-- The auditor's look at a period: who looked at how many persons in a day.
create index audit_entry_by_day on audit_entry (municipality, at);
