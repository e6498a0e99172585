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
