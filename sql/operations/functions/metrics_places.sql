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
  with standing as materialized (
    (
      select held.job_id, case when held.started_at is null then 'assigned' else 'running' end as place, 'held' as kind
      from cogo.held limit 20000
    )
    union all
    (select waiting.job_id, 'waiting', 'waiting' from cogo.waiting limit 20000)
    union all
    (select blocked.job_id, 'blocked', 'blocked' from cogo.blocked limit 20000)
    union all
    -- Out of their lane until a limit has a permit for them, it is their tenant's turn, or its bound has room.
    (select parked.job_id, 'waiting', 'parked' from cogo.parked limit 20000)
    union all
    (select backlog.job_id, 'waiting', 'backlog' from cogo.backlog limit 20000)
    union all
    (select over_bound.job_id, 'waiting', 'over_bound' from cogo.over_bound limit 20000)
  ),
  full_kind as (
    select standing.kind from standing group by standing.kind having count(*) = 20000
  )
  select lane.executor, standing.place, count(*), standing.kind in (select full_kind.kind from full_kind)
  from standing
  -- By key, one after the other: a hash join would read all jobs there ever were.
  cross join lateral (
    select job.lane_id, job.tenant_id from cogo.jobs as job where job.id = standing.job_id limit 1
  ) as body
  left join cogo.lanes as lane on lane.lane_id = body.lane_id
  where metrics_places.tenant is null or body.tenant_id = metrics_places.tenant
  group by lane.executor, standing.place, standing.kind;
end;
$$;

comment on function cogo.metrics_places(uuid) is
  'Jobs that are assigned, running, waiting (for their time, a permit, their turn or room under a bound) or blocked, by executor; reads at most 20,000 of each and says so.';

revoke execute on function cogo.metrics_places(uuid) from public;
