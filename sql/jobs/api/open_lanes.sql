create function api.open_lanes(executor text, shards integer default null)
returns table (lane_id smallint, priority text, queue_name text, weight smallint, shard smallint, state text)
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
begin
  return query
  select lane.lane_id, lane.priority, lane.queue_name, lane.weight, lane.shard, lane.state
  from cogo.open_lanes(open_lanes.executor, open_lanes.shards) as lane;
end;
$$;

comment on function api.open_lanes(text, integer) is
  'Opens the lanes of an executor, in shards where asked (1 to 64); repeats do nothing, lanes that were closed open again. Errors: bad_argument (400).';

revoke execute on function api.open_lanes(text, integer) from public;
grant execute on function api.open_lanes(text, integer) to service_role;
