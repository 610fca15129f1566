create function cogo.scaling_advice(executor text)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  lines jsonb;
begin
  if scaling_advice.executor is not null and not exists (
    select from cogo.lanes as lane where lane.executor = scaling_advice.executor
  ) then
    perform cogo.refuse_argument('executor', format('no lane is open for %L', scaling_advice.executor));
  end if;

  with ready as (
    select head.executor, sum(head.depth)::bigint as depth, min(head.oldest_at) as oldest_at
    from (
      select lane.executor, lane.depth, lane.oldest_at from cogo.ready_heads(scaling_advice.executor) as lane
      union all
      select behind.executor, behind.depth, null from cogo.backlog_depths(scaling_advice.executor) as behind
    ) as head
    group by head.executor
  ),
  crew as (
    select
      device.executor,
      count(*) filter (where told.state in ('live', 'late')) as live,
      count(*) filter (where told.state = 'draining') as draining,
      avg(device.concurrency) filter (where told.state in ('live', 'late')) as concurrency,
      sum(cogo.device_holds(device.device_id)) as held
    from cogo.worker_devices as device
    join cogo.worker_heartbeats as beat on beat.device_id = device.device_id
    cross join lateral (select cogo.device_state(device, beat.beat_at, at) as state) as told
    group by device.executor
  )
  select jsonb_agg(cogo.advise_executor(
    ready.executor, ready.depth, extract(epoch from at - ready.oldest_at), coalesce(crew.live, 0)::integer,
    coalesce(crew.draining, 0)::integer, crew.concurrency::double precision, coalesce(crew.held, 0)::integer, at
  ) order by ready.executor)
  into lines
  from ready left join crew on crew.executor = ready.executor;
  return jsonb_build_object('at', at, 'executors', coalesce(lines, '[]'));
end;
$$;

comment on function cogo.scaling_advice(text) is
  'How many workers each executor wants, and why. Reads folded minutes, lane heads, up to 10,000 jobs behind each window and registered workers only. Jobs parked for want of a permit are no reason for more workers and are not counted.';

revoke execute on function cogo.scaling_advice(text) from public;
grant execute on function cogo.scaling_advice(text) to service_role;
