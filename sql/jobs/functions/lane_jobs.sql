create function cogo.lane_jobs(lane_id smallint)
returns bigint
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  lane cogo.lanes;
  messages bigint;
  others bigint := 0;
begin
  select known.* into lane from cogo.lanes as known where known.lane_id = lane_jobs.lane_id;
  execute format('select count(*) from pgmq.%I', 'q_' || lane.queue_name) into messages;
  if lane.moved_to_lane_id is not null then
    -- Jobs in other places go to the heir when they become ready.
    return messages + (select count(*) from cogo.backlog where backlog.lane_id = lane.lane_id)
      + (select count(*) from cogo.parked where parked.lane_id = lane.lane_id);
  end if;
  select count(*) into others
  from (
    select held.job_id from cogo.held
    union all select waiting.job_id from cogo.waiting
    union all select blocked.job_id from cogo.blocked
    union all select parked.job_id from cogo.parked
    union all select backlog.job_id from cogo.backlog
    union all select over_bound.job_id from cogo.over_bound
  ) as open_job
  join cogo.jobs as job on job.id = open_job.job_id
  where job.lane_id = lane.lane_id;
  return messages + others;
end;
$$;

comment on function cogo.lane_jobs(smallint) is
  'How many jobs still need a lane that drains: with an heir only those that stand in it, else every open one that was routed to it.';

revoke execute on function cogo.lane_jobs(smallint) from public;
