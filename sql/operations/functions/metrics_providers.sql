create function cogo.metrics_providers(service text, since_min integer)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  return (
    select coalesce(jsonb_agg(provider.line order by provider.name), '[]')
    from (
      select
        told ->> 'provider' as name,
        jsonb_build_object(
          'provider', told ->> 'provider',
          -- As bad as its worst model.
          'state', (array['closed', 'half_open', 'open'])[max(array_position(array['closed', 'half_open', 'open'], told ->> 'state'))],
          'calls', sum((told ->> 'calls')::bigint), 'errors', sum((told ->> 'errors')::bigint), 'throttled', sum((told ->> 'throttled')::bigint),
          'error_rate', round(sum((told ->> 'errors')::numeric) / nullif(sum((told ->> 'calls')::numeric), 0), 4),
          'first_token_ms', round((
            sum((told ->> 'mean_first_token_ms')::numeric * (told ->> 'calls')::numeric)
            / nullif(sum((told ->> 'calls')::numeric) filter (where told ->> 'mean_first_token_ms' is not null), 0)
          ), 1),
          'models', jsonb_agg(told - 'provider' order by told ->> 'model', told ->> 'region')
        ) as line
      from cogo.provider_health_summary(metrics_providers.since_min) as told
      join cogo.llm_models as model on model.model_id = (told ->> 'model_id')::bigint
      where metrics_providers.service is null or model.service = metrics_providers.service
      group by told ->> 'provider'
    ) as provider
  );
end;
$$;

comment on function cogo.metrics_providers(text, integer) is
  'How each provider did in the last minutes, its models together. Of those that were called; error_rate is a share of 0 to 1.';

revoke execute on function cogo.metrics_providers(text, integer) from public;
