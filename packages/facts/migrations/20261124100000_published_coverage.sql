-- What a town has published of its services: the only coverage that a region sees.
create view published_coverage_fact with (security_invoker = true) as
select municipality, (body ->> 'year')::integer as year, body ->> 'region' as region, body ->> 'serviceType' as service_type,
       body ->> 'provision' as provision, (body ->> 'clients')::integer as clients
  from fact where kind = 'published-coverage';
comment on view published_coverage_fact is 'From strategy: how a town gave a service in a year, as it published it; clients null: withheld.';

do $$
begin
  execute format('grant select on published_coverage_fact to %I', atbalsts_app_role());
end $$;
