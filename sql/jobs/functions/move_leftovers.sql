create function cogo.move_leftovers(lane_id smallint, row_limit integer, at timestamptz)
returns integer
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  lane cogo.lanes;
  moved record;
begin
  select known.* into lane from cogo.lanes as known where known.lane_id = move_leftovers.lane_id;
  if lane.state <> 'draining' then
    return 0;
  end if;
  update cogo.lanes set drained_xid = pg_current_xact_id() where ctid = any (array(
    select known.ctid from cogo.lanes as known
    where known.lane_id = move_leftovers.lane_id and known.drained_xid is null for update skip locked
  ));
  if lane.moved_to_lane_id is null then
    return 0;
  end if;

  update cogo.backlog set lane_id = lane.moved_to_lane_id where ctid = any (array(
    select later.ctid from cogo.backlog as later where later.lane_id = lane.lane_id limit move_leftovers.row_limit for update skip locked
  ));
  update cogo.parked set lane_id = lane.moved_to_lane_id where ctid = any (array(
    select limited.ctid from cogo.parked as limited where limited.lane_id = lane.lane_id limit move_leftovers.row_limit for update skip locked
  ));
  execute format(
    $sql$
      with gone as (
        delete from pgmq.%1$I where ctid = any (array(
          select queued.ctid from pgmq.%1$I as queued order by queued.msg_id limit $1 for update skip locked
        )) returning msg_id, message
      )
      select
        array_agg((message ->> 'job_id')::bigint order by msg_id) as job_ids,
        array_agg(coalesce((message ->> 'attempt')::smallint, 1::smallint) order by msg_id) as attempts
      from gone
    $sql$, 'q_' || lane.queue_name
  ) into moved using move_leftovers.row_limit;
  if moved.job_ids is null then
    return 0;
  end if;
  perform cogo.push_lane(lane.lane_id, moved.job_ids, moved.attempts, move_leftovers.at);
  return cardinality(moved.job_ids);
end;
$$;

comment on function cogo.move_leftovers(smallint, integer, timestamptz) is
  'Brings jobs of a draining lane to the one that took its place. Passes by what claims are taking. Answers how many messages.';

revoke execute on function cogo.move_leftovers(smallint, integer, timestamptz) from public;
