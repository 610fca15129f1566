create function cogo.claim_jobs(worker text, want integer, executor text, start boolean)
returns table (
  job_id bigint, fence bigint, attempt integer, max_attempts integer, type text, payload jsonb, tenant_id uuid,
  id uuid, correlation_id uuid, cause uuid, traceparent text, created_at timestamptz, lease_expires_at timestamptz
)
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  at timestamptz := cogo.now_();
  agent uuid := case when tenant is not null then cogo.caller_agent() end;
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

  if cogo.fault('claim.popped') then end if;
  new_fence := nextval('cogo.claims_fence_seq');
  return query
  with body as materialized (
    select job.*, item.attempt
    from unnest(popped.job_ids, popped.attempts) as item (job_id, attempt)
    join cogo.jobs as job on job.id = item.job_id
  ),
  lease as materialized (
    select max(body.lease_seconds) as seconds, count(*)::smallint as jobs from body
  ),
  holds as (
    insert into cogo.held (job_id, fence, started_at, attempt)
    select body.id, new_fence, case when claim_jobs.start then at end, body.attempt from body
  ),
  header as (
    insert into cogo.claims (fence, claimed_at, lease_expires_at, tenant_id, agent_id, lease_seconds, open, worker)
    select
      new_fence, at, at + make_interval(secs => lease.seconds), tenant, agent, lease.seconds, lease.jobs,
      claim_jobs.worker
    from lease
  )
  select
    body.id, new_fence, body.attempt::integer, body.max_attempts::integer, body.type, body.payload, body.tenant_id,
    -- cogo.uuid_v7(body.created_at, body.id), written out: a call per job would be a twentieth of the whole.
    (
      lpad(to_hex((extract(epoch from body.created_at) * 1000000)::bigint / 1000), 12, '0') || '7'
      || lpad(to_hex((extract(epoch from body.created_at) * 1000000)::bigint % 1000 * 4096 / 1000), 3, '0')
      || to_hex((-9223372036854775808) | body.id)
    )::uuid,
    body.correlation_id, body.cause, body.traceparent, body.created_at, at + make_interval(secs => lease.seconds)
  from body, lease;

  perform cogo.record_events(
    case when claim_jobs.start then array['job_claimed', 'job_started'] else array['job_claimed'] end,
    popped.job_ids, at, tenant, new_fence, claim_jobs.worker
  );
end;
$$;

comment on function cogo.claim_jobs(text, integer, text, boolean) is
  'Takes up to want ready jobs, oldest first within a lane, and opens one fenced claim over them. No work = no rows.';

revoke execute on function cogo.claim_jobs(text, integer, text, boolean) from public;
grant execute on function cogo.claim_jobs(text, integer, text, boolean) to authenticated, service_role;
