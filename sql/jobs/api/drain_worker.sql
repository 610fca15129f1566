create function api.drain_worker(
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
  return cogo.set_worker_drain(drain_worker.worker, drain_worker.tenant_id, true);
end;
$$;

comment on function api.drain_worker(text, uuid) is
  'Asks a registered worker to drain: it is given no more jobs and learns it at its next work or beat. Answers {worker, state, held}; it is done when held is 0. tenant_id: operators only, whose worker it is. Scope: jobs:write. Errors: not_an_agent (401), agent_revoked, insufficient_scope (403), worker_not_found (404).';

revoke execute on function api.drain_worker(text, uuid) from public;
grant execute on function api.drain_worker(text, uuid) to authenticated, service_role;
