create function cogo.ready_heads(only_executor text)
returns table (executor text, depth bigint, oldest_at timestamptz, paused boolean)
language plpgsql
stable
security definer
set search_path = ''
set enable_seqscan = off
set jit = off
set enable_bitmapscan = off
as $$
#variable_conflict use_column
declare
  lane record;
  head record;
begin
  for lane in
    select known.executor, hint.queue_name, hint.floor_at, hint.tail, hint.paused
    from cogo.lane_hints(ready_heads.only_executor) as hint join cogo.lanes as known on known.lane_id = hint.lane_id
  loop
    executor := lane.executor;
    paused := lane.paused;
    depth := 0;
    oldest_at := null;
    if lane.tail > lane.floor_at then
      execute format(
        'select msg_id, vt from pgmq.%I where msg_id > %s order by msg_id limit 1', 'q_' || lane.queue_name, lane.floor_at
      ) into head;
      if head.msg_id is not null then
        depth := greatest(lane.tail - head.msg_id + 1, 1);
        oldest_at := head.vt;
      end if;
    end if;
    return next;
  end loop;
end;
$$;

comment on function cogo.ready_heads(text) is
  'Per lane about how many jobs are ready, and since when the first, also in paused lanes: from its head and its tail, by one look-up, whatever its depth. Gaps count as jobs.';

revoke execute on function cogo.ready_heads(text) from public;
