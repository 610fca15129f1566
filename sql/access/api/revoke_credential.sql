create function api.revoke_credential(credential_id uuid)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
begin
  return cogo.revoke_credential(revoke_credential.credential_id);
end;
$$;

comment on function api.revoke_credential(uuid) is
  'The credential gives no more tokens. For operators, and owners of the tenant. Errors: not_an_agent (401), owners_only (403), access_not_found (404).';

revoke execute on function api.revoke_credential(uuid) from public;
grant execute on function api.revoke_credential(uuid) to authenticated, service_role;
