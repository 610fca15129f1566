create function api.enqueue_jobs(jobs jsonb)
returns table (ordinal integer, job_id bigint, id uuid, created boolean)
language plpgsql
volatile
set search_path = ''
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set jit = off
as $$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('jobs:write');
  return query select * from cogo.enqueue_jobs(enqueue_jobs.jobs);
end;
$$;

comment on function api.enqueue_jobs(jsonb) is
  'Enqueues 1 to 1000 jobs, all or none: {type, payload, idempotency_key, run_at | delay_seconds, priority, executor, max_attempts, correlation_id, cause, traceparent, after}. Answers in their order; created = false names the job that a used key stands for. Scope: jobs:write. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403), idempotency_conflict (409), payload_too_large (413), schema_mismatch (422), queue_full (429).';

revoke execute on function api.enqueue_jobs(jsonb) from public;
grant execute on function api.enqueue_jobs(jsonb) to authenticated, service_role;
