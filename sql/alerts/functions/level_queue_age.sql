create function cogo.level_queue_age(slo cogo.slos, at timestamptz)
returns table (subject text, labels jsonb, value numeric, says text)
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
  head_at timestamptz;
  ready_at timestamptz;
begin
  for lane in
    select known.executor, hint.queue_name, hint.floor_at, hint.tail, lead(known.executor) over lanes_in_order is distinct from known.executor as is_last
    from cogo.lane_hints(slo.executor) as hint join cogo.lanes as known on known.lane_id = hint.lane_id
    where not hint.paused
    window lanes_in_order as (order by known.executor, hint.lane_id)
    order by known.executor, hint.lane_id
  loop
    head_at := null;
    if lane.tail > lane.floor_at then
      execute format('select vt from pgmq.%I where msg_id > %s order by msg_id limit 1', 'q_' || lane.queue_name, lane.floor_at) into head_at;
    end if;
    ready_at := least(ready_at, head_at);
    if lane.is_last then
      subject := lane.executor;
      labels := jsonb_build_object('executor', lane.executor);
      value := round(greatest(extract(epoch from level_queue_age.at - coalesce(ready_at, level_queue_age.at)), 0)::numeric, 1);
      says := format('the oldest ready job of %s has been waiting for %s', lane.executor, cogo.span_text(value));
      ready_at := null;
      return next;
    end if;
  end loop;
end;
$$;

comment on function cogo.level_queue_age(cogo.slos, timestamptz) is
  'Per executor how long its first ready job has been ready, in lanes that are not paused: one look at the head of each.';

revoke execute on function cogo.level_queue_age(cogo.slos, timestamptz) from public;
