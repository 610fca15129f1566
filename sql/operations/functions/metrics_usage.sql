create function cogo.metrics_usage(since timestamptz, tenant uuid)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
set enable_seqscan = off
set jit = off
as $$
#variable_conflict use_column
declare
  from_hour constant timestamptz := date_trunc('hour', metrics_usage.since, 'UTC');
begin
  return (
    select jsonb_build_object(
      'tokens', jsonb_build_object(
        'since', from_hour, 'requests', coalesce(sum(counter.requests), 0), 'input', coalesce(sum(counter.input_tokens), 0),
        'cache_read', coalesce(sum(counter.cache_read_tokens), 0), 'cache_write', coalesce(sum(counter.cache_write_tokens), 0),
        'output', coalesce(sum(counter.output_tokens), 0)
      ),
      'cost', jsonb_build_object('since', from_hour, 'nano', coalesce(sum(counter.cost_nano), 0))
    )
    from cogo.usage_counters as counter
    where counter.hour >= from_hour and (metrics_usage.tenant is null or counter.tenant_id = metrics_usage.tenant)
  );
end;
$$;

comment on function cogo.metrics_usage(timestamptz, uuid) is
  'Tokens and cost from the roll-up by the hour, since the hour in which a window began.';

revoke execute on function cogo.metrics_usage(timestamptz, uuid) from public;
