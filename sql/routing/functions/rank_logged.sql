create function cogo.rank_logged(policy_id bigint, decision cogo.routing_decisions, usage jsonb, at timestamptz)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  input bigint := (decision.context -> 'context_tokens')::bigint;
  asked_output bigint := coalesce((decision.context -> 'max_output_tokens')::bigint, 0);
  list cogo.route_lists := cogo.policy_list(rank_logged.policy_id, decision.context, rank_logged.at);
  whole cogo.route_lists;
  context jsonb;
  ranked record;
  most_output bigint;
  ceiling numeric;
  answer jsonb;
begin
  for turn in 1 .. 2 loop
    list := cogo.with_health(list, case when decision.context ? 'stale' then null else decision.snapshot_id end);
    context := cogo.context_for(list, decision);
    ranked := cogo.rank_models(list, context);
    exit when turn = 2 or not list.is_cut
      or (ranked.passing >= 16 and (not context ? 'intended' or context -> 'intended' @> to_jsonb(ranked.candidates[1])));
    whole := cogo.whole_list(list);
    exit when whole.list_id is null;
    list := whole;
  end loop;
  most_output := case when list.service = 'embeddings' then 0 when asked_output > 0 then asked_output else list.terms[10]::bigint end;
  ceiling := least((context ->> 'max_cost_nano')::numeric, nullif(list.terms[15], 'Infinity')::numeric);
  with candidate as (
    select ranked.candidates[i] as model_id, ranked.weights[i]::bigint as weight, i as place,
      coalesce(cogo.estimate_nano(price, input, 0, most_output), ceil((input + most_output) * list.terms[16]::numeric / 1000000)) as estimate,
      coalesce(
        cogo.price_usage(price, coalesce(rank_logged.usage, jsonb_build_object('input_tokens', input, 'output_tokens', most_output))),
        ceil((input + most_output) * list.terms[16]::numeric / 1000000)
      ) as cost
    from generate_subscripts(ranked.candidates, 1) as i
    left join cogo.llm_prices as price on price.price_id = ranked.price_ids[i]
  ),
  -- Who is over the ceiling by the exact price is passed over when it is drawn: the best of the others is issued.
  issued as (
    select model_id, place, cost, weight + case when place = min(place) over ()
      then (select coalesce(sum(left_out.weight), 0) from candidate as left_out where left_out.estimate > ceiling) else 0 end as weight
    from candidate where (estimate > ceiling) is not true
  )
  select jsonb_build_object(
    'candidates', coalesce(jsonb_agg(model_id order by place), '[]'), 'weights', coalesce(jsonb_agg(weight order by place), '[]'),
    'costs', coalesce(jsonb_agg(cost order by place), '[]'),
    'violations', cogo.route_violations(array_agg(model_id order by place), list.policy_id, decision.context, rank_logged.at)
  )
  into answer
  from issued;
  return answer || jsonb_build_object('task', list.task);
end;
$$;

comment on function cogo.rank_logged(bigint, cogo.routing_decisions, jsonb, timestamptz) is
  'Whom a policy as it is published now would choose in a logged context under the health of then: {candidates, weights, costs in nano-dollars for the usage, violations, task}.';

revoke execute on function cogo.rank_logged(bigint, cogo.routing_decisions, jsonb, timestamptz) from public;
