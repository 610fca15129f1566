create function api.ingress_job(id uuid)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('jobs:read');
  return cogo.ingress_job(ingress_job.id);
end;
$$;

comment on function api.ingress_job(uuid) is
  'How a job stands, by its public id: without payload and result. Scope: jobs:read. Errors: not_an_agent (401), agent_revoked, insufficient_scope (403), job_not_found (404).';

revoke execute on function api.ingress_job(uuid) from public;
grant execute on function api.ingress_job(uuid) to authenticated, service_role;
