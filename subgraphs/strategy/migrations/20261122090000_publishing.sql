-- One person prepares a report, another confirms it: until then the region sees nothing of it.

create table prepared_report (
  id uuid primary key,
  municipality text not null,
  year int not null,
  prepared_on date not null,
  subject text not null,
  employee_id uuid,
  snapshot jsonb not null,
  staffing jsonb,
  unique (municipality, year)
);
select atbalsts_tenant_table('prepared_report');
comment on table prepared_report is 'A report that one person has prepared and nobody has confirmed yet: exactly what would be published, small counts withheld already.';
comment on column prepared_report.employee_id is 'The employee behind the token of whoever prepared it: the same person does not confirm it, under whatever account.';
comment on column prepared_report.staffing is 'Body of the fact published-staffing that goes with it; null where the region is to see none.';

alter table published_report add column confirmed_by text;
comment on column published_report.confirmed_by is 'Subject of whoever confirmed it; null where it was brought in whole.';
