-- A person whose identity was erased after the retention periods: the row stays, so that figures stay true. Regulation (EU) 2016/679, articles 5(1)(e) and 17.
alter table person add erased_on date;
comment on column person.erased_on is 'The day on which the identity was replaced by a tombstone; null while it is kept.';
