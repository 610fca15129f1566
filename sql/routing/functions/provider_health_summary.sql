create function cogo.provider_health_summary(since_min integer)
returns setof jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  from_minute timestamptz;
begin
  if (provider_health_summary.since_min between 1 and 10080) is not true then
    perform cogo.refuse_argument('since_min', 'it must be a number from 1 to 10080');
  end if;
  from_minute := date_trunc('minute', cogo.now_() - provider_health_summary.since_min * interval '1 minute', 'UTC');
  return query
  select jsonb_build_object(
    'model_id', model.model_id, 'provider', model.provider, 'model', model.model, 'region', model.region,
    'state', health.state, 'share', health.share, 'retry_at', health.retry_at, 'error_rate', health.error_rate,
    'first_token_ms', health.first_token_ms, 'tokens_per_second', health.tokens_per_second,
    'calls', coalesce(counted.calls, 0), 'errors', coalesce(counted.errors, 0), 'throttled', coalesce(counted.throttled, 0),
    'mean_first_token_ms', counted.mean_ms, 'changed_at', health.changed_at
  )
  from cogo.provider_health as health
  join cogo.llm_models as model on model.model_id = health.model_id
  left join (
    select kept.model_id, sum(kept.calls) as calls, sum(kept.errors) as errors, sum(kept.throttled) as throttled,
      sum(kept.first_token_ms_sum) / nullif(sum(kept.first_tokens), 0) as mean_ms
    from cogo.provider_health_minutes as kept
    where kept.minute >= from_minute
    group by kept.model_id
  ) as counted on counted.model_id = health.model_id
  order by model.provider, model.model, model.region;
end;
$$;

comment on function cogo.provider_health_summary(integer) is 'Health of every model that was called, with what its last minutes counted.';

revoke execute on function cogo.provider_health_summary(integer) from public;
grant execute on function cogo.provider_health_summary(integer) to authenticated, service_role;
