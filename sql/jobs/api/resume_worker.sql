create function api.resume_worker(
  worker text,
  tenant_id uuid default null
)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('jobs:write');
  return cogo.set_worker_drain(resume_worker.worker, resume_worker.tenant_id, false);
end;
$$;

comment on function api.resume_worker(text, uuid) is
  'Takes a drain back: the worker is given jobs again. Answers {worker, state, held}. tenant_id: operators only, whose worker it is. Scope: jobs:write. Errors: not_an_agent (401), agent_revoked, insufficient_scope (403), worker_not_found (404).';

revoke execute on function api.resume_worker(text, uuid) from public;
grant execute on function api.resume_worker(text, uuid) to authenticated, service_role;
