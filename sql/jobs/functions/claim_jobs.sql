create function cogo.claim_jobs(worker text, want integer, executor text, start boolean)
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
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  at timestamptz := cogo.now_();
  popped record;
  new_fence bigint;
begin
  perform cogo.check_claim(claim_jobs.worker, claim_jobs.want, claim_jobs.executor);
  if cogo.random_() < 0.01 then
    perform cogo.sweep();
  end if;

  popped := cogo.pop_live(claim_jobs.executor, claim_jobs.want, tenant, at);
  if popped.job_ids is null then
    return;
  end if;

  new_fence := nextval('cogo.claims_fence_seq');
  return query
  with body as materialized (
    select job.*, item.attempt, item.ordinal, max(job.lease_seconds) over () as claim_seconds
    from unnest(popped.job_ids, popped.attempts) with ordinality as item (job_id, attempt, ordinal)
    join cogo.jobs as job on job.id = item.job_id
  ),
  holds as (
    insert into cogo.held (job_id, fence, started_at, attempt)
    select body.id, new_fence, case when claim_jobs.start then at end, body.attempt from body
  ),
  header as (
    insert into cogo.claims (fence, claimed_at, lease_expires_at, tenant_id, agent_id, lease_seconds, open, worker)
    select
      new_fence, at, at + make_interval(secs => max(body.claim_seconds)), tenant, cogo.caller_agent(),
      max(body.claim_seconds), count(*)::smallint, claim_jobs.worker
    from body
  )
  select
    body.id, new_fence, body.attempt::integer, body.max_attempts::integer, body.type, body.payload, body.tenant_id,
    cogo.uuid_v7(body.created_at, body.id), body.correlation_id, body.cause, body.traceparent, body.created_at,
    at + make_interval(secs => body.claim_seconds)
  from body
  order by body.ordinal;

  perform cogo.record_event('job_claimed', popped.job_ids, at, tenant, new_fence, claim_jobs.worker, null);
  if claim_jobs.start then
    perform cogo.record_event('job_started', popped.job_ids, at, tenant, new_fence, claim_jobs.worker, null);
  end if;
end;
$$;

comment on function cogo.claim_jobs(text, integer, text, boolean) is
  'Takes up to want ready jobs, oldest first within a lane, and opens one fenced claim over them. No work = no rows.';

revoke execute on function cogo.claim_jobs(text, integer, text, boolean) from public;
grant execute on function cogo.claim_jobs(text, integer, text, boolean) to authenticated, service_role;
