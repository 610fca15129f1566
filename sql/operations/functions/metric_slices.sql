create function cogo.metric_slices(
  name text, since timestamptz, until timestamptz, tenant uuid, labels jsonb default '{}', step text default null
)
returns setof cogo.metric_rows
language plpgsql
stable
security definer
set search_path = ''
set jit = off
as $$
#variable_conflict use_column
begin
  return query
  select line.*
  from cogo.metric_spans(metric_slices.since, metric_slices.until, metric_slices.step) as span
  cross join lateral (
    select series.series_id from cogo.metric_series as series
    where series.name = metric_slices.name and (metric_slices.tenant is null or series.tenant_id = metric_slices.tenant)
      and series.labels @> metric_slices.labels
  ) as series
  cross join lateral (
    select each.* from cogo.metric_rows as each
    where not span.not_rolled and each.rolled
      and each.series_id = series.series_id and each.step = span.step and each.at >= span.from_at and each.at < span.to_at
  ) as line
  union all
  select line.*
  from cogo.metric_spans(metric_slices.since, metric_slices.until, metric_slices.step) as span
  join cogo.metric_rows as line on not line.rolled and line.step = span.step and line.at >= span.from_at and line.at < span.to_at
  join cogo.metric_series as series on series.series_id = line.series_id
  where span.not_rolled and series.name = metric_slices.name and (metric_slices.tenant is null or series.tenant_id = metric_slices.tenant)
    and series.labels @> metric_slices.labels;
end;
$$;

comment on function cogo.metric_slices(text, timestamptz, timestamptz, uuid, jsonb, text) is
  'The rows that tell of a series'' span. Of a tenant, or of all; labels narrow.';

revoke execute on function cogo.metric_slices(text, timestamptz, timestamptz, uuid, jsonb, text) from public;
