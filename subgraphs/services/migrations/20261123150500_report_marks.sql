-- Records that the annual report counts and that are written once: a change of them is marked like that of any tenant table (decision record 0031).
select atbalsts_counted_table('receipt', 'tenant');
select atbalsts_counted_table('programme_session', 'tenant');
select atbalsts_counted_table('session_attendance', 'tenant');

-- Reports of assistants and receipts are the mass of what is counted, and each changes the figures of one year: in which it was approved, in which it came.
insert into report_source_year (source, expression) values
  ('assistant_report', 'coalesce(extract(year from decided_on), -1)'),
  ('receipt', 'extract(year from received_on)');
