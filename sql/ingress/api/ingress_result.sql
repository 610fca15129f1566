create function api.ingress_result(id uuid)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('jobs:read');
  return cogo.ingress_result(ingress_result.id);
end;
$$;

comment on function api.ingress_result(uuid) is
  'How a job ended: {state, result, error}; state null = it has not. Scope: jobs:read. Errors: not_an_agent (401), agent_revoked, insufficient_scope (403), job_not_found (404).';

revoke execute on function api.ingress_result(uuid) from public;
grant execute on function api.ingress_result(uuid) to authenticated, service_role;
