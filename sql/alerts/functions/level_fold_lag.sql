create function cogo.level_fold_lag(slo cogo.slos, at timestamptz)
returns table (subject text, labels jsonb, value numeric, says text)
language plpgsql
stable
security definer
set search_path = ''
set enable_seqscan = off
set jit = off
as $$
#variable_conflict use_column
begin
  return query
  select told.subject, jsonb_build_object('figures', told.subject), told.seconds, format('%s are %s behind', told.subject, cogo.span_text(told.seconds))
  from (
    select
      behind.subject, round(greatest(extract(epoch from level_fold_lag.at - coalesce(behind.oldest_at, level_fold_lag.at)), 0)::numeric, 1) as seconds
    from (
      values
        ('counters of transitions', (
          select event.ts from cogo.events as event
          where event.id > coalesce((select fold.folded_id from cogo.event_folds as fold), 0) order by event.id limit 1
        )),
        -- A minute is added to its hour when it is two minutes old, once a minute.
        ('history by the hour', (
          select min(line.at) + interval '5 minutes' from cogo.metric_rows as line where not line.rolled and line.step = '1m'
        )),
        ('counters of usage', (select min(outcome.settled_at) from cogo.routing_outcomes as outcome where not outcome.is_counted))
    ) as behind (subject, oldest_at)
  ) as told;
end;
$$;

comment on function cogo.level_fold_lag(cogo.slos, timestamptz) is
  'How many seconds figures are behind: the age of the oldest event or bill that is not in them yet.';

revoke execute on function cogo.level_fold_lag(cogo.slos, timestamptz) from public;
