create function cogo.add_metric_rows(step text, deltas jsonb)
returns void
language plpgsql
security definer
set search_path = ''
set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
declare
  unit constant text := cogo.metric_unit(add_metric_rows.step);
  late jsonb;
begin
  with given as materialized (
    select delta.series_id, date_trunc(unit, delta.at, 'UTC') as at, delta.counts, delta.ms, delta.bins, delta.bin_counts
    from jsonb_to_recordset(add_metric_rows.deltas) as delta (
      series_id bigint, at timestamptz, counts jsonb, ms double precision, bins smallint[], bin_counts bigint[]
    )
  ),
  counted as (
    select each.series_id, each.at, jsonb_object_agg(each.key, each.total) as counts
    from (
      select given.series_id, given.at, item.key, sum(item.value::numeric) as total
      from given cross join lateral jsonb_each_text(given.counts) as item group by given.series_id, given.at, item.key
    ) as each
    group by each.series_id, each.at
  ),
  binned as (
    select each.series_id, each.at, array_agg(each.bin order by each.bin) as bins, array_agg(each.total order by each.bin) as bin_counts
    from (
      select given.series_id, given.at, item.bin, sum(item.many)::bigint as total
      from given cross join lateral unnest(given.bins, given.bin_counts) as item (bin, many) group by given.series_id, given.at, item.bin
    ) as each
    group by each.series_id, each.at
  ),
  merged as materialized (
    select whole.*, coalesce(counted.counts, '{}') as counts, coalesce(binned.bins, '{}') as bins, coalesce(binned.bin_counts, '{}') as bin_counts
    from (select given.series_id, given.at, coalesce(sum(given.ms), 0) as ms from given group by given.series_id, given.at) as whole
    left join counted on counted.series_id = whole.series_id and counted.at = whole.at
    left join binned on binned.series_id = whole.series_id and binned.at = whole.at
  ),
  written as (
    insert into cogo.metric_rows as known (series_id, at, step, ms, counts, bins, bin_counts)
    -- In order, so that two who add to the same rows wait for each other but never in a circle.
    select merged.series_id, merged.at, add_metric_rows.step, merged.ms, merged.counts, merged.bins, merged.bin_counts
    from merged order by merged.series_id, merged.at
    on conflict (series_id, step, at) do update set
      ms = known.ms + excluded.ms, counts = cogo.added_counts(known.counts, excluded.counts),
      (bins, bin_counts) = (
        select coalesce(array_agg(each.bin order by each.bin), '{}'), coalesce(array_agg(each.total order by each.bin), '{}')
        from (
          select item.bin, sum(item.many)::bigint as total
          from (select * from unnest(known.bins, known.bin_counts) union all select * from unnest(excluded.bins, excluded.bin_counts)) as item (bin, many)
          group by item.bin
        ) as each
      )
    returning known.series_id, known.at, known.rolled
  )
  select jsonb_agg(to_jsonb(merged)) into late
  from written join merged on merged.series_id = written.series_id and merged.at = written.at
  where written.rolled;
  if late is not null then
    perform cogo.add_metric_rows(case add_metric_rows.step when '1m' then '1h' else '1d' end, late);
  end if;
end;
$$;

comment on function cogo.add_metric_rows(text, jsonb) is
  'Adds [{series_id, at, counts, ms, bins, bin_counts}] to the rows of a step, and to the wider row as well where that has been rolled up already.';

revoke execute on function cogo.add_metric_rows(text, jsonb) from public;
