create function api.fail_jobs(failures jsonb)
returns table (job_id bigint, outcome text, retry_at timestamptz)
language plpgsql
volatile
set search_path = ''
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set jit = off
as $$
#variable_conflict use_column
begin
  return query select * from cogo.fail_jobs(fail_jobs.failures);
end;
$$;

comment on function api.fail_jobs(jsonb) is
  'Ends held jobs [{job_id, fence, error: {class, message, reason, stage, details}, retry_in_seconds}] as failed. Each is decided alone: retried, dead_lettered, cancelled, released (lease_conflict) or lease_lost. Scope: jobs:work. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403), payload_too_large (413).';

revoke execute on function api.fail_jobs(jsonb) from public;
grant execute on function api.fail_jobs(jsonb) to authenticated, service_role;
