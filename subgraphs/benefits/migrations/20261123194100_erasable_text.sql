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
  execute format('grant update (explanation, incomes, records) on decision_differences to %I', atbalsts_app_role());
end $$;
create trigger decision_differences_only_erased before update on decision_differences for each row execute function atbalsts_only_erased('explanation', 'incomes', 'records');
