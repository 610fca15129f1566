create function api.start_jobs(jobs jsonb)
returns table (job_id bigint, outcome text)
language plpgsql
volatile
set search_path = ''
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set jit = off
as $$
#variable_conflict use_column
begin
  return query select * from cogo.start_jobs(start_jobs.jobs);
end;
$$;

comment on function api.start_jobs(jsonb) is
  'Moves assigned jobs [{job_id, fence}] to running. Each is decided alone: started, cancel_requested (not started, release it) or lease_lost. Scope: jobs:work. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403), payload_too_large (413).';

revoke execute on function api.start_jobs(jsonb) from public;
grant execute on function api.start_jobs(jsonb) to authenticated, service_role;
