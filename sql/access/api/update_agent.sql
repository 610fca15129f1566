create function api.update_agent(
  agent_id uuid,
  name text default null,
  scopes text[] default null,
  type_prefixes text[] default null,
  project text default null
)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
begin
  return cogo.update_agent(update_agent.agent_id, update_agent.name, update_agent.scopes, update_agent.type_prefixes, update_agent.project);
end;
$$;

comment on function api.update_agent(uuid, text, text[], text[], text) is
  'Changes what is given; tokens handed out before keep their scopes until they expire. For operators, and owners of the tenant. Errors: bad_argument (400), not_an_agent (401), owners_only (403), agent_not_found (404), access_conflict (409).';

revoke execute on function api.update_agent(uuid, text, text[], text[], text) from public;
grant execute on function api.update_agent(uuid, text, text[], text[], text) to authenticated, service_role;
