create function api.revoke_agent(agent_id uuid)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
begin
  return cogo.revoke_agent(revoke_agent.agent_id);
end;
$$;

comment on function api.revoke_agent(uuid) is
  'Ends an agent for good; its tokens are refused from the next call on. For operators, and owners of the tenant. Errors: not_an_agent (401), owners_only (403), agent_not_found (404).';

revoke execute on function api.revoke_agent(uuid) from public;
grant execute on function api.revoke_agent(uuid) to authenticated, service_role;
