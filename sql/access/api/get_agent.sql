create function api.get_agent(agent_id uuid)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
begin
  return cogo.get_agent(get_agent.agent_id);
end;
$$;

comment on function api.get_agent(uuid) is
  'An agent with its credentials, keys and trusts; no secret. For operators, and owners of the tenant. Errors: not_an_agent (401), owners_only (403), agent_not_found (404).';

revoke execute on function api.get_agent(uuid) from public;
grant execute on function api.get_agent(uuid) to authenticated, service_role;
