create function cogo.rank_models(
  list cogo.route_lists, context jsonb,
  out candidates bigint[], out weights integer[], out price_ids bigint[], out states smallint[], out passing integer
)
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  terms double precision[] := list.terms;
  input double precision := (context -> 'context_tokens')::double precision;
  cached double precision := least(coalesce((context -> 'cached_tokens')::double precision, 0), input);
  asked_output integer := coalesce((context -> 'max_output_tokens')::integer, 0);
  most_output double precision := case when context ->> 'service' = 'embeddings' then 0 when asked_output > 0 then asked_output else terms[10] end;
  output double precision := least(most_output, terms[10]);
  ceiling double precision := least(coalesce((context -> 'max_cost_nano')::double precision, 'Infinity'), terms[15]);
  cost_weight double precision := terms[4] * coalesce((context -> 'cost_sensitivity')::double precision, 1);
  sla double precision := coalesce((context -> 'sla_ms')::double precision, terms[9]);
  mask bigint := case when context ? 'capabilities' then cogo.capability_mask(list, context -> 'capabilities') else 0 end;
  regions smallint[] := case when context ? 'region' then cogo.region_numbers(list, context ->> 'region') end;
  rank smallint := case when context ? 'data_policy' then cogo.data_rank(context ->> 'data_policy') else 0 end;
  usable smallint[] := translate(context ->> 'providers', '[]', '{}')::smallint[];
  intended bigint[] := translate(context ->> 'intended', '[]', '{}')::bigint[];
  warm bigint := (context -> 'warm')::bigint;
  is_critical boolean := coalesce((context -> 'critical')::boolean, false);
  places integer[];
  shut integer;
  scores double precision[];
  wanted boolean[];
  shares integer[];
begin
  -- What is asked for is never relaxed.
  select array_agg(i), count(*), count(*) filter (where list.states[i] = 1 or (is_critical and list.states[i] <> 0))
  into places, passing, shut
  from generate_series(1, cardinality(list.model_ids)) as i
  where list.provider_nos[i] = any (usable)
    and list.context_tokens[i] >= input + asked_output
    and list.max_output_tokens[i] >= asked_output
    and list.capabilities[i] & mask = mask
    and (regions is null or list.region_nos[i] = any (regions))
    and list.data_ranks[i] >= rank
    and (ceiling = 'Infinity' or (input * list.input_prices[i] + most_output * list.output_prices[i]) / 1e6 + list.request_prices[i] <= ceiling);

  select array_agg(list.model_ids[i]), array_agg(list.price_ids[i]), array_agg(list.states[i]), array_agg(list.shares[i]),
    array_agg(best.score), array_agg(best.wanted)
  into candidates, price_ids, states, shares, scores, wanted
  from (
    select i, list.model_ids[i] = any (intended) is true as wanted,
      case list.algorithm
        when 'v1' then -((input * list.input_prices[i] + output * list.output_prices[i]) / 1e6 + list.request_prices[i])
        else list.merits[i]
          - cost_weight * ln(1 + (
            ((input - cached) * list.input_prices[i] + output * list.output_prices[i]
              + cached * case when list.model_ids[i] = warm then list.cache_read_prices[i] else list.cache_write_prices[i] end) / 1e6
            + list.request_prices[i]
          ) / terms[8])
          - terms[5] * least((list.wait_ms[i] + output * list.token_ms[i]) / sla, 4)
          + case when list.model_ids[i] = warm then terms[7] else 0 end
      end as score
    from unnest(places) as i
    -- More than half of them shut: the breakers are not believed.
    where shut * 2 > passing or not (list.states[i] = 1 or (is_critical and list.states[i] <> 0))
    order by 2 desc, 3 desc, list.model_ids[i]
    limit 16
  ) as best;
  candidates := coalesce(candidates, '{}');
  weights := cogo.mix_weights(scores, wanted, shares, list.algorithm, terms[1], case
    when is_critical or warm = any (candidates) then 0 else terms[2]::integer end);
end;
$$;

comment on function cogo.rank_models(cogo.route_lists, jsonb) is
  'The best 16 of a list that meet what a context asks for, best first, with their odds as integers. The same list and context give the same answer, always: receipts are replayed with it.';

revoke execute on function cogo.rank_models(cogo.route_lists, jsonb) from public;
