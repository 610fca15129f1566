create function api.close_lanes(executor text, keep_shards integer default 0, move_to text default null)
returns table (lane_id smallint, priority text, shard smallint, state text, moved_to_lane_id smallint, jobs_left bigint)
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
begin
  return query select * from cogo.close_lanes(close_lanes.executor, close_lanes.keep_shards, close_lanes.move_to);
end;
$$;

comment on function api.close_lanes(text, integer, text) is
  'Closes an executor''s lanes, or its shards from keep_shards on, without losing a job: they drain, their jobs go to move_to or to the shards kept. Call again until every state is closed. Errors: bad_argument (400).';

revoke execute on function api.close_lanes(text, integer, text) from public;
grant execute on function api.close_lanes(text, integer, text) to service_role;
