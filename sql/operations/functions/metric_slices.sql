create function cogo.metric_slices(
  name text, since timestamptz, until timestamptz, tenant uuid, labels jsonb default null, step text default null
)
returns setof cogo.metric_rows
language plpgsql
stable
security definer
set search_path = ''
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_bitmapscan = off
set enable_hashjoin = off
set enable_mergejoin = off
set jit = off
as $$
#variable_conflict use_column
declare
  -- Of everything together there is one series, whatever the number of tenants and types.
  is_whole constant boolean := metric_slices.tenant is null and metric_slices.labels is null;
  wanted constant text := metric_slices.name || case when is_whole then ':all' else '' end;
  wanted_labels constant jsonb := coalesce(metric_slices.labels, '{}');
  span record;
begin
  for span in select * from cogo.metric_spans(metric_slices.since, metric_slices.until, metric_slices.step) loop
    if span.not_rolled then
      return query
      select line.*
      from cogo.metric_series as series
      join cogo.metric_rows as line on line.series_id = series.series_id
      where not line.rolled and line.step = span.step and line.at >= span.from_at and line.at < span.to_at
        and series.name = wanted and (metric_slices.tenant is null or series.tenant_id = metric_slices.tenant)
        and series.labels @> wanted_labels;
    else
      return query
      select line.*
      from cogo.metric_series as series
      join cogo.metric_rows as line on line.series_id = series.series_id
      where line.rolled and line.step = span.step and line.at >= span.from_at and line.at < span.to_at
        and series.name = wanted and (metric_slices.tenant is null or series.tenant_id = metric_slices.tenant)
        and series.labels @> wanted_labels;
    end if;
  end loop;
end;
$$;

comment on function cogo.metric_slices(text, timestamptz, timestamptz, uuid, jsonb, text) is
  'The rows that tell of a span: of a tenant''s series, or of all that have these labels ({} = each), or, without labels, of all together.';

revoke execute on function cogo.metric_slices(text, timestamptz, timestamptz, uuid, jsonb, text) from public;
