create function cogo.drain_lanes(at timestamptz, row_limit integer)
returns integer
language plpgsql
security definer
set search_path = ''
as $$
declare
  draining smallint;
  moved integer := 0;
begin
  for draining in select lane.lane_id from cogo.lanes as lane where lane.state = 'draining' order by lane.lane_id loop
    moved := moved + cogo.move_leftovers(draining, drain_lanes.row_limit, drain_lanes.at);
  end loop;
  return moved;
end;
$$;

comment on function cogo.drain_lanes(timestamptz, integer) is 'The sweep''s part for lanes that close. Answers how many messages moved.';

revoke execute on function cogo.drain_lanes(timestamptz, integer) from public;
