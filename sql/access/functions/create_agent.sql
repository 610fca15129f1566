create function cogo.create_agent(name text, scopes text[], tenant_id uuid, project text, type_prefixes text[], agent_id uuid)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  tenant cogo.tenants := cogo.own_tenant(create_agent.tenant_id);
  agent cogo.agents;
begin
  perform cogo.check_agent(create_agent.name, create_agent.scopes, create_agent.type_prefixes, create_agent.project);
  if create_agent.project is not null then
    insert into cogo.projects (tenant_id, project, created_at) values (tenant.tenant_id, create_agent.project, at) on conflict do nothing;
  end if;
  insert into cogo.agents (agent_id, tenant_id, project, name, scopes, type_prefixes, created_at, changed_at)
  values (
    coalesce(create_agent.agent_id, gen_random_uuid()), tenant.tenant_id, create_agent.project, create_agent.name,
    create_agent.scopes, create_agent.type_prefixes, at, at
  )
  on conflict do nothing
  returning * into agent;
  if not found then
    select known.* into agent from cogo.agents as known
    where known.agent_id = create_agent.agent_id and known.tenant_id = tenant.tenant_id;
    if not found then
      perform cogo.refuse_argument('agent_id', 'it is taken');
    end if;
    return to_jsonb(agent) || '{"created": false}';
  end if;
  perform cogo.note_access(tenant.tenant_id, 'create_agent', agent.agent_id::text, null, to_jsonb(agent));
  return to_jsonb(agent) || '{"created": true}';
end;
$$;

comment on function cogo.create_agent(text, text[], uuid, text, text[], uuid) is
  'Creates an agent; one of the tenant whose agent_id is there is answered as it is.';

revoke execute on function cogo.create_agent(text, text[], uuid, text, text[], uuid) from public;
grant execute on function cogo.create_agent(text, text[], uuid, text, text[], uuid) to authenticated, service_role;
