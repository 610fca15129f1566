create function cogo.decide_route(tenant_id uuid, agent_id uuid, ask jsonb, key_hash uuid, at timestamptz, traceparent text, job_id bigint)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  seed bigint := least((cogo.random_() * 4503599627370496)::bigint, 4503599627370495);
  list cogo.route_lists := cogo.list_for(decide_route.tenant_id, ask, seed, decide_route.at);
  -- Nobody has published health for a minute: it is not believed.
  is_old boolean := not exists (select from cogo.routing_clock as clock where clock.only_row and clock.ticked_at > decide_route.at - interval '60 seconds');
  context jsonb;
  decision cogo.routing_decisions;
  whole cogo.route_lists;
  keys record;
  ranked record;
  place integer;
begin
  for turn in 1 .. 2 loop
    if is_old then
      list := cogo.with_health(list, null);
    end if;
    keys := cogo.usable_keys(list, decide_route.tenant_id, decide_route.at);
    context := ask || jsonb_build_object('list', list.list_id, 'providers', to_jsonb(keys.providers));
    if keys.shut is not null or ask ?| array['intended_model', 'session'] then
      context := cogo.route_context(context, list, keys.shut, decide_route.at);
    end if;
    ranked := cogo.rank_models(list, context);
    exit when turn = 2 or not list.is_cut
      or (ranked.passing >= 16 and (not ask ? 'intended_model' or context -> 'intended' @> to_jsonb(ranked.candidates[1])));
    -- The best 64 do not have enough: all of them.
    whole := cogo.whole_list(list);
    exit when whole.list_id is null;
    list := whole;
  end loop;
  if is_old then
    context := context || '{"stale": true}';
  end if;
  if ask ? 'intended_model' and not coalesce(context -> 'intended' @> to_jsonb(ranked.candidates[1]), false) then
    context := context || jsonb_build_object('degraded', cogo.degrade_reason(list, context));
  end if;
  if cardinality(ranked.candidates) = 0 then
    return cogo.no_candidate(list, context, keys.opens_at, decide_route.at);
  end if;

  place := cogo.draw_place(ranked.weights, seed);
  -- Before the money: its rows are the ones that others wait for.
  insert into cogo.routing_decisions (
    decision_id, at, tenant_id, agent_id, policy_id, snapshot_id, seed, context, candidates, weights, choice, key_hash,
    traceparent, job_id
  )
  values (
    cogo.uuid_v7(decide_route.at, (cogo.random_() * 4503599627370496)::bigint * 1024 + (seed & 1023)),
    decide_route.at, decide_route.tenant_id, decide_route.agent_id, list.policy_id, list.snapshot_id, seed, context,
    ranked.candidates, ranked.weights, ranked.candidates[place], decide_route.key_hash,
    decide_route.traceparent, decide_route.job_id
  )
  returning * into decision;
  return cogo.issue_decision(
    decision, list,
    ranked.candidates[place] || ranked.candidates[: place - 1] || ranked.candidates[place + 1 :],
    ranked.price_ids[place] || ranked.price_ids[: place - 1] || ranked.price_ids[place + 1 :],
    ranked.states[place] || ranked.states[: place - 1] || ranked.states[place + 1 :],
    keys.providers, keys.key_ids
  );
end;
$$;

comment on function cogo.decide_route(uuid, uuid, jsonb, uuid, timestamptz, text, bigint) is
  'Ranks, draws, writes the receipt, and issues what was drawn; what cannot be had is followed by the others, best first.';

revoke execute on function cogo.decide_route(uuid, uuid, jsonb, uuid, timestamptz, text, bigint) from public;
