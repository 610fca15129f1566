create function cogo.history_lines(
  series text, from_at timestamptz, to_at timestamptz, step text, tenant uuid, only_labels jsonb, by_lane boolean
)
returns table (labels jsonb, points jsonb)
language plpgsql
stable
security definer
set search_path = ''
set jit = off
as $$
#variable_conflict use_column
declare
  source record := cogo.history_source(history_lines.series);
  unit constant text := cogo.metric_unit(history_lines.step);
begin
  return query
  with slice as materialized (
    select date_trunc(unit, line.at, 'UTC') as at, line.counts, line.bins, line.bin_counts,
      case when by_lane then known.labels else '{}' end as labels
    from cogo.metric_slices(source.name, history_lines.from_at, history_lines.to_at, history_lines.tenant,
      case when by_lane or history_lines.only_labels <> '{}' then history_lines.only_labels end, history_lines.step) as line
    join cogo.metric_series as known on known.series_id = line.series_id
  ),
  counted as (
    select summed.labels, summed.at, jsonb_object_agg(summed.key, summed.total) as counts
    from (
      select slice.labels, slice.at, item.key, sum(item.value::numeric) as total
      from slice cross join lateral jsonb_each_text(slice.counts) as item
      where source.kind not in ('quantile', 'age') group by slice.labels, slice.at, item.key
    ) as summed
    group by summed.labels, summed.at
  ),
  timed as (
    select slice.labels, slice.at, array_agg(item.bin) as bins, array_agg(item.many) as bin_counts
    from slice cross join lateral unnest(slice.bins, slice.bin_counts) as item (bin, many)
    where source.kind in ('quantile', 'age') group by slice.labels, slice.at
  ),
  -- A level is a mean over the looks that were taken, also over those that found nothing.
  looked as (
    select date_trunc(unit, look.at, 'UTC') as at, sum((look.counts ->> 'looks')::numeric) as looks
    from cogo.metric_slices('looks', history_lines.from_at, history_lines.to_at, null, null, history_lines.step) as look
    where source.kind = 'level' group by 1
  ),
  line as (
    select distinct slice.labels from slice union select '{}' where not by_lane
  )
  select line.labels, jsonb_agg(jsonb_build_object('at', slot.at, 'value', cogo.history_value(
    source.kind, source.part, coalesce(counted.counts, '{}'), timed.bins, timed.bin_counts, looked.looks, unit
  )) order by slot.at)
  from line
  cross join generate_series(history_lines.from_at, history_lines.to_at, ('1 ' || unit)::interval) as slot (at)
  left join counted on counted.labels = line.labels and counted.at = slot.at
  left join timed on timed.labels = line.labels and timed.at = slot.at
  left join looked on looked.at = slot.at
  where slot.at < history_lines.to_at
  group by line.labels;
end;
$$;

comment on function cogo.history_lines(text, timestamptz, timestamptz, text, uuid, jsonb, boolean) is
  'The points of one line, or of a line per lane.';

revoke execute on function cogo.history_lines(text, timestamptz, timestamptz, text, uuid, jsonb, boolean) from public;
