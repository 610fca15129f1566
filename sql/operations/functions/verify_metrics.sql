create function cogo.verify_metrics()
returns table (invariant text, problem text, sample jsonb)
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  return query
  select 'an hour holds its minutes, and a day its hours', format('%s rows differ', count(*)), jsonb_agg(apart.line)
  from (
    select jsonb_build_object('series_id', apart.series_id, 'step', apart.step, 'at', apart.at) as line
    from cogo.metric_rows_apart() as apart limit 10
  ) as apart
  having count(*) > 0
  union all
  select 'no more was measured than happened', format('%s minutes have more times than transitions', count(*)), jsonb_agg(over.line)
  from (
    select jsonb_build_object('name', timed.name, 'at', line.at, 'labels', timed.labels) as line
    from cogo.metric_series as timed
    join cogo.metric_rows as line on line.series_id = timed.series_id and line.step = '1m'
    left join cogo.metric_rows as jobs
      on jobs.series_id = cogo.series_id('jobs', timed.tenant_id, timed.labels) and jobs.step = '1m' and jobs.at = line.at
    -- Below it minutes are being forgotten, in any order.
    where line.at >= coalesce((select horizon.minutes_from from cogo.metric_horizon as horizon), '-infinity')
      and timed.name in ('wait', 'run') and (select sum(many) from unnest(line.bin_counts) as many) > coalesce(case timed.name
      when 'wait' then (jobs.counts ->> 'claimed')::numeric
      else coalesce((jobs.counts ->> 'succeeded')::numeric, 0) + coalesce((jobs.counts ->> 'failed')::numeric, 0)
        + coalesce((jobs.counts ->> 'retried')::numeric, 0)
    end, 0)
    limit 10
  ) as over
  having count(*) > 0
  union all
  select 'all together is the sum of each', format('%s minutes differ', count(*)), jsonb_agg(apart.line)
  from (
    select jsonb_build_object('name', summed.name, 'at', summed.at, 'key', summed.key) as line
    from (
      select replace(known.name, ':all', '') as name, line.at, item.key,
        sum(case when known.name like '%:all' then -item.value else item.value end) as apart
      from cogo.metric_series as known
      join cogo.metric_rows as line on line.series_id = known.series_id and line.step = '1m'
      cross join lateral cogo.metric_row_items(line) as item
      where line.at >= coalesce((select horizon.minutes_from from cogo.metric_horizon as horizon), '-infinity')
      group by 1, 2, 3
    ) as summed
    where summed.apart <> 0 limit 10
  ) as apart
  having count(*) > 0
  union all
  select 'a series is what its number says', format('%s have another number', count(*)), jsonb_agg(known.series_id)
  from cogo.metric_series as known
  where known.series_id <> cogo.series_id(known.name, known.tenant_id, known.labels)
  having count(*) > 0;
end;
$$;

comment on function cogo.verify_metrics() is 'The part of cogo.verify about the history.';

revoke execute on function cogo.verify_metrics() from public;
