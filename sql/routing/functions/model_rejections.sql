create function cogo.model_rejections(list cogo.route_lists, context jsonb)
returns table (model_id bigint, reason text)
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  terms double precision[] := list.terms;
  input double precision := (context -> 'context_tokens')::double precision;
  asked_output integer := coalesce((context -> 'max_output_tokens')::integer, 0);
  most_output double precision := case when context ->> 'service' = 'embeddings' then 0 when asked_output > 0 then asked_output else terms[10] end;
  ceiling double precision := least(coalesce((context -> 'max_cost_nano')::double precision, 'Infinity'), terms[15]);
  mask bigint := case when context ? 'capabilities' then cogo.capability_mask(list, context -> 'capabilities') else 0 end;
  regions smallint[] := case when context ? 'region' then cogo.region_numbers(list, context ->> 'region') end;
  usable smallint[] := translate(context ->> 'providers', '[]', '{}')::smallint[];
begin
  return query
  select list.model_ids[i], case
    when list.provider_nos[i] <> all (usable) then coalesce('key_' || (context #>> array['shut', list.providers[list.provider_nos[i]]]), 'no_key')
    when list.region_nos[i] <> all (regions) then 'region'
    when list.data_ranks[i] < cogo.data_rank(context ->> 'data_policy') then 'data_policy'
    when list.capabilities[i] & mask <> mask then 'capability'
    when list.context_tokens[i] < input + asked_output then 'context'
    when list.max_output_tokens[i] < asked_output then 'max_output'
    when (input * list.input_prices[i] + most_output * list.output_prices[i]) / 1e6 + list.request_prices[i] > ceiling then 'price_ceiling'
    when list.states[i] = 1 then 'breaker_open'
  end
  from generate_series(1, cardinality(list.model_ids)) as i;
end;
$$;

comment on function cogo.model_rejections(cogo.route_lists, jsonb) is
  'Why each model of a list may not be chosen in a context: the first reason that holds, or null.';

revoke execute on function cogo.model_rejections(cogo.route_lists, jsonb) from public;
