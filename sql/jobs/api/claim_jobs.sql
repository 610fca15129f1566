create function api.claim_jobs(
  worker text,
  want integer default 1,
  executor text default 'default',
  start boolean default false
)
returns table (
  job_id bigint,
  fence bigint,
  attempt integer,
  max_attempts integer,
  type text,
  payload jsonb,
  tenant_id uuid,
  id uuid,
  correlation_id uuid,
  cause uuid,
  traceparent text,
  created_at timestamptz,
  lease_expires_at timestamptz
)
language plpgsql
volatile
set search_path = ''
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set jit = off
as $$
#variable_conflict use_column
begin
  return query select * from cogo.claim_jobs(claim_jobs.worker, claim_jobs.want, claim_jobs.executor, claim_jobs.start);
end;
$$;

comment on function api.claim_jobs(text, integer, text, boolean) is
  'Takes up to want ready jobs of an executor under one new fence and lease. No work answers no rows. With start they run at once, else call start_jobs. Scope: jobs:work. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403).';

revoke execute on function api.claim_jobs(text, integer, text, boolean) from public;
grant execute on function api.claim_jobs(text, integer, text, boolean) to authenticated, service_role;
