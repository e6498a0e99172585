-- Emergency access to one person's file ("break the glass"): for staff whose role does not allow it, with a reason, for hours. It ends by itself.
create table emergency_access (
  id uuid primary key,
  municipality text not null references municipality,
  person_id uuid not null references person deferrable initially deferred,
  subject text not null check (subject <> ''),
  role text not null,
  reason text not null check (length(btrim(reason)) >= 10),
  opened_at timestamptz not null default clock_timestamp(),
  ends_at timestamptz not null,
  closed_at timestamptz null,
  check (ends_at > opened_at and ends_at <= opened_at + interval '12 hours'),
  check (closed_at >= opened_at),
  constraint emergency_access_once exclude using gist (
    municipality with =, subject with =, person_id with =, tstzrange(opened_at, least(closed_at, ends_at)) with &&
  )
);
comment on table emergency_access is 'Who opened whose file in an emergency, why, and until when. Rows are never removed; nothing but closed_at is ever written again.';
comment on column emergency_access.subject is 'Subject of the token: who opened it. It holds for nobody else.';
comment on column emergency_access.role is 'The roles of the token, separated by a space.';
comment on column emergency_access.reason is 'Why, in the words of whoever opened it.';
comment on column emergency_access.ends_at is 'From when on it no longer holds; at most 12 hours after it was opened.';
comment on column emergency_access.closed_at is 'When it was given up before its end; null otherwise.';
create index emergency_access_listed on emergency_access (municipality, id desc);

select atbalsts_tenant_rows('emergency_access');
do $$
begin
  execute format('grant select on emergency_access to %I', atbalsts_app_role());
  execute format('grant insert (id, municipality, person_id, subject, role, reason, opened_at, ends_at) on emergency_access to %I', atbalsts_app_role());
  execute format('grant update (closed_at) on emergency_access to %I', atbalsts_app_role());
end $$;
