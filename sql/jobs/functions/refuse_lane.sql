create function cogo.refuse_lane(lane_id smallint)
returns void
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  closed cogo.lanes;
begin
  select * into closed from cogo.lanes as lane where lane.lane_id = refuse_lane.lane_id;
  raise sqlstate 'PT409' using
    message = format('Cannot put jobs into lane %s: %s %s is closed and leads nowhere', refuse_lane.lane_id, closed.executor, closed.priority),
    detail = 'lane_closed',
    hint = format('Open it again: select * from api.open_lanes(%L).', closed.executor);
end;
$$;

comment on function cogo.refuse_lane(smallint) is 'Raises lane_closed (409).';

revoke execute on function cogo.refuse_lane(smallint) from public;
