create function api.get_job(job_id bigint)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('jobs:read');
  return cogo.get_job(get_job.job_id);
end;
$$;

comment on function api.get_job(bigint) is
  'One job whole: body, state, attempts, result or error, dead letter, what it waits for. Scope: jobs:read. Errors: not_an_agent (401), agent_revoked, insufficient_scope (403), job_not_found (404).';

revoke execute on function api.get_job(bigint) from public;
grant execute on function api.get_job(bigint) to authenticated, service_role;
