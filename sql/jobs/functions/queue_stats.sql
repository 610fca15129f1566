create function cogo.queue_stats()
returns table (
  executor text, priority text, queue_name text, depth bigint, oldest_age_seconds double precision, held bigint,
  waiting bigint, blocked bigint, parked bigint, backlog bigint, paused boolean
)
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  lane record;
  ready record;
  places jsonb;
begin
  select jsonb_object_agg(counted.lane_id, to_jsonb(counted)) into places
  from (
    select
      job.lane_id, count(*) filter (where place.name = 'held') as held,
      count(*) filter (where place.name = 'waiting') as waiting, count(*) filter (where place.name = 'blocked') as blocked,
      count(*) filter (where place.name = 'parked') as parked,
      count(*) filter (where place.name = 'backlog') as backlog
    from (
      select 'held' as name, hold.job_id from cogo.held as hold
      union all select 'waiting', later.job_id from cogo.waiting as later
      union all select 'blocked', stopped.job_id from cogo.blocked as stopped
      union all select 'parked', limited.job_id from cogo.parked as limited
      union all select 'backlog', later.job_id from cogo.backlog as later
      union all select 'backlog', later.job_id from cogo.over_bound as later
    ) as place
    join cogo.jobs as job on job.id = place.job_id
    where tenant is null or job.tenant_id = tenant
    group by job.lane_id
  ) as counted;

  for lane in
    select hint.*, known.executor, known.priority
    from cogo.lane_hints(null) as hint join cogo.lanes as known on known.lane_id = hint.lane_id
    order by hint.lane_id
  loop
    execute format(
      $sql$
        select count(*) as depth, case when count(*) > 0 then greatest(extract(epoch from $1 - min(head.enqueued_at)), 0)::double precision end as age
        from (
          select queued.enqueued_at from pgmq.%I as queued %s
          where queued.msg_id > %s %s
          limit 100000
        ) as head
      $sql$,
      'q_' || lane.queue_name,
      case when tenant is not null then 'join cogo.jobs as job on job.id = (queued.message ->> ''job_id'')::bigint' else '' end,
      lane.floor_at,
      case when tenant is not null then 'and job.tenant_id = $2' else '' end
    ) into ready using cogo.now_(), tenant;

    executor := lane.executor;
    priority := lane.priority;
    queue_name := lane.queue_name;
    depth := ready.depth;
    oldest_age_seconds := ready.age;
    held := coalesce((places -> lane.lane_id::text ->> 'held')::bigint, 0);
    waiting := coalesce((places -> lane.lane_id::text ->> 'waiting')::bigint, 0);
    blocked := coalesce((places -> lane.lane_id::text ->> 'blocked')::bigint, 0);
    parked := coalesce((places -> lane.lane_id::text ->> 'parked')::bigint, 0);
    backlog := coalesce((places -> lane.lane_id::text ->> 'backlog')::bigint, 0);
    paused := lane.paused;
    return next;
  end loop;
end;
$$;

comment on function cogo.queue_stats() is 'What stands where, per lane, as far as the caller may see. Depth is counted up to 100,000.';

revoke execute on function cogo.queue_stats() from public;
grant execute on function cogo.queue_stats() to authenticated, service_role;
