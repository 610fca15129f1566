create function cogo.open_lanes(executor text, shards integer default null)
returns setof cogo.lanes
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  wanted record;
  changed boolean := false;
begin
  if open_lanes.executor !~ '^[a-z][a-z0-9_]{0,29}$' or open_lanes.executor is null then
    perform cogo.refuse_argument('executor', 'it must be 1 to 30 of a-z, 0-9 and _, beginning with a letter');
  end if;
  if open_lanes.shards not between 1 and 64 then
    perform cogo.refuse_argument('shards', 'it must be 1 to 64');
  end if;

  -- One opener at a time, or two would create the same queue.
  perform pg_advisory_xact_lock(hashtext('cogo.open_lanes'));

  for wanted in
    select band.priority, band.weight, shard.shard, lane.lane_id, lane.state
    from (values ('urgent', 16, 1), ('normal', 4, 2), ('bulk', 1, 3)) as band (priority, weight, place)
    cross join generate_series(0, coalesce(open_lanes.shards, 1) - 1) as shard (shard)
    left join cogo.lanes as lane
      on lane.executor = open_lanes.executor and lane.priority = band.priority and lane.shard = shard.shard
    where lane.state is distinct from 'open'
    order by shard.shard, band.place
  loop
    changed := true;
    if wanted.lane_id is null then
      insert into cogo.lanes (executor, priority, shard, queue_name, weight, fair_window)
      select
        open_lanes.executor, wanted.priority, wanted.shard,
        format('cogo_%s_%s', open_lanes.executor, wanted.priority) || case when wanted.shard > 0 then '_' || wanted.shard else '' end,
        wanted.weight,
        (
          select first.fair_window from cogo.lanes as first
          where first.executor = open_lanes.executor and first.priority = wanted.priority and first.shard = 0
        )
      returning lane_id into wanted.lane_id;
      perform cogo.make_queue(wanted.lane_id);
    else
      if wanted.state = 'closed' then
        perform cogo.make_queue(wanted.lane_id);
      end if;
      update cogo.lanes as lane set state = 'open', moved_to_lane_id = null, drained_xid = null
      where lane.lane_id = wanted.lane_id;
    end if;
  end loop;
  if changed then
    perform cogo.count_shards(open_lanes.executor);
    perform cogo.write_lane_switch();
  end if;

  return query
  select * from cogo.lanes as lane where lane.executor = open_lanes.executor and lane.state <> 'closed' order by lane.lane_id;
end;
$$;

comment on function cogo.open_lanes(text, integer) is
  'Opens the three lanes (urgent, normal, bulk) of an executor, or of more shards of it: a pgmq queue, a floor sequence and a row each. Repeats do nothing; fewer shards than there are close none.';

revoke execute on function cogo.open_lanes(text, integer) from public;
grant execute on function cogo.open_lanes(text, integer) to service_role;
