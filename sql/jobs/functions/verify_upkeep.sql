create function cogo.verify_upkeep()
returns table (invariant text, problem text, sample jsonb)
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return query
  select 'nothing is left of a job that was dropped', format('%s rows are', count(*)), jsonb_agg(left_over.job_id)
  from (
    select ended.job_id from cogo.attempts as ended
    union all select letter.job_id from cogo.dead_letters as letter
    union all select wish.job_id from cogo.cancels as wish
    union all select kept.job_id from cogo.kept_back as kept
  ) as left_over
  where not exists (select from cogo.jobs as job where job.id = left_over.job_id)
  having count(*) > 0
  union all
  select 'only closed jobs are kept back', format('%s are open', count(*)), jsonb_agg(kept.job_id)
  from cogo.kept_back as kept
  where not exists (select from cogo.attempts as final where final.job_id = kept.job_id and final.final)
  having count(*) > 0
  union all
  select 'a claim of a registered worker names it', format('%s name none', count(*)), jsonb_agg(claim.fence)
  from cogo.claims as claim
  where claim.device_id is not null and not exists (
    select from cogo.worker_devices as device where device.device_id = claim.device_id and device.worker = claim.worker
  )
  having count(*) > 0
  union all
  select 'a registered worker has its beat', format('%s have none', count(*)), jsonb_agg(device.worker)
  from cogo.worker_devices as device
  where not exists (select from cogo.worker_heartbeats as beat where beat.device_id = device.device_id)
  having count(*) > 0;
end;
$$;

comment on function cogo.verify_upkeep() is 'The part of cogo.verify about what retention leaves behind and about registered workers.';

revoke execute on function cogo.verify_upkeep() from public;
