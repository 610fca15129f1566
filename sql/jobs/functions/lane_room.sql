create function cogo.lane_room(lane_id smallint, fair_window integer)
returns integer
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  hint record;
  ready integer;
begin
  if exists (select from cogo.backlog where backlog.lane_id = lane_room.lane_id) then
    return 0;
  end if;
  select told.queue_name, told.floor_at, told.tail into hint
  from cogo.lane_hints((select lane.executor from cogo.lanes as lane where lane.lane_id = lane_room.lane_id)) as told
  where told.lane_id = lane_room.lane_id;
  if hint.tail - hint.floor_at <= lane_room.fair_window / 2 then
    return lane_room.fair_window - (hint.tail - hint.floor_at);
  end if;
  -- The floor lags behind: what looks full is counted, as far as the window goes.
  execute format(
    'select count(*) from (select from pgmq.%I where msg_id > %s limit %s) as ready',
    'q_' || hint.queue_name, hint.floor_at, lane_room.fair_window
  ) into ready;
  return lane_room.fair_window - ready;
end;
$$;

comment on function cogo.lane_room(smallint, integer) is
  'How many more jobs may become ready in a lane with a window; none while others wait for their turn.';

revoke execute on function cogo.lane_room(smallint, integer) from public;
