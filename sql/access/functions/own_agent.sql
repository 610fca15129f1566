create function cogo.own_agent(agent_id uuid)
returns cogo.agents
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  admin uuid := cogo.admin_tenant(null);
  agent cogo.agents;
begin
  select known.* into agent from cogo.agents as known
  where known.agent_id = own_agent.agent_id and (admin is null or known.tenant_id = admin)
  for update;
  if not found then
    perform cogo.raise_access_not_found('agent_not_found', 'the agent', own_agent.agent_id::text);
  end if;
  return agent;
end;
$$;

comment on function cogo.own_agent(uuid) is
  'An agent that the caller may administer, locked; another tenant''s is as not there. Errors: not_an_agent (401), owners_only (403), agent_not_found (404).';

revoke execute on function cogo.own_agent(uuid) from public;
