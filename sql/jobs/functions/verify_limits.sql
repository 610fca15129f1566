create function cogo.verify_limits()
returns table (invariant text, problem text, sample jsonb)
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return query
  select 'a key is held by no more jobs than its type allows', format('%s keys are', count(*)), jsonb_agg(over_limit.key_hash)
  from (
    select held.key_hash
    from cogo.held join cogo.jobs as job on job.id = held.job_id
    where held.key_hash is not null
    group by held.key_hash
    having count(*) > max(greatest(
      (cogo.resolve_job_type(job.type)).key_limit,
      (
        select own.max_running from cogo.limits as own
        where own.scope = 'key' and own.name = job.concurrency_key and own.tenant_id = job.tenant_id
      )
    ))
  ) as over_limit
  having count(*) > 0
  union all
  select 'a permit is of the job that holds it', format('%s are not', count(*)), jsonb_agg(held.job_id)
  from cogo.held join cogo.jobs as job on job.id = held.job_id
  where held.key_hash <> cogo.limit_hash('key', job.tenant_id, job.concurrency_key)
    or (held.key_hash is not null and job.concurrency_key is null)
  having count(*) > 0
  union all
  select 'a claim that holds permits says so', format('%s do not', count(*)), jsonb_agg(distinct claim.fence)
  from cogo.held join cogo.claims as claim on claim.fence = held.fence
  where coalesce(held.key_hash, held.type_hash, held.tenant_hash) is not null and not claim.limited
  having count(*) > 0
  union all
  select 'only the first of a strict key is held', format('%s others are', count(*)), jsonb_agg(held.job_id)
  from cogo.key_queue as later join cogo.held on held.job_id = later.job_id
  where exists (
    select from cogo.key_queue as earlier where earlier.limit_hash = later.limit_hash and earlier.job_id < later.job_id
  )
  having count(*) > 0
  union all
  select 'a strict key queues open jobs', format('%s are closed', count(*)), jsonb_agg(queued.job_id)
  from cogo.key_queue as queued
  where exists (select from cogo.attempts as final where final.job_id = queued.job_id and final.final)
  having count(*) > 0;
end;
$$;

comment on function cogo.verify_limits() is
  'The part of cogo.verify about limits: permits within them, strict keys in order.';

revoke execute on function cogo.verify_limits() from public;
