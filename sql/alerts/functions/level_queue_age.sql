create function cogo.level_queue_age(slo cogo.slos, at timestamptz)
returns table (subject text, labels jsonb, value numeric, says text)
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  return query
  select
    told.executor, jsonb_build_object('executor', told.executor), told.seconds,
    format('the oldest ready job of %s has been waiting for %s', told.executor, cogo.span_text(told.seconds))
  from (
    select
      head.executor,
      round(greatest(extract(epoch from level_queue_age.at - coalesce(min(head.oldest_at), level_queue_age.at)), 0)::numeric, 1) as seconds
    from cogo.ready_heads(slo.executor) as head
    where not head.paused
    group by head.executor
  ) as told;
end;
$$;

comment on function cogo.level_queue_age(cogo.slos, timestamptz) is
  'Per executor how long its first ready job has been ready, in lanes that are not paused: one look at the head of each.';

revoke execute on function cogo.level_queue_age(cogo.slos, timestamptz) from public;
