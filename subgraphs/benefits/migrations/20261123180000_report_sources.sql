-- Payments are the mass of what the report counts, and each changes the figures of the one year in which it was paid; one that is not paid changes none.
insert into report_source_year (source, expression) values ('payment', 'coalesce(extract(year from paid_on), -1)');
-- Which benefits are guarantees for orphans.
select atbalsts_counted_table('benefit_type', 'shared');
