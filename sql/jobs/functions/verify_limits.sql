create function cogo.verify_limits()
returns table (invariant text, problem text, sample jsonb)
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return query
  select 'no limit is held beyond what was allowed', format('%s limits are', count(*)), jsonb_agg(counted.limit_hash)
  from (
    select permit.limit_hash, count(*) as jobs
    from cogo.held, unnest(array[held.key_hash, held.type_hash, held.tenant_hash]) as permit (limit_hash)
    where permit.limit_hash is not null group by permit.limit_hash
  ) as counted
  join cogo.permit_locks as known on known.limit_hash = counted.limit_hash
  where counted.jobs > known.max_running
  having count(*) > 0
  union all
  select 'a permit is of the job that holds it', format('%s are not', count(*)), jsonb_agg(held.job_id)
  from cogo.held join cogo.jobs as job on job.id = held.job_id
  where held.key_hash is distinct from
    case when job.concurrency_key is not null then cogo.limit_hash('key', job.tenant_id, job.concurrency_key) end
  having count(*) > 0
  union all
  select 'a claim that holds permits says so', format('%s do not', count(*)), jsonb_agg(distinct claim.fence)
  from cogo.held join cogo.claims as claim on claim.fence = held.fence
  where coalesce(held.key_hash, held.type_hash, held.tenant_hash) is not null and not claim.limited
  having count(*) > 0
  union all
  select 'no job of a strict key overtakes another', format('%s have', count(*)), jsonb_agg(later.job_id)
  from cogo.key_queue as later join cogo.held on held.job_id = later.job_id
  where exists (
    select from cogo.key_queue as earlier
    where earlier.limit_hash = later.limit_hash and earlier.job_id < later.job_id and earlier.queued_xid < later.granted_xmin
  ) or later.granted_xmin is null
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
