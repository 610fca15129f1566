create function api.revoke_key(key_id uuid, reason text)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
begin
  return cogo.revoke_key(revoke_key.key_id, revoke_key.reason, 'operator');
end;
$$;

comment on function api.revoke_key(uuid, text) is
  'From now on no grant opens this version. Operators only. Errors: key_not_found (404).';

revoke execute on function api.revoke_key(uuid, text) from public;
grant execute on function api.revoke_key(uuid, text) to service_role;
