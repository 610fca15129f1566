create function api.create_agent(
  name text,
  scopes text[],
  tenant_id uuid default null,
  project text default null,
  type_prefixes text[] default '{}',
  agent_id uuid default null
)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
begin
  return cogo.create_agent(
    create_agent.name, create_agent.scopes, create_agent.tenant_id, create_agent.project, create_agent.type_prefixes, create_agent.agent_id
  );
end;
$$;

comment on function api.create_agent(text, text[], uuid, text, text[], uuid) is
  'Creates an agent that may get tokens for these scopes. For operators, and owners of the tenant. Errors: bad_argument (400), not_an_agent (401), owners_only (403), tenant_not_found (404).';

revoke execute on function api.create_agent(text, text[], uuid, text, text[], uuid) from public;
grant execute on function api.create_agent(text, text[], uuid, text, text[], uuid) to authenticated, service_role;
