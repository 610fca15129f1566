create function cogo.history_finished(since timestamptz, until timestamptz, tenant uuid)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
set jit = off
as $$
#variable_conflict use_column
declare
  figures jsonb;
begin
  with slice as materialized (
    select known.name, known.labels ->> 'executor' as executor, known.labels ->> 'type' as type, line.counts, line.ms, line.bins, line.bin_counts
    from unnest(array['jobs', 'wait', 'run']) as kind (name)
    cross join lateral cogo.metric_slices(kind.name, history_finished.since, history_finished.until, history_finished.tenant, '{}') as line
    join cogo.metric_series as known on known.series_id = line.series_id
  ),
  counted as materialized (
    select grouping(slice.executor, slice.type) as by_what, coalesce(slice.executor, slice.type) as name,
      coalesce(sum((slice.counts ->> 'succeeded')::bigint), 0) as succeeded, coalesce(sum((slice.counts ->> 'failed')::bigint), 0) as failed,
      coalesce(sum((slice.counts ->> 'cancelled')::bigint), 0) as cancelled
    from slice where slice.name = 'jobs' group by grouping sets ((), (slice.executor), (slice.type))
  ),
  timed as materialized (
    select grouping(slice.executor, slice.type) as by_what, coalesce(slice.executor, slice.type) as name,
      cogo.bins_spread(
        array_agg(item.bin) filter (where slice.name = 'wait'), array_agg(item.many) filter (where slice.name = 'wait'),
        sum(slice.ms / cardinality(slice.bins)) filter (where slice.name = 'wait')
      ) as wait_ms,
      cogo.bins_spread(
        array_agg(item.bin) filter (where slice.name = 'run'), array_agg(item.many) filter (where slice.name = 'run'),
        sum(slice.ms / cardinality(slice.bins)) filter (where slice.name = 'run')
      ) as run_ms
    from slice cross join lateral unnest(slice.bins, slice.bin_counts) as item (bin, many)
    group by grouping sets ((), (slice.executor), (slice.type))
  ),
  lines as (
    select counted.by_what, counted.succeeded + counted.failed + counted.cancelled as jobs, jsonb_build_object(
      'name', counted.name, 'succeeded', counted.succeeded, 'failed', counted.failed, 'cancelled', counted.cancelled,
      'wait_ms', coalesce(timed.wait_ms, cogo.bins_spread(null, null, null)), 'run_ms', coalesce(timed.run_ms, cogo.bins_spread(null, null, null))
    ) as line
    from counted left join timed on timed.by_what = counted.by_what and timed.name is not distinct from counted.name
  )
  select jsonb_build_object(
    'sample', whole.jobs, 'is_capped', false, 'wait_ms', whole.line -> 'wait_ms', 'run_ms', whole.line -> 'run_ms',
    -- grouping() says which is not told apart: 1 = the type, 2 = the executor.
    'by_executor', (select coalesce(jsonb_agg(lines.line order by lines.jobs desc), '[]') from lines where lines.by_what = 1 and lines.jobs > 0),
    'by_type', (
      select coalesce(jsonb_agg(top.line order by top.jobs desc), '[]')
      from (select * from lines where lines.by_what = 2 and lines.jobs > 0 order by lines.jobs desc limit 20) as top
    )
  )
  into figures
  from lines as whole where whole.by_what = 3;
  return figures;
end;
$$;

comment on function cogo.history_finished(timestamptz, timestamptz, uuid) is
  'cogo.metrics_finished from the history: of all jobs of a span, however many. A retry''s end counts among the runs.';

revoke execute on function cogo.history_finished(timestamptz, timestamptz, uuid) from public;
