create function cogo.list_models(only_provider text, only_service text, only_enabled boolean)
returns table (
  model_id bigint, provider text, model text, region text, service text, family text, context_tokens integer,
  max_output_tokens integer, capabilities text[], quality real, enabled boolean, sunset_at timestamptz, price jsonb,
  source text, changed_at timestamptz
)
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  return query
  select known.model_id, known.provider, known.model, known.region, known.service, known.family, known.context_tokens,
    known.max_output_tokens, known.capabilities, known.quality, known.enabled and server.enabled, known.sunset_at,
    case when priced.price_id is not null then to_jsonb(priced) - 'model_id' end, known.source, known.changed_at
  from cogo.llm_models as known
  join cogo.llm_providers as server on server.provider = known.provider
  left join lateral cogo.price_at(known.model_id, cogo.now_()) as priced on true
  where (list_models.only_provider is null or known.provider = list_models.only_provider)
    and (list_models.only_service is null or known.service = list_models.only_service)
    and (list_models.only_enabled is null or (known.enabled and server.enabled) = list_models.only_enabled)
  order by known.provider, known.model, known.region, known.service;
end;
$$;

comment on function cogo.list_models(text, text, boolean) is
  'The models with the price in force, null where it is unknown. One whose provider is disabled is disabled.';

revoke execute on function cogo.list_models(text, text, boolean) from public;
grant execute on function cogo.list_models(text, text, boolean) to authenticated, service_role;
