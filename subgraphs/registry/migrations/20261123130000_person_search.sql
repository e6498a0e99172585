-- Searching persons by part of a name. Under row-level security PostgreSQL uses an index only for operators that cannot leak, and LIKE over trigrams is not
-- among them: on `person` every search would read the whole town. So what is searched has a table of its own, without row-level security and without a single
-- right for anybody: the functions below read it, and they take the municipality from the session alone (decision 0021).

-- Words of a text as they are compared: without diacritics, lower case, split at whatever is neither letter nor digit.
create function search_words(text) returns text language sql immutable strict parallel safe
  return btrim(regexp_replace(plain_text($1), '[^[:alnum:]]+', ' ', 'g'));
comment on function search_words is 'Lower case without diacritics, in words: "Bērziņa-Liepa" becomes "berzina liepa".';

create table person_search (
  person_id uuid primary key references person on delete cascade deferrable initially deferred,
  municipality text not null,
  sort_name text not null,
  name text not null,
  words text not null
);
comment on table person_search is 'What persons are found by; kept by triggers. Nobody but its functions may read it.';
comment on column person_search.sort_name is 'Family name and given name: lists go by it.';
comment on column person_search.name is 'The name of today in words; the rank of a match goes by it.';
comment on column person_search.words is 'Words that lead to the person, each between blanks: names, the reference and every code past or present without their hyphens.';
create index person_search_listed on person_search (municipality, sort_name, person_id);
create index person_search_words on person_search using gin (words gin_trgm_ops);
drop index person_search_name_idx;

-- It refreshes rows of persons that the statement has changed, whoever ran it: meanwhile the session sees every town (set back at the end, and by the rollback
-- where the statement fails).
create function person_search_refresh(ids uuid[]) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  asking text := coalesce(current_setting('atbalsts.municipality', true), '');
begin
  perform set_config('atbalsts.municipality', '*', true);
  -- Who changes the name and who adds a code at the same moment wait for one another, so that the second sees what the first wrote.
  perform from person p where p.id = any (ids) order by p.id for no key update;
  insert into person_search (person_id, municipality, sort_name, name, words)
  select p.id, p.municipality, p.family_name || ' ' || p.given_name, search_words(p.given_name || ' ' || p.family_name || ' ' || p.given_name),
         concat(' ', search_words(p.given_name || ' ' || p.family_name), ' ', lower(replace(p.reference, '-', '')), ' ',
                (select string_agg(replace(c.code, '-', ''), ' ') from personal_code c where c.person_id = p.id), ' ')
    from person p where p.id = any (ids)
  on conflict (person_id) do update
     set municipality = excluded.municipality, sort_name = excluded.sort_name, name = excluded.name, words = excluded.words
   where (person_search.municipality, person_search.sort_name, person_search.name, person_search.words)
         is distinct from (excluded.municipality, excluded.sort_name, excluded.name, excluded.words);
  perform set_config('atbalsts.municipality', asking, true);
end $$;

create function person_search_of_persons() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform person_search_refresh(array(select id from changed));
  return null;
end $$;
create function person_search_of_codes() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform person_search_refresh(array(select distinct person_id from changed));
  return null;
end $$;
create trigger person_search_added after insert on person referencing new table as changed for each statement execute function person_search_of_persons();
create trigger person_search_changed after update on person referencing new table as changed for each statement execute function person_search_of_persons();
create trigger person_search_added after insert on personal_code referencing new table as changed for each statement execute function person_search_of_codes();
create trigger person_search_changed after update on personal_code referencing new table as changed for each statement execute function person_search_of_codes();
create trigger person_search_removed after delete on personal_code referencing old table as changed for each statement execute function person_search_of_codes();

-- What each word of a search becomes. Digits must be a whole reference or code; a word of one or two letters must begin one (it has no trigram of its own).
create function search_patterns(search text) returns text[] language sql immutable strict parallel safe
  return (
    select coalesce(array_agg(
        case when word ~ '\d' then '% ' || word || ' %' when length(word) < 3 then '% ' || word || '%' else '%' || word || '%' end), '{}')
      from (
        select distinct word
          from regexp_split_to_table(
            search_words(regexp_replace(regexp_replace(search, '(\d{6})-(\d{5})', '\1\2', 'g'), '\m(p)-(\d+)', '\1\2', 'gi')), ' ') word
         where word <> ''
         limit 12
      ) asked
  );
comment on function search_patterns is 'The words of a search as patterns that person_search.words must all be like.';

-- One statement with as many conditions as there are words: only so can each use the index over trigrams.
create function person_search_sql(search text) returns text language sql immutable parallel safe
  return format(
    'select person_id, case when $1 ~ ''\d'' then 1000 else round(word_similarity($1, name) * 1000)::int end as rank, sort_name as name
       from person_search where municipality = $2%s',
    (select string_agg(format(' and words like %L', pattern), '' order by length(pattern) desc) from unnest(search_patterns(search)) pattern));

-- Persons of the session's municipality: the best match first, then by name. After (rank, name, id) where they are given.
create function person_found(search text, after_rank int, after_name text, after_id uuid, at_most int)
  returns table (person_id uuid, rank int, name text)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if cardinality(search_patterns(search)) = 0 then return; end if;
  return query execute
    'select * from (' || person_search_sql(search) || ') f where $3 is null or (-f.rank, f.name, f.person_id) > (-$3, $4, $5) order by -f.rank, f.name, f.person_id limit $6'
    using search_words(search), atbalsts_municipality(), after_rank, after_name, after_id, at_most;
end $$;
comment on function person_found is 'A page of the persons that a search finds in the municipality of the session.';

create function person_found_count(search text) returns bigint
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  n bigint;
begin
  if cardinality(search_patterns(search)) = 0 then return 0; end if;
  execute 'select count(*) from (' || person_search_sql(search) || ') f' into n using search_words(search), atbalsts_municipality();
  return n;
end $$;
comment on function person_found_count is 'How many persons a search finds in the municipality of the session.';

-- Everybody of the session's municipality, by name.
create function person_listed(after_name text, after_id uuid, at_most int)
  returns table (person_id uuid, rank int, name text)
  language sql stable security definer set search_path = public, pg_temp as $$
    select person_id, 0, sort_name from person_search
     where municipality = atbalsts_municipality() and (after_id is null or (sort_name, person_id) > (after_name, after_id))
     order by sort_name, person_id limit at_most
  $$;
comment on function person_listed is 'A page of all persons in the municipality of the session, by name.';

do $$
declare
  one regprocedure;
begin
  foreach one in array array['person_search_refresh(uuid[])', 'person_search_of_persons()', 'person_search_of_codes()', 'person_search_sql(text)']::regprocedure[] loop
    execute format('revoke all on function %s from public, %I', one, atbalsts_app_role());
  end loop;
end $$;

select person_search_refresh(array(select id from person));
