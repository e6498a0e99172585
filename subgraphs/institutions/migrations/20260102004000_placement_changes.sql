-- How a placement goes on after the admission: an emergency confirmed by somebody else, a stay continued by a transfer.

alter table placement
  add column admitted_on date,
  add column confirmed_by text,
  add column confirmed_on date,
  add column continues_id uuid references placement deferrable initially deferred;
-- Row-level security would hide the rows from an update here; a rewrite of the column sees them all.
alter table placement alter column admitted_on type date using least(from_date, current_date);
alter table placement
  alter column admitted_on set not null,
  drop constraint placement_one_basis,
  -- A stay that continues another goes on with its basis, or has a granted request of its own.
  add constraint placement_one_basis check (
    case when continues_id is null then (request_id is null) <> (emergency is null) else emergency is null end),
  add constraint placement_continued_once unique (continues_id),
  add constraint placement_confirmed_by_another check (confirmed_by <> admitted_by),
  add constraint placement_confirmation check (
    (confirmed_by is null) = (confirmed_on is null) and (confirmed_by is null or emergency is not null) and confirmed_on >= admitted_on);
create index on placement (municipality, admitted_on, id) where emergency is not null and confirmed_by is null;
comment on column placement.admitted_on is 'The day on which it was entered: an emergency is to be confirmed by the end of the next.';
comment on column placement.confirmed_by is 'Subject of the token that confirmed the emergency: another one than admitted.';
comment on column placement.confirmed_on is 'The day of the confirmation.';
comment on column placement.continues_id is 'The stay that a transfer ended on the first day of this one; its basis goes on.';

create or replace view stay with (security_invoker = true) as
select p.id, p.municipality, p.person_id, p.facility_id, p.place_id, p.accommodation, p.from_date, p.ended_on, p.destination, p.funding, p.request_id,
       f.kind, f.address,
       daterange(p.from_date, case when p.ended_on = p.from_date then p.from_date + 1 else p.ended_on end) as days,
       p.continues_id
  from placement p join facility f on f.id = p.facility_id;
