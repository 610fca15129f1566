create function cogo.gate_wait(since timestamptz, until timestamptz, tenant uuid)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  return (
    select jsonb_build_object(
      'count', coalesce(sum(item.many), 0),
      'p90_ms', round(cogo.bins_quantile(array_agg(item.bin), array_agg(item.many), 0.9)::numeric, 1)
    )
    from cogo.metric_slices('wait', gate_wait.since, gate_wait.until, gate_wait.tenant, '{}') as line
    join cogo.metric_series as series on series.series_id = line.series_id
    cross join lateral unnest(line.bins, line.bin_counts) as item (bin, many)
    -- They wait for the runner that somebody starts, and for each other.
    where series.labels ->> 'executor' <> all (array['orchestrator', 'quality'])
  );
end;
$$;

comment on function cogo.gate_wait(timestamptz, timestamptz, uuid) is
  'How many jobs were measured in a span and within how many milliseconds nine in ten of them began, from enqueue to first claim. Without the jobs of quality runs, which wait for a runner on purpose.';

revoke execute on function cogo.gate_wait(timestamptz, timestamptz, uuid) from public;
