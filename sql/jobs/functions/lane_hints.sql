create function cogo.lane_hints(executor text)
returns table (lane_id smallint, queue_name text, weight smallint, floor_at bigint, tail bigint, paused boolean, shard smallint)
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
    coalesce(pg_sequence_last_value(to_regclass('pgmq.f_' || lane.queue_name)), 0),
    coalesce(pg_sequence_last_value(to_regclass('pgmq.q_' || lane.queue_name || '_msg_id_seq')), 0),
    lane.paused_at is not null,
    lane.shard
  from cogo.lanes as lane
  where (lane_hints.executor is null or lane.executor = lane_hints.executor) and lane.state <> 'closed';
end;
$$;

comment on function cogo.lane_hints(text) is
  'Per lane: every message up to floor_at is gone, none is above tail. tail > floor_at = perhaps work. Two sequences, so no row versions. Null asks for all lanes that are not closed.';

revoke execute on function cogo.lane_hints(text) from public;
