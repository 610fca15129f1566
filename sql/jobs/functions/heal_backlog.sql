create function cogo.heal_backlog(at timestamptz, row_limit integer)
returns integer
language plpgsql
security definer
set search_path = ''
as $$
declare
  lane record;
  room integer;
  promoted integer := 0;
begin
  for lane in
    select hint.*, known.fair_window from cogo.lane_hints(null) as hint join cogo.lanes as known on known.lane_id = hint.lane_id
    where exists (select from cogo.backlog where backlog.lane_id = known.lane_id)
  loop
    execute format(
      'select count(*) from (select from pgmq.%I where msg_id > %s limit %s) as ready',
      'q_' || lane.queue_name, lane.floor_at, coalesce(lane.fair_window, 1)
    ) into room;
    room := case when lane.fair_window is null then heal_backlog.row_limit else least(lane.fair_window - room, heal_backlog.row_limit) end;
    if room > 0 then
      promoted := promoted + cogo.promote_backlog(lane.lane_id, room, null, heal_backlog.at);
    end if;
  end loop;
  return promoted;
end;
$$;

comment on function cogo.heal_backlog(timestamptz, integer) is
  'Fills lanes that have room while jobs wait for their turn; empties the backlog of lanes whose window was taken away.';

revoke execute on function cogo.heal_backlog(timestamptz, integer) from public;
