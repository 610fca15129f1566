create function cogo.close_lanes(executor text, keep_shards integer, move_to text)
returns table (lane_id smallint, priority text, shard smallint, state text, moved_to_lane_id smallint, jobs_left bigint)
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  closing smallint[];
  lane cogo.lanes;
  has_changed boolean := false;
begin
  perform cogo.check_closing(close_lanes.executor, close_lanes.keep_shards, close_lanes.move_to);
  perform pg_advisory_xact_lock(hashtext('cogo.open_lanes'));
  closing := array(
    select known.lane_id from cogo.lanes as known
    where known.executor = close_lanes.executor and known.shard >= close_lanes.keep_shards
    order by known.lane_id
  );

  -- A step a call, each committed before the next: open lanes drain, empty ones close, closed ones lose their queue.
  perform cogo.drop_queue(known.lane_id) from cogo.lanes as known
  where known.lane_id = any(closing) and known.state = 'closed' and to_regclass('pgmq.q_' || known.queue_name) is not null;
  for lane in select known.* from cogo.lanes as known where known.lane_id = any(closing) and known.state = 'draining' loop
    perform cogo.move_leftovers(lane.lane_id, 10000, cogo.now_());
    has_changed := cogo.shut_lane(lane.lane_id) or has_changed;
  end loop;
  for lane in
    select known.* from cogo.lanes as known
    where known.lane_id = any(closing) and (known.state = 'open' or (close_lanes.move_to is not null and known.moved_to_lane_id is null))
  loop
    perform cogo.drain_lane(lane.lane_id, cogo.heir_lane(lane.lane_id, close_lanes.keep_shards, close_lanes.move_to));
    has_changed := true;
  end loop;
  if has_changed then
    perform cogo.count_shards(close_lanes.executor);
    perform cogo.write_lane_switch();
  end if;

  return query
  select
    known.lane_id, known.priority, known.shard,
    case when to_regclass('pgmq.q_' || known.queue_name) is not null then 'draining' else known.state end, known.moved_to_lane_id,
    case when known.state = 'closed' then 0 else cogo.lane_jobs(known.lane_id) end
  from cogo.lanes as known where known.lane_id = any(closing) order by known.lane_id;
end;
$$;

comment on function cogo.close_lanes(text, integer, text) is
  'Closes an executor''s lanes, those of shard keep_shards and above: they drain at once, and later calls close those that are empty. Their jobs go to the executor move_to, or to the shards that are kept; without either they are worked off first.';

revoke execute on function cogo.close_lanes(text, integer, text) from public;
grant execute on function cogo.close_lanes(text, integer, text) to service_role;
