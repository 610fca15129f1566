create function cogo.metric_rows_apart()
returns table (series_id bigint, step text, at timestamptz)
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  return query
  with level as (
    select of.step, of.wider, of.unit, coalesce(of.kept_from, '-infinity') as kept_from
    from (select horizon.* from (select) as one left join cogo.metric_horizon as horizon on true) as horizon
    cross join lateral (
      values ('1m', '1h', 'hour', horizon.minutes_from), ('1h', '1d', 'day', horizon.hours_from)
    ) as of (step, wider, unit, kept_from)
  ),
  -- Each counter and bin as a line of its own; those of the narrow rows under the time of their wide one.
  narrow as (
    select line.series_id, level.wider as step, date_trunc(level.unit, line.at, 'UTC') as at, item.key, sum(item.value) as value
    from level
    join cogo.metric_rows as line on line.step = level.step and line.rolled and line.at >= level.kept_from
    cross join lateral cogo.metric_row_items(line) as item
    group by 1, 2, 3, 4
  ),
  wide as (
    select line.series_id, line.step, line.at, item.key, item.value
    from level
    join cogo.metric_rows as line on line.step = level.wider and line.at >= level.kept_from
    cross join lateral cogo.metric_row_items(line) as item
  )
  select distinct coalesce(narrow.series_id, wide.series_id), coalesce(narrow.step, wide.step), coalesce(narrow.at, wide.at)
  from narrow full join wide on wide.series_id = narrow.series_id and wide.step = narrow.step and wide.at = narrow.at and wide.key = narrow.key
  where coalesce(narrow.value, 0) <> coalesce(wide.value, 0);
end;
$$;

comment on function cogo.metric_rows_apart() is 'Hours and days that are not the sum of what was rolled up into them, as far as that is kept.';

revoke execute on function cogo.metric_rows_apart() from public;
