create function cogo.uuid_v7(at timestamptz, tail bigint)
returns uuid
language plpgsql
immutable
set search_path = ''
as $$
declare
  micros bigint := (extract(epoch from uuid_v7.at) * 1000000)::bigint;
begin
  return (
    lpad(to_hex(micros / 1000), 12, '0') || '7'
    || lpad(to_hex((micros % 1000) * 4096 / 1000), 3, '0')
    || to_hex((-9223372036854775808) | uuid_v7.tail)
  )::uuid;
end;
$$;

comment on function cogo.uuid_v7(timestamptz, bigint) is
  'A time-ordered UUIDv7 whose last 62 bits are a number of ours: ids that need no column, no index and no lookup. The number must be below 2^62.';

revoke execute on function cogo.uuid_v7(timestamptz, bigint) from public;
