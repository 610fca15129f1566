create function cogo.routable_models(policy cogo.routing_policies, service text, task text, tokens bigint, at timestamptz)
returns table (
  model_id bigint, provider text, name text, region text, auth_style text, data_rank smallint, context_tokens integer,
  max_output_tokens integer, capabilities text[], quality real, price cogo.llm_prices, left_out text
)
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  body jsonb := policy.body;
  allow text[] := cogo.glob_patterns(policy.body -> 'allow');
  deny text[] := cogo.glob_patterns(policy.body -> 'deny');
  regions text[] := array(select jsonb_array_elements_text(policy.body -> 'regions'));
  -- What the policy believes of this task, over what it believes of any.
  believed jsonb := coalesce(policy.body #> '{quality,*}', '{}') || coalesce(policy.body #> array['quality', routable_models.task], '{}');
  floor_rank smallint := cogo.data_rank(policy.body ->> 'data_policy');
begin
  return query
  select model.model_id, model.provider, named.name, model.region, provider.auth_style, cogo.data_rank(provider.data_policy),
    model.context_tokens, model.max_output_tokens, model.capabilities,
    coalesce(believed ->> named.name, believed ->> model.model, believed ->> model.family, model.quality::text)::real,
    cogo.price_for_input(priced, routable_models.tokens),
    case
      when not model.enabled or not provider.enabled then 'disabled'
      when model.sunset_at <= routable_models.at then 'sunset'
      when not (named.name like any (allow) or coalesce(model.family like any (allow), false)) then 'not_allowed'
      when named.name like any (deny) or coalesce(model.family like any (deny), false) then 'not_allowed'
      when cardinality(regions) > 0 and not cogo.region_fits(model.region, regions) then 'region'
      when cogo.data_rank(provider.data_policy) < floor_rank then 'data_policy'
      when priced.price_id is null and body -> 'unknown_price_nano' = 'null' then 'no_price'
    end
  from cogo.llm_models as model
  join cogo.llm_providers as provider on provider.provider = model.provider
  cross join lateral (select model.provider || '/' || model.model as name) as named
  left join lateral (
    select known.* from cogo.llm_prices as known
    where known.model_id = model.model_id and known.valid_from <= routable_models.at
    order by known.valid_from desc
    limit 1
  ) as priced on true
  where model.service = routable_models.service;
end;
$$;

comment on function cogo.routable_models(cogo.routing_policies, text, text, bigint, timestamptz) is
  'Every model of a service as a policy sees it for a task and that many input tokens; left_out says why it may never be chosen.';

revoke execute on function cogo.routable_models(cogo.routing_policies, text, text, bigint, timestamptz) from public;
