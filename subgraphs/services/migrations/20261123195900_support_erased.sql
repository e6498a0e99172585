-- The note of support is written once like other text, and can be erased with its person like it.
do $$ begin execute format('grant update (note) on support_record to %I', atbalsts_app_role()); end $$;
create trigger support_record_only_erased before update on support_record for each row execute function atbalsts_only_erased('note');
