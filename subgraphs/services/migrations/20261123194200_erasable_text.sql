-- Text of records that are written once can be erased with its person, after the retention period: the application may put the tombstone there, and nothing else.
create function atbalsts_only_erased() returns trigger
  language plpgsql
  as $$
begin
  if exists (
    select from jsonb_each(to_jsonb(new)) n join jsonb_each(to_jsonb(old)) o using (key)
     where n.value is distinct from o.value
       and not (key = any (tg_argv) and (jsonb_typeof(n.value) = 'null' or n.value in ('[]', '{}') or n.value #>> '{}' like 'dzēsts%'))
  ) then
    raise exception '% is written once: of a person it is erased, and never otherwise changed', tg_table_name using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
comment on function atbalsts_only_erased() is 'A row that is written once may lose its text when its person is erased (atbalsts person erase), and is never otherwise changed.';
revoke all on function atbalsts_only_erased() from public;

do $$
begin
  execute format('grant update (from_place, to_place) on trip to %I', atbalsts_app_role());
  execute format('grant update (place) on meal_issue to %I', atbalsts_app_role());
  execute format('grant update (reference) on receipt to %I', atbalsts_app_role());
  execute format('grant update (findings) on risk_assessment to %I', atbalsts_app_role());
  execute format('grant update (findings) on service_review to %I', atbalsts_app_role());
  execute format('grant update (reason) on waiting_list_change to %I', atbalsts_app_role());
  execute format('grant update (note) on violence_follow_up to %I', atbalsts_app_role());
end $$;
create trigger trip_only_erased before update on trip for each row execute function atbalsts_only_erased('from_place', 'to_place');
create trigger meal_issue_only_erased before update on meal_issue for each row execute function atbalsts_only_erased('place');
create trigger receipt_only_erased before update on receipt for each row execute function atbalsts_only_erased('reference');
create trigger risk_assessment_only_erased before update on risk_assessment for each row execute function atbalsts_only_erased('findings');
create trigger service_review_only_erased before update on service_review for each row execute function atbalsts_only_erased('findings');
create trigger waiting_list_change_only_erased before update on waiting_list_change for each row execute function atbalsts_only_erased('reason');
create trigger violence_follow_up_only_erased before update on violence_follow_up for each row execute function atbalsts_only_erased('note');

-- The same of a report of violence, whose trigger is of its own: after it was examined its words may be erased, and contact be left empty.
create or replace function violence_report_stays() returns trigger
  language plpgsql
  as $$
declare
  later constant text[] := array['person_id', 'outcome', 'findings', 'examined_on', 'examined_by', 'version'];
  words constant text[] := array['reporter_contact', 'victim_described', 'place', 'account', 'findings'];
  was constant jsonb := to_jsonb(old);
  told jsonb := to_jsonb(new);
  word text;
begin
  if old.examined_on is not null then
    foreach word in array words loop
      if told ->> word like 'dzēsts%' or (word = 'reporter_contact' and told ->> word is null) then
        told := jsonb_set(told, array[word], was -> word);
      end if;
    end loop;
  end if;
  if told - later is distinct from was - later or (old.person_id is not null and new.person_id is distinct from old.person_id)
     or (old.examined_on is not null and (told -> 'outcome', told -> 'findings', told -> 'examined_on', told -> 'examined_by')
         is distinct from (was -> 'outcome', was -> 'findings', was -> 'examined_on', was -> 'examined_by')) then
    raise exception 'what was told of violence, and what was found, stays as it was recorded' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
