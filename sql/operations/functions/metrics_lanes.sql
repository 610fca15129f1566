create function cogo.metrics_lanes(tenant uuid, at timestamptz)
returns table (executor text, priority text, shard smallint, queue_name text, depth bigint, oldest_age_seconds double precision, is_capped boolean)
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  lane record;
  found_there record;
begin
  for lane in
    select each_lane.executor, each_lane.priority, each_lane.shard, hint.queue_name, hint.floor_at, hint.tail
    from cogo.lane_hints(null) as hint
    join cogo.lanes as each_lane on each_lane.lane_id = hint.lane_id
    order by each_lane.executor, each_lane.weight desc, each_lane.shard
  loop
    executor := lane.executor;
    priority := lane.priority;
    shard := lane.shard;
    queue_name := lane.queue_name;
    depth := 0;
    oldest_age_seconds := null;
    is_capped := false;
    if lane.tail > lane.floor_at then
      execute format(
        $sql$
          select count(*) filter (where ready.is_ours) as ours, min(ready.vt) filter (where ready.is_ours) as oldest, count(*) as seen
          from (
            select queued.vt, $1 is null or exists (
              select from cogo.jobs as job
              where job.id = (queued.message ->> 'job_id')::bigint and job.tenant_id = $1
            ) as is_ours
            from pgmq.%I as queued
            where queued.msg_id > $2
            order by queued.msg_id
            limit 100000
          ) as ready
        $sql$,
        'q_' || lane.queue_name
      ) into found_there using metrics_lanes.tenant, lane.floor_at;
      depth := found_there.ours;
      oldest_age_seconds := case when found_there.oldest is not null then round(greatest(extract(epoch from metrics_lanes.at - found_there.oldest), 0), 1) end;
      is_capped := found_there.seen = 100000;
    end if;
    return next;
  end loop;
end;
$$;

comment on function cogo.metrics_lanes(uuid, timestamptz) is
  'Ready jobs per lane and the age of the oldest; counts at most 100,000 per lane and says so. A tenant counts only its own.';

revoke execute on function cogo.metrics_lanes(uuid, timestamptz) from public;
