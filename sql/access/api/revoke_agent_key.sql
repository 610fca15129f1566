create function api.revoke_agent_key(key_id uuid)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
begin
  return cogo.revoke_agent_key(revoke_agent_key.key_id);
end;
$$;

comment on function api.revoke_agent_key(uuid) is
  'Assertions signed with the key are refused from now on. For operators, and owners of the tenant. Errors: not_an_agent (401), owners_only (403), access_not_found (404).';

revoke execute on function api.revoke_agent_key(uuid) from public;
grant execute on function api.revoke_agent_key(uuid) to authenticated, service_role;
