-- lpad() cuts what is longer: the millionth record would have had the number of the hundred thousandth.
create function number_of(prefix text, n bigint, digits int default 6) returns text language sql immutable strict parallel safe
  return prefix || lpad(n::text, greatest(digits, length(n::text)), '0');
comment on function number_of is 'A number of at least so many digits: SP-2025-000123, SP-2025-1000000.';
