create function cogo.verify_claims()
returns table (invariant text, problem text, sample jsonb)
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return query
  select 'a claim counts the jobs it holds', format('%s claims miscount', count(*)), jsonb_agg(counted.fence)
  from (
    select coalesce(claim.fence, hold.fence) as fence, claim.open, hold.jobs
    from cogo.claims as claim
    full join (select held.fence, count(*) as jobs from cogo.held group by held.fence) as hold on hold.fence = claim.fence
    where claim.open is distinct from hold.jobs
  ) as counted
  having count(*) > 0
  union all
  select 'a job runs after it was claimed', format('%s ran before', count(*)), jsonb_agg(held.job_id)
  from cogo.held join cogo.claims as claim on claim.fence = held.fence
  where held.started_at < claim.claimed_at
  having count(*) > 0
  union all
  select 'no hold outlives its end', format('%s holds ended and are still held', count(*)), jsonb_agg(held.job_id)
  from cogo.held join cogo.attempts as ended on ended.job_id = held.job_id and ended.fence = held.fence
  having count(*) > 0
  union all
  select 'fences grow from attempt to attempt', format('%s attempts go back', count(*)), jsonb_agg(ordered.job_id)
  from (
    select ended.job_id, ended.attempt, lag(ended.attempt) over (partition by ended.job_id order by ended.fence) as before
    from cogo.attempts as ended
  ) as ordered
  where ordered.attempt < ordered.before
  having count(*) > 0
  union all
  select 'a held job has a newer fence than its past', format('%s have an older one', count(*)), jsonb_agg(distinct held.job_id)
  from cogo.held join cogo.attempts as ended on ended.job_id = held.job_id and ended.fence >= held.fence
  having count(*) > 0
  union all
  select 'a job has one final attempt at most', format('%s have more', count(*)), jsonb_agg(finals.job_id)
  from (select final.job_id from cogo.attempts as final where final.final group by final.job_id having count(*) > 1) as finals
  having count(*) > 0
  union all
  select 'a dead letter is a failed job and the other way round', format('%s differ', count(*)), jsonb_agg(differing.job_id)
  from (
    select coalesce(letter.job_id, failed.job_id) as job_id
    from cogo.dead_letters as letter
    full join (select final.job_id from cogo.attempts as final where final.outcome = 'failed') as failed
      on failed.job_id = letter.job_id
    where letter.job_id is null or failed.job_id is null
  ) as differing
  having count(*) > 0
  union all
  select 'an idempotency key names a job', format('%s name none', count(*)), jsonb_agg(key.job_id)
  from cogo.idempotency_keys as key
  where not exists (select from cogo.jobs as job where job.id = key.job_id)
    -- Retention drops jobs and leaves their keys, but none that is younger than an hour.
    and not exists (
      select from cogo.retention as dropped
      where key.job_id <= dropped.last_dropped_id and key.expires_at - interval '720 hours' < cogo.now_() - interval '1 hour'
    )
  having count(*) > 0;
end;
$$;

comment on function cogo.verify_claims() is 'The part of cogo.verify about fences, claims, attempts and dead letters.';

revoke execute on function cogo.verify_claims() from public;
