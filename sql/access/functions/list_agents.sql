create function cogo.list_agents(tenant_id uuid, after uuid, row_limit integer)
returns setof jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  admin uuid := cogo.admin_tenant(list_agents.tenant_id);
begin
  if (row_limit between 1 and 1000) is not true then
    perform cogo.refuse_argument('row_limit', 'it must be 1 to 1000');
  end if;
  return query
  select to_jsonb(agent) from cogo.agents as agent
  where (admin is null or agent.tenant_id = admin) and (list_agents.after is null or agent.agent_id > list_agents.after)
  order by agent.agent_id limit row_limit;
end;
$$;

comment on function cogo.list_agents(uuid, uuid, integer) is
  'Agents in the order of their ids.';

revoke execute on function cogo.list_agents(uuid, uuid, integer) from public;
grant execute on function cogo.list_agents(uuid, uuid, integer) to authenticated, service_role;
