create function cogo.verify_places(floors jsonb)
returns table (invariant text, problem text, sample jsonb)
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return query
  with place as materialized (
    select 'ready' as name, ready.job_id, ready.attempt from cogo.ready_messages() as ready
    union all select 'waiting', waiting.job_id, waiting.attempt from cogo.waiting
    union all select 'blocked', blocked.job_id, 1 from cogo.blocked
    union all select 'parked', parked.job_id, parked.attempt from cogo.parked
    union all select 'backlog', backlog.job_id, backlog.attempt from cogo.backlog
    union all select 'over_bound', over_bound.job_id, 1 from cogo.over_bound
    union all select 'held', held.job_id, held.attempt from cogo.held
    union all select 'closed', final.job_id, final.attempt from cogo.attempts as final where final.final
  ),
  standing as (
    select job.id as job_id, array_remove(array_agg(place.name order by place.name), null) as places, max(place.attempt) as attempt
    from cogo.jobs as job left join place on place.job_id = job.id
    group by job.id
  )
  select 'a job stands in exactly one place', format('%s jobs stand elsewhere', count(*)), jsonb_agg(to_jsonb(bad)) filter (where bad.nth <= 5)
  from (
    select standing.job_id, standing.places, row_number() over (order by standing.job_id) as nth
    from standing where cardinality(standing.places) <> 1
  ) as bad
  having count(*) > 0
  union all
  select 'a place belongs to a job', format('%s places belong to none', count(*)), jsonb_agg(to_jsonb(bad)) filter (where bad.nth <= 5)
  from (
    select place.*, row_number() over () as nth from place
    where not exists (select from cogo.jobs as job where job.id = place.job_id)
  ) as bad
  having count(*) > 0
  union all
  select 'attempts count up to their limit', format('%s jobs are past it', count(*)), jsonb_agg(standing.job_id)
  from standing join cogo.jobs as job on job.id = standing.job_id
  where standing.attempt > job.max_attempts
  having count(*) > 0;

  return query
  select 'a ready message lies above its lane''s floor', format('%s lie below', count(*)), jsonb_agg(ready.job_id)
  from cogo.ready_messages() as ready where ready.msg_id <= (verify_places.floors ->> ready.lane_id::text)::bigint
  having count(*) > 0
  union all
  select 'a job waits in the lane it was routed to', format('%s wait in another', count(*)), jsonb_agg(ready.job_id)
  from cogo.ready_messages() as ready join cogo.jobs as job on job.id = ready.job_id
  where job.lane_id <> ready.lane_id and not exists (
    select from cogo.lane_moves as move where move.from_lane_id = job.lane_id and move.to_lane_id = ready.lane_id
  )
  having count(*) > 0
  union all
  select 'a dependency blocks a blocked job', format('%s block none', count(*)), jsonb_agg(dependencies.job_id)
  from cogo.dependencies where not exists (select from cogo.blocked where blocked.job_id = dependencies.job_id)
  having count(*) > 0;
end;
$$;

comment on function cogo.verify_places(jsonb) is 'The part of cogo.verify about where jobs stand.';

revoke execute on function cogo.verify_places(jsonb) from public;
