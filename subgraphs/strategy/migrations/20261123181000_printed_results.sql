-- What a town has printed of its years, brought in from a file (atbalsts import results): the report is compared with it.
create table printed_results (
  id uuid primary key,
  municipality text not null,
  document text not null,
  document_year int not null check (document_year between 1990 and 2200),
  tables jsonb not null,
  imported_on date not null,
  imported_by text not null,
  unique (municipality, document)
);
select atbalsts_tenant_table('printed_results');
comment on table printed_results is 'A document of published results of a town, as it was printed, errors included. Brought in again, it takes the place of what was brought in before.';
comment on column printed_results.document_year is 'The year of the tables whose columns are kinds of count instead of years.';
comment on column printed_results.tables is 'Its tables in the format of the reference files.';
