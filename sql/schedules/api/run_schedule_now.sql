create function api.run_schedule_now(name text, idempotency_key text default null, tenant_id uuid default null)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('schedules:write');
  return cogo.run_schedule_now(run_schedule_now.name, run_schedule_now.idempotency_key, run_schedule_now.tenant_id);
end;
$$;

comment on function api.run_schedule_now(text, text, uuid) is
  'Runs a schedule now, paused or not, as its overlap policy allows: {due_at, state: started | waiting | skipped | failed, reason, job_id, workflow_id, error, created}. A repeated key answers the first run. Scope: schedules:write. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403), schedule_not_found (404).';

revoke execute on function api.run_schedule_now(text, text, uuid) from public;
grant execute on function api.run_schedule_now(text, text, uuid) to authenticated, service_role;
