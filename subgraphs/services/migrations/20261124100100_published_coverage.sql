-- What a region sees of coverage comes as facts of what a town has published; the table that was to hold it was never filled.
drop table published_coverage;

-- A region belongs to no municipality: of services it reads what the towns of its own have published, nothing else.
create policy regional_published on fact for select
  using (atbalsts_audience() = 'REGIONAL' and kind = 'published-coverage' and body ->> 'region' = atbalsts_region());
