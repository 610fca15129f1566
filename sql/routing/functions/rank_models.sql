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
  scale double precision := terms[8];
  asked record := cogo.asked_terms(terms, list.capability_names, list.regions, context);
  is_v1 boolean := list.algorithm = 'v1';
  are_believed boolean;
  scores double precision[];
  wanted boolean[];
  shares integer[];
begin
  -- Once; twice where breakers are shut: first all that pass, to see whether the breakers are believed.
  for turn in case when 0 < any (list.states) then 1 else 2 end .. 2 loop
    select array_agg(list.model_ids[best.i]), array_agg(list.price_ids[best.i]), array_agg(list.states[best.i]), array_agg(list.shares[best.i]),
      array_agg(best.score), array_agg(best.wanted)
    into candidates, price_ids, states, shares, scores, wanted
    from (
      select i, asked.intended is not null and list.model_ids[i] = any (asked.intended) as wanted,
        case
          when is_v1 then -((asked.input * list.input_prices[i] + asked.output * list.output_prices[i]) / 1e6 + list.request_prices[i])
          else list.merits[i]
            - asked.cost_weight * ln(1 + ((asked.fresh * list.input_prices[i] + asked.output * list.output_prices[i] + case
                when asked.cached = 0 then 0
                when list.model_ids[i] = asked.warm then asked.cached * list.cache_read_prices[i]
                else asked.cached * list.cache_write_prices[i] end) / 1e6 + list.request_prices[i]) / scale)
            - asked.latency_weight * least((list.wait_ms[i] + asked.output * list.token_ms[i]) / asked.sla, 4)
            + case when list.model_ids[i] = asked.warm then terms[7] else 0 end
        end as score
      from generate_series(1, cardinality(list.model_ids)) as i
      -- What is asked for is never relaxed.
      where list.capabilities[i] & asked.mask = asked.mask and list.context_tokens[i] >= asked.window_tokens and list.max_output_tokens[i] >= asked.asked_output
        and list.provider_nos[i] = any (asked.usable)
        and (not asked.is_narrow or (
          (asked.regions is null or list.region_nos[i] = any (asked.regions))
          and list.data_ranks[i] >= asked.rank
          and (asked.ceiling = 'Infinity'
            or (asked.input * list.input_prices[i] + asked.most_output * list.output_prices[i]) / 1e6 + list.request_prices[i] <= asked.ceiling)
        ))
        and (are_believed is not true or list.states[i] = 0 or not (list.states[i] = 1 or asked.is_critical))
      order by 2 desc, 3 desc, list.model_ids[i]
      limit case when turn = 2 then 16 end
    ) as best;
    if turn = 1 then
      passing := cardinality(states);
      -- More than half of them shut: they are not.
      are_believed := passing >= 2 * cardinality(case when asked.is_critical
        then array_remove(states, 0::smallint) else array_positions(states, 1::smallint) end);
    end if;
  end loop;
  candidates := coalesce(candidates, '{}');
  passing := coalesce(passing, cardinality(candidates));
  weights := cogo.mix_weights(scores, wanted, shares, list.algorithm, terms[1], case
    when asked.is_critical or asked.warm = any (candidates) then 0 else terms[2]::integer end);
end;
$$;

comment on function cogo.rank_models(cogo.route_lists, jsonb) is
  'The best 16 of a list that meet what a context asks for, best first, with their odds as integers; passing is exact below 16. The same list and context give the same answer, always: receipts are replayed with it.';

revoke execute on function cogo.rank_models(cogo.route_lists, jsonb) from public;
