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
  tenant uuid := cogo.caller_tenant('jobs:work');
  at timestamptz := cogo.now_();
  agent uuid := case when tenant is not null then cogo.caller_agent() end;
  gate record;
  popped record;
  new_fence bigint;
  device bigint;
begin
  perform cogo.check_claim(claim_jobs.worker, claim_jobs.want, claim_jobs.executor);
  if cogo.random_() < 0.01 then
    perform cogo.sweep();
  end if;
  select
    exists (select from cogo.worker_devices as known where known.worker = claim_jobs.worker) as is_device,
    exists (select from cogo.limits) or exists (select from cogo.parked) as is_limited
  into gate;
  if gate.is_device then
    select greeted.device_id, greeted.allowed into device, claim_jobs.want
    from cogo.greet_device(claim_jobs.worker, claim_jobs.want, tenant, agent, at) as greeted;
    if claim_jobs.want = 0 then
      return;
    end if;
  end if;

  if gate.is_limited then
    popped := cogo.pop_permitted(claim_jobs.executor, claim_jobs.want, tenant, at, claim_jobs.worker);
  else
    popped := cogo.pop_live(claim_jobs.executor, claim_jobs.want, tenant, at, claim_jobs.worker);
  end if;
  if popped.job_ids is null then
    return;
  end if;

  if cogo.fault('claim.popped') then end if;
  new_fence := nextval('cogo.claims_fence_seq');
  return query
  with body as materialized (
    select job.*, item.attempt, item.key_hash, item.type_hash, item.tenant_hash
    from unnest(popped.job_ids, popped.attempts, popped.key_hashes, popped.type_hashes, popped.tenant_hashes)
      as item (job_id, attempt, key_hash, type_hash, tenant_hash)
    join cogo.jobs as job on job.id = item.job_id
  ),
  lease as materialized (
    select max(body.lease_seconds) as seconds, count(*)::smallint as jobs,
      bool_or(coalesce(body.key_hash, body.type_hash, body.tenant_hash) is not null) as limited
    from body
  ),
  holds as (
    insert into cogo.held (job_id, fence, started_at, attempt, key_hash, type_hash, tenant_hash)
    select body.id, new_fence, case when claim_jobs.start then at end, body.attempt, body.key_hash, body.type_hash, body.tenant_hash
    from body
  ),
  header as (
    insert into cogo.claims (
      fence, claimed_at, lease_expires_at, tenant_id, agent_id, device_id, lease_seconds, open, limited, worker
    )
    select
      new_fence, at, at + make_interval(secs => lease.seconds), tenant, agent, device, lease.seconds, lease.jobs, lease.limited,
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
  if device is not null then
    perform cogo.spend_tokens(device, cardinality(popped.job_ids));
  end if;
end;
$$;

comment on function cogo.claim_jobs(text, integer, text, boolean) is
  'Takes up to want ready jobs, oldest first within a lane, and opens one fenced claim over them. No work = no rows.';

revoke execute on function cogo.claim_jobs(text, integer, text, boolean) from public;
grant execute on function cogo.claim_jobs(text, integer, text, boolean) to authenticated, service_role;
