create function cogo.drain_lane(lane_id smallint, heir smallint)
returns void
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  update cogo.lanes as lane set
    state = case when lane.state = 'closed' then 'closed' else 'draining' end, moved_to_lane_id = drain_lane.heir, drained_xid = null
  where lane.lane_id = drain_lane.lane_id;
  if drain_lane.heir is null then
    return;
  end if;

  -- Whoever led here leads on to the heir at once, and whatever came here may stand there.
  update cogo.lanes as lane set moved_to_lane_id = drain_lane.heir where lane.moved_to_lane_id = drain_lane.lane_id;
  insert into cogo.lane_moves (from_lane_id, to_lane_id)
  select source.lane_id, drain_lane.heir
  from (
    select drain_lane.lane_id
    union
    select move.from_lane_id from cogo.lane_moves as move where move.to_lane_id = drain_lane.lane_id
  ) as source (lane_id)
  where source.lane_id <> drain_lane.heir
  on conflict do nothing;
end;
$$;

comment on function cogo.drain_lane(smallint, smallint) is
  'From the commit on nothing new comes into a lane, where an heir is named; claims and the sweep empty it.';

revoke execute on function cogo.drain_lane(smallint, smallint) from public;
