create function cogo.metrics_places(tenant uuid)
returns table (executor text, place text, jobs bigint, is_capped boolean)
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  return query
  with standing as (
    (
      select held.job_id, case when held.started_at is null then 'assigned' else 'running' end as place, 'held' as kind
      from cogo.held limit 20000
    )
    union all
    (select waiting.job_id, 'waiting', 'waiting' from cogo.waiting limit 20000)
    union all
    (select blocked.job_id, 'blocked', 'blocked' from cogo.blocked limit 20000)
  ),
  counted as (
    select standing.*, count(*) over (partition by standing.kind) = 20000 as is_capped from standing
  )
  select lane.executor, counted.place, count(*), bool_or(counted.is_capped)
  from counted
  join cogo.jobs as job on job.id = counted.job_id
  left join cogo.lanes as lane on lane.lane_id = job.lane_id
  where metrics_places.tenant is null or job.tenant_id = metrics_places.tenant
  group by lane.executor, counted.place;
end;
$$;

comment on function cogo.metrics_places(uuid) is
  'Jobs that are assigned, running, waiting or blocked, by executor; reads at most 20,000 of each and says so.';

revoke execute on function cogo.metrics_places(uuid) from public;
