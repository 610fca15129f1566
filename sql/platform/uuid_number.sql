create function cogo.uuid_number(id uuid)
returns bigint
language plpgsql
immutable
set search_path = ''
as $$
begin
  return ('x' || right(replace(uuid_number.id::text, '-', ''), 16))::bit(64)::bigint & 4611686018427387903;
end;
$$;

comment on function cogo.uuid_number(uuid) is
  'The number in the last 62 bits of a public id (see cogo.uuid_v7). Whose id it is, the creation time in it must tell.';

revoke execute on function cogo.uuid_number(uuid) from public;
