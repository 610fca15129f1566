create function cogo.list_content(policy cogo.routing_policies, service text, task text, size_class text, at timestamptz)
returns cogo.route_lists
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  list cogo.route_lists;
  terms double precision[] := cogo.policy_terms(policy.body);
  size record := cogo.size_class(case list_content.size_class when 'medium' then 16000 when 'large' then 64000 when 'huge' then 400000 else 4000 end);
  width integer := case when list_content.size_class = 'all' then 1000000 else 64 end;
  ranked jsonb;
begin
  if list_content.size_class = 'all' then
    size.above := 0;
  end if;
  with seen as materialized (
    select model.*, cogo.provider_has_key(model.provider, model.auth_style) as has_key
    from cogo.routable_models(policy, list_content.service, list_content.task, size.typical, list_content.at) as model
  ),
  fit as (
    select seen.*, (
      size.typical * coalesce((seen.price).input_price, terms[16]) + terms[10] * coalesce((seen.price).output_price, terms[16])
    ) / 1e6 as typical_cost
    from seen where left_out is null and context_tokens > size.above
  ),
  best as (
    select fit.*, count(*) over () as total, row_number() over (
      order by has_key desc,
        case when policy.algorithm = 'v1' then -typical_cost
          else terms[3] * quality - terms[4] * ln(1 + typical_cost / terms[8]) end desc,
        model_id
    ) as place
    from fit
  ),
  kept as (select * from best where place <= width)
  select
    coalesce(max(kept.total), 0) > width,
    array(select distinct kept.provider from kept order by 1),
    array(select distinct kept.region from kept order by 1),
    array(select distinct word from kept cross join lateral unnest(kept.capabilities) as word order by 1 limit 62),
    coalesce((select jsonb_object_agg(why.left_out, why.count) from (
      select coalesce(seen.left_out, 'context') as left_out, count(*)
      from seen where seen.left_out is not null or seen.context_tokens <= size.above group by 1
    ) as why), '{}'),
    coalesce(array_agg(kept.model_id order by place), '{}'), coalesce(array_agg((kept.price).price_id order by place), '{}'),
    coalesce(array_agg(kept.data_rank order by place), '{}'), coalesce(array_agg(kept.context_tokens order by place), '{}'),
    coalesce(array_agg(coalesce(kept.max_output_tokens, kept.context_tokens) order by place), '{}'),
    coalesce(array_agg(kept.quality order by place), '{}'),
    coalesce(array_agg(coalesce((kept.price).input_price, terms[16])::real order by place), '{}'),
    coalesce(array_agg(coalesce((kept.price).output_price, terms[16])::real order by place), '{}'),
    coalesce(array_agg(coalesce((kept.price).cache_read_price, (kept.price).input_price, terms[16])::real order by place), '{}'),
    coalesce(array_agg(coalesce((kept.price).cache_write_price, (kept.price).input_price, terms[16])::real order by place), '{}'),
    coalesce(array_agg(coalesce((kept.price).request_price, 0)::real order by place), '{}'),
    jsonb_agg(jsonb_build_array(kept.provider, kept.region, kept.capabilities, kept.auth_style) order by place)
  into list.is_cut, list.providers, list.regions, list.capability_names, list.left_out,
    list.model_ids, list.price_ids, list.data_ranks, list.context_tokens, list.max_output_tokens, list.qualities,
    list.input_prices, list.output_prices, list.cache_read_prices, list.cache_write_prices, list.request_prices, ranked
  from kept;

  list.policy_id := policy.policy_id;
  list.policy_name := policy.name;
  list.policy_version := policy.version;
  list.service := list_content.service;
  list.task := list_content.task;
  list.size_class := list_content.size_class;
  list.algorithm := policy.algorithm;
  list.terms := terms;
  return cogo.number_list(list, coalesce(ranked, '[]'));
end;
$$;

comment on function cogo.list_content(cogo.routing_policies, text, text, text, timestamptz) is
  'What a list holds, without its number and health: the best 64 that the policy allows, those first whose provider somebody has a key of.';

revoke execute on function cogo.list_content(cogo.routing_policies, text, text, text, timestamptz) from public;
