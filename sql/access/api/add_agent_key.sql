create function api.add_agent_key(agent_id uuid, jwk jsonb)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
begin
  return cogo.add_agent_key(add_agent_key.agent_id, add_agent_key.jwk);
end;
$$;

comment on function api.add_agent_key(uuid, jsonb) is
  'The public half (P-256 or Ed25519, with a kid) of a key with which the agent signs assertions. For operators, and owners of the tenant. Errors: bad_argument (400), not_an_agent (401), owners_only (403), agent_not_found (404), access_conflict (409).';

revoke execute on function api.add_agent_key(uuid, jsonb) from public;
grant execute on function api.add_agent_key(uuid, jsonb) to authenticated, service_role;
