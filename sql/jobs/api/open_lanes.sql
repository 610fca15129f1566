create function api.open_lanes(executor text)
returns table (lane_id smallint, priority text, queue_name text, weight smallint)
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
begin
  return query
  select lane.lane_id, lane.priority, lane.queue_name, lane.weight from cogo.open_lanes(open_lanes.executor) as lane;
end;
$$;

comment on function api.open_lanes(text) is
  'Opens the lanes of a new executor; repeats do nothing. Errors: bad_argument (400).';

revoke execute on function api.open_lanes(text) from public;
grant execute on function api.open_lanes(text) to service_role;
