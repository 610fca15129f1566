create function api.complete(job_ids bigint[], fences bigint[])
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
  return query select * from cogo.complete(complete.job_ids, complete.fences, null);
end;
$$;

comment on function api.complete(bigint[], bigint[]) is
  'The shortest way to end many held jobs as succeeded without results: the job at each place under the fence at the same place. Scope: jobs:work. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403).';

revoke execute on function api.complete(bigint[], bigint[]) from public;
grant execute on function api.complete(bigint[], bigint[]) to authenticated, service_role;
