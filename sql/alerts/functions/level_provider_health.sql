create function cogo.level_provider_health(slo cogo.slos, at timestamptz)
returns table (subject text, labels jsonb, value numeric, says text)
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  return query
  select
    model.provider, jsonb_build_object('provider', model.provider),
    round(count(*) filter (where health.state <> 'closed')::numeric / count(*), 4),
    format('%s of %s models of %s answer no calls', count(*) filter (where health.state <> 'closed'), count(*), model.provider)
  from cogo.provider_health as health
  join cogo.llm_models as model on model.model_id = health.model_id
  where model.enabled and (
    health.state = 'closed'
    or greatest(health.retry_at, health.probe_until, health.changed_at) > level_provider_health.at - interval '10 minutes'
  )
  group by model.provider;
end;
$$;

comment on function cogo.level_provider_health(cogo.slos, timestamptz) is
  'Per provider the share of its models whose breaker is not closed. Of those that were called of late: an open breaker that nobody probes for 10 minutes says nothing.';

revoke execute on function cogo.level_provider_health(cogo.slos, timestamptz) from public;
