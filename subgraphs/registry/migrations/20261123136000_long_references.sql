-- lpad() cuts what is longer: the millionth person would have had the reference of the hundred thousandth.
create function reference_of(prefix text, n bigint) returns text language sql immutable strict parallel safe
  return prefix || lpad(n::text, greatest(6, length(n::text)), '0');
comment on function reference_of is 'A reference of at least six digits: P-000123, P-1000000.';
alter table person alter reference set default reference_of('P-', nextval('person_reference_number'));
alter table household alter reference set default reference_of('M-', nextval('household_reference_number'));
