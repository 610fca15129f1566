create function cogo.level_queue_age(slo cogo.slos, at timestamptz)
returns table (subject text, labels jsonb, value numeric, says text)
language plpgsql
stable
security definer
set search_path = ''
set enable_seqscan = off
set enable_bitmapscan = off
as $$
#variable_conflict use_column
declare
  lane record;
  ready_at timestamptz;
begin
  for lane in
    select known.executor, hint.queue_name, hint.floor_at
    from cogo.lane_hints(slo.executor) as hint join cogo.lanes as known on known.lane_id = hint.lane_id
    where not hint.paused order by known.executor
  loop
    execute format('select vt from pgmq.%I where msg_id > %s order by msg_id limit 1', 'q_' || lane.queue_name, lane.floor_at) into ready_at;
    subject := lane.executor;
    labels := jsonb_build_object('executor', lane.executor);
    value := round(greatest(extract(epoch from level_queue_age.at - coalesce(ready_at, level_queue_age.at)), 0)::numeric, 1);
    says := format('the oldest ready job of %s has been waiting for %s', lane.executor, cogo.span_text(value));
    return next;
  end loop;
end;
$$;

comment on function cogo.level_queue_age(cogo.slos, timestamptz) is
  'Per executor how long its first ready job has been ready, in lanes that are not paused: one look at the head of each.';

revoke execute on function cogo.level_queue_age(cogo.slos, timestamptz) from public;
