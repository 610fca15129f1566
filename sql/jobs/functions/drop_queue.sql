create function cogo.drop_queue(lane_id smallint)
returns void
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  lane cogo.lanes;
  patience text := current_setting('lock_timeout');
begin
  select known.* into lane from cogo.lanes as known where known.lane_id = drop_queue.lane_id;
  if pg_snapshot_xmin(pg_current_snapshot()) < lane.drained_xid
    or not pg_try_advisory_xact_lock(hashtext('cogo.raise_floors'), lane.lane_id)
  then
    return;
  end if;
  -- A transaction that looked at the lane while it was open holds locks on its sequences to its end. The wait for those is
  -- far shorter than deadlock_timeout, so whoever waits for us is never the one to be ended.
  begin
    perform set_config('lock_timeout', '50ms', true);
    execute format('lock table pgmq.%I in access exclusive mode', 'q_' || lane.queue_name);
    perform pgmq.drop_queue(lane.queue_name);
    execute format('drop sequence pgmq.%I', 'f_' || lane.queue_name);
    delete from cogo.lane_rounds as round where round.lane_id = lane.lane_id;
  exception when lock_not_available then
    null;
  end;
  perform set_config('lock_timeout', patience, true);
end;
$$;

comment on function cogo.drop_queue(smallint) is
  'Drops the queue of a closed lane, unless somebody who began earlier is still near it: then a later call does. The lane''s row stays.';

revoke execute on function cogo.drop_queue(smallint) from public;
