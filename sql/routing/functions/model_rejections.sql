create function cogo.model_rejections(list cogo.route_lists, context jsonb)
returns table (model_id bigint, reason text)
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  asked record := cogo.asked_terms(list.terms, list.capability_names, list.regions, model_rejections.context);
begin
  return query
  select list.model_ids[i], case
    when list.provider_nos[i] <> all (asked.usable) then coalesce('key_' || (context #>> array['shut', list.providers[list.provider_nos[i]]]), 'no_key')
    when list.region_nos[i] <> all (asked.regions) then 'region'
    when list.data_ranks[i] < asked.rank then 'data_policy'
    when list.capabilities[i] & asked.mask <> asked.mask then 'capability'
    when list.context_tokens[i] < asked.window_tokens then 'context'
    when list.max_output_tokens[i] < asked.asked_output then 'max_output'
    when (asked.input * list.input_prices[i] + asked.most_output * list.output_prices[i]) / 1e6 + list.request_prices[i] > asked.ceiling then 'price_ceiling'
    when list.states[i] = 1 then 'breaker_open'
  end
  from generate_series(1, cardinality(list.model_ids)) as i;
end;
$$;

comment on function cogo.model_rejections(cogo.route_lists, jsonb) is
  'Why each model of a list may not be chosen in a context: the first reason that holds, or null.';

revoke execute on function cogo.model_rejections(cogo.route_lists, jsonb) from public;
