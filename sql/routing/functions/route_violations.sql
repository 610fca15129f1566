create function cogo.route_violations(model_ids bigint[], policy_id bigint, context jsonb, at timestamptz)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  body jsonb := (select policy.body from cogo.routing_policies as policy where policy.policy_id = route_violations.policy_id);
  allow text[] := cogo.glob_patterns(body -> 'allow');
  deny text[] := cogo.glob_patterns(body -> 'deny');
  regions text[] := array(select jsonb_array_elements_text(body -> 'regions'));
  wanted text[] := array(select jsonb_array_elements_text(context -> 'capabilities'));
  rank smallint := greatest(cogo.data_rank(context ->> 'data_policy'), cogo.data_rank(body ->> 'data_policy'));
  input bigint := (context -> 'context_tokens')::bigint;
  asked_output bigint := coalesce((context -> 'max_output_tokens')::bigint, 0);
  most_output bigint := case when context ->> 'service' = 'embeddings' then 0 when asked_output > 0 then asked_output else (body -> 'output_tokens')::bigint end;
  ceiling numeric := least((context ->> 'max_cost_nano')::numeric, (body ->> 'max_cost_nano')::numeric);
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_array(found.model_id, found.reason) order by found.place), '[]')
    from (
      select candidate.model_id, candidate.place, case
        when model.model_id is null then 'unknown_model'
        when not (named.name like any (allow) or coalesce(model.family like any (allow), false))
          or named.name like any (deny) or coalesce(model.family like any (deny), false) then 'allow_list'
        when (cardinality(regions) > 0 and not cogo.region_fits(model.region, regions))
          or (context ? 'region' and not cogo.region_fits(model.region, array[context ->> 'region'])) then 'region'
        when cogo.data_rank(provider.data_policy) < rank then 'data_policy'
        when not model.capabilities @> wanted then 'capability'
        when model.context_tokens < input + asked_output then 'context'
        when coalesce(model.max_output_tokens, model.context_tokens) < asked_output then 'max_output'
        when coalesce(
          cogo.estimate_nano(cogo.price_at(model.model_id, route_violations.at), input, 0, most_output),
          ceil((input + most_output) * (body ->> 'unknown_price_nano')::numeric / 1000000)
        ) > ceiling then 'price_ceiling'
      end as reason
      from unnest(route_violations.model_ids) with ordinality as candidate (model_id, place)
      left join cogo.llm_models as model on model.model_id = candidate.model_id
      left join cogo.llm_providers as provider on provider.provider = model.provider
      cross join lateral (select model.provider || '/' || model.model as name) as named
    ) as found
    where found.reason is not null
  );
end;
$$;

comment on function cogo.route_violations(bigint[], bigint, jsonb, timestamptz) is
  'What models break of a context''s and a policy''s demands: [[model_id, reason], …]. Read from the catalogue, not from lists, so that it can find a choice wrong.';

revoke execute on function cogo.route_violations(bigint[], bigint, jsonb, timestamptz) from public;
