create function cogo.drop_queue(lane_id smallint)
returns boolean
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  lane cogo.lanes;
  hint record;
begin
  select known.* into lane from cogo.lanes as known where known.lane_id = drop_queue.lane_id for update;
  -- Whoever might still write to the queue began before drained_xid.
  if lane.drained_xid is null or pg_snapshot_xmin(pg_current_snapshot()) < lane.drained_xid or cogo.lane_jobs(lane.lane_id) > 0 then
    return false;
  end if;
  -- A look that began before may still read the queue; from now on nobody has a reason to, so the next call finds it alone.
  select hint.tail, hint.floor_at into hint from cogo.lane_hints(lane.executor) as hint where hint.lane_id = lane.lane_id;
  if hint.tail > hint.floor_at then
    perform setval(('pgmq.f_' || lane.queue_name)::regclass, hint.tail);
    return false;
  end if;
  begin
    execute format('lock table pgmq.%I in access exclusive mode nowait', 'q_' || lane.queue_name);
  exception when lock_not_available then
    return false;
  end;
  if cogo.lane_jobs(lane.lane_id) > 0 then
    return false;
  end if;
  perform pgmq.drop_queue(lane.queue_name);
  execute format('drop sequence pgmq.%I', 'f_' || lane.queue_name);
  delete from cogo.lane_rounds as round where round.lane_id = lane.lane_id;
  update cogo.lanes as known set state = 'closed' where known.lane_id = lane.lane_id;
  return true;
end;
$$;

comment on function cogo.drop_queue(smallint) is
  'Closes a drained lane for good once it is empty and nobody can write to it any more; answers whether it did. Its row stays.';

revoke execute on function cogo.drop_queue(smallint) from public;
