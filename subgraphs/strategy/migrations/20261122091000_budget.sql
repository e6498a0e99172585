-- Bookings are entered by people: a wrong one is taken back by a negative one, and one that is sent twice is booked once.

alter table budget_entry drop constraint budget_entry_amount_check;
alter table budget_entry add check (amount <> 0);
alter table budget_entry add column key text;
alter table budget_entry add column subject text;
create unique index budget_entry_key on budget_entry (municipality, key);
comment on column budget_entry.amount is 'Euro cents; negative where it takes back an earlier booking.';
comment on column budget_entry.key is 'A key of the caller''s, by which a booking that is sent twice is known; null: none was given.';
comment on column budget_entry.subject is 'Subject of the token of whoever booked it; null where it was brought in.';
