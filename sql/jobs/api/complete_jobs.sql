create function api.complete_jobs(results jsonb)
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
  perform cogo.caller_tenant('jobs:work');
  return query select * from cogo.complete_jobs(complete_jobs.results);
end;
$$;

comment on function api.complete_jobs(jsonb) is
  'Ends held jobs [{job_id, fence, result}] as succeeded. Each is decided alone: succeeded, also when repeated, or lease_lost. Scope: jobs:work. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403), payload_too_large (413).';

revoke execute on function api.complete_jobs(jsonb) from public;
grant execute on function api.complete_jobs(jsonb) to authenticated, service_role;
