create function cogo.shut_lane(lane_id smallint)
returns boolean
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  lane cogo.lanes;
begin
  select known.* into lane from cogo.lanes as known where known.lane_id = shut_lane.lane_id for update;
  -- Whoever might still write to the queue began before drained_xid; a message that a claim may give back still shows.
  if lane.drained_xid is null or pg_snapshot_xmin(pg_current_snapshot()) < lane.drained_xid or cogo.lane_jobs(lane.lane_id) > 0 then
    return false;
  end if;
  update cogo.lanes as known set state = 'closed', drained_xid = pg_current_xact_id() where known.lane_id = lane.lane_id;
  return true;
end;
$$;

comment on function cogo.shut_lane(smallint) is
  'Closes a drained lane once it is empty and nobody can write to it any more; answers whether it did. From the commit on no claim looks at it.';

revoke execute on function cogo.shut_lane(smallint) from public;
