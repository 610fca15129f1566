create function api.shred_key(key_id uuid, reason text)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
begin
  return cogo.shred_key(shred_key.key_id, shred_key.reason, 'operator');
end;
$$;

comment on function api.shred_key(uuid, text) is
  'Destroys what could open a revoked version, for good. Operators only. Errors: key_not_found (404), key_conflict (409).';

revoke execute on function api.shred_key(uuid, text) from public;
grant execute on function api.shred_key(uuid, text) to service_role;
