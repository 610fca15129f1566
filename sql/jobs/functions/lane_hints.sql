create function cogo.lane_hints(executor text)
returns table (lane_id smallint, queue_name text, weight smallint, floor_at bigint, tail bigint, paused boolean)
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  return query
  select
    lane.lane_id,
    lane.queue_name,
    lane.weight,
    coalesce(pg_sequence_last_value(('pgmq.f_' || lane.queue_name)::regclass), 0),
    coalesce(pg_sequence_last_value(('pgmq.q_' || lane.queue_name || '_msg_id_seq')::regclass), 0),
    lane.paused_at is not null
  from cogo.lanes as lane
  where lane_hints.executor is null or lane.executor = lane_hints.executor;
end;
$$;

comment on function cogo.lane_hints(text) is
  'Per lane: every message up to floor_at is gone, none is above tail. tail > floor_at = perhaps work. Two sequences, so no row versions. Null asks for all lanes.';

revoke execute on function cogo.lane_hints(text) from public;
