create function cogo.verify_lanes()
returns table (invariant text, problem text, sample jsonb)
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return query
  select 'who waits for a turn waits for its own tenant''s', format('%s do not', count(*)), jsonb_agg(later.job_id)
  from (
    select backlog.job_id, backlog.tenant_id from cogo.backlog
    union all select over_bound.job_id, over_bound.tenant_id from cogo.over_bound
  ) as later
  join cogo.jobs as job on job.id = later.job_id
  where job.tenant_id <> later.tenant_id
  having count(*) > 0
  union all
  select 'nothing waits in a closed lane', format('%s do not', count(*)), jsonb_agg(later.job_id)
  from (
    select backlog.job_id, backlog.lane_id from cogo.backlog union all select parked.job_id, parked.lane_id from cogo.parked
  ) as later
  join cogo.lanes as lane on lane.lane_id = later.lane_id
  where lane.state = 'closed'
  having count(*) > 0
  union all
  select 'an open job''s lane is not closed or leads on', format('%s lead nowhere', count(*)), jsonb_agg(lost.job_id)
  from (
    select held.job_id from cogo.held union all select waiting.job_id from cogo.waiting
    union all select blocked.job_id from cogo.blocked union all select over_bound.job_id from cogo.over_bound
  ) as lost
  join cogo.jobs as job on job.id = lost.job_id
  join cogo.lanes as lane on lane.lane_id = job.lane_id
  where lane.state = 'closed' and lane.moved_to_lane_id is null
  having count(*) > 0
  union all
  select 'a lane that moved leads to an open one', format('%s do not', count(*)), jsonb_agg(lane.lane_id)
  from cogo.lanes as lane join cogo.lanes as leads on leads.lane_id = lane.moved_to_lane_id
  where leads.state <> 'open'
  having count(*) > 0
  union all
  select 'a bounded tenant counts as many jobs as it has open', format('%s do not', count(*)), jsonb_agg(to_jsonb(told))
  from (
    select coalesce(counted.tenant_id, load.tenant_id) as tenant_id, counted.jobs as open, load.jobs as told
    from cogo.open_by_tenant() as counted
    full join (select each.tenant_id, sum(each.jobs) as jobs from cogo.tenant_loads as each group by each.tenant_id) as load
      on load.tenant_id = counted.tenant_id
    where coalesce(counted.jobs, 0) <> coalesce(load.jobs, 0)
  ) as told
  where (cogo.bound_of(told.tenant_id)).is_counted and not exists (select from cogo.tenant_bounds where not is_counted)
  having count(*) > 0;
end;
$$;

comment on function cogo.verify_lanes() is 'The part of cogo.verify about turns, bounds and lanes that moved.';

revoke execute on function cogo.verify_lanes() from public;
