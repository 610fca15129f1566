create function api.rotate_key(key_id uuid, overlap_seconds integer default null)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
begin
  return cogo.rotate_key(rotate_key.key_id, rotate_key.overlap_seconds, 'operator');
end;
$$;

comment on function api.rotate_key(uuid, integer) is
  'Makes a next version the active one; the one before stays readable for overlap_seconds (an hour). Operators only. Errors: bad_argument (400), key_not_found (404), key_conflict (409).';

revoke execute on function api.rotate_key(uuid, integer) from public;
grant execute on function api.rotate_key(uuid, integer) to service_role;
