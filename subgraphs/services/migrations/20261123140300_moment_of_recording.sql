-- The moment at which a record was made, where its id tells it: ids of version 7 (RFC 9562, section 5.7) begin with it, in milliseconds.
create function moment_of_id(id uuid) returns timestamptz
  language sql immutable parallel safe
  return case when substring(id::text, 15, 1) = '7'
              then to_timestamp(('x' || replace(left(id::text, 13), '-', ''))::bit(48)::bigint / 1000.0) end;
comment on function moment_of_id is 'When a record was made, as its id says; null for an id of another version.';
