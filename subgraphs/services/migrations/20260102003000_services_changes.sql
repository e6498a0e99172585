-- What the changes of the services need beyond the tables: what was proposed, who had a case before, and what a partner may write.

-- ── decisions on requests ─────────────────────────────────────────────────────────────────────────────────────────────────────────
alter table service_request add column outcome text check (outcome in ('GRANT', 'WAIT', 'REFUSE'));
update service_request set outcome = case state when 'GRANTED' then 'GRANT' when 'ENDED' then 'GRANT' when 'WAITING' then 'WAIT' when 'REFUSED' then 'REFUSE' end;
-- A proposal of which nobody wrote down what it proposes cannot be confirmed: it has to be made again.
update service_request r set proposed_by = null, version = version + 1,
    state = case when exists (select from needs_assessment n where n.request_id = r.id) then 'ASSESSED' else 'SUBMITTED' end
  where state = 'PROPOSED';
alter table service_request add constraint service_request_outcome check (
  case when state in ('SUBMITTED', 'ASSESSED') then outcome is null
       when state = 'PROPOSED' then outcome is not null
       when state = 'WAITING' then coalesce(outcome, '') = 'WAIT'
       when state = 'REFUSED' then coalesce(outcome, '') = 'REFUSE'
       else coalesce(outcome, '') = 'GRANT' end);
create unique index service_request_one_undecided on service_request (person_id, service_type)
  where state in ('SUBMITTED', 'ASSESSED', 'PROPOSED', 'WAITING');
create index on waiting_list_entry (request_id);
comment on column service_request.outcome is 'What was proposed; with the second person''s confirmation it is what was decided.';

-- ── handover of a case ────────────────────────────────────────────────────────────────────────────────────────────────────────────
create table case_handover (
  id uuid primary key,
  municipality text not null,
  case_id uuid not null references social_case deferrable initially deferred,
  on_date date not null,
  from_id uuid not null,
  to_id uuid not null check (to_id <> from_id),
  reason text not null check (reason <> '')
);
select atbalsts_tenant_table('case_handover');
create index on case_handover (case_id, on_date, id);
comment on table case_handover is 'Who handed a case over to whom, when and why: the responsible employee before is not forgotten.';

-- ── what a partner may write ──────────────────────────────────────────────────────────────────────────────────────────────────────
-- A partner belongs to no municipality. It answers a referral that is offered to it, and delivers on one that it has accepted; nothing else.
create policy partner_answers_referrals on referral for update
  using (atbalsts_audience() = 'PARTNER' and organisation_id = atbalsts_organisation() and state = 'OFFERED')
  with check (atbalsts_audience() = 'PARTNER' and organisation_id = atbalsts_organisation() and state in ('ACCEPTED', 'DECLINED'));

create function referral_partner_only_answers() returns trigger
  language plpgsql
  as $$
declare
  answer constant text[] := array['state', 'answered_on', 'decline_reason', 'version'];
begin
  if to_jsonb(new) - answer is distinct from to_jsonb(old) - answer then
    raise exception 'a partner answers a referral and changes nothing else of it' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger referral_partner_only_answers before update on referral
  for each row when (atbalsts_audience() = 'PARTNER') execute function referral_partner_only_answers();

create policy partner_records_deliveries on delivery for insert
  with check (atbalsts_audience() = 'PARTNER' and organisation_id = atbalsts_organisation()
    and exists (select from referral r where r.id = delivery.referral_id and r.organisation_id = delivery.organisation_id
      and r.municipality = delivery.municipality and r.state = 'ACCEPTED'));
