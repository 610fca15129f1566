create function cogo.decide_route(tenant_id uuid, agent_id uuid, ask jsonb, key_hash uuid, at timestamptz)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  decision cogo.routing_decisions;
  list cogo.route_lists;
  whole cogo.route_lists;
  keys record;
  ranked record;
  is_old boolean;
  place integer;
begin
  decision.seed := least((cogo.random_() * 4503599627370496)::bigint, 4503599627370495);
  list := cogo.list_for(decide_route.tenant_id, ask, decision.seed, decide_route.at);
  -- Nobody has published health for a minute: it is not believed.
  is_old := not exists (select from cogo.routing_clock as clock where clock.only_row and clock.ticked_at > decide_route.at - interval '60 seconds');
  for turn in 1 .. 2 loop
    if is_old then
      list := cogo.with_health(list, null);
    end if;
    keys := cogo.usable_keys(list, decide_route.tenant_id, decide_route.at);
    decision.context := cogo.route_context(ask, list, keys.providers, keys.shut, decide_route.at);
    ranked := cogo.rank_models(list, decision.context);
    exit when turn = 2 or not list.is_cut
      or (ranked.passing >= 16 and (not ask ? 'intended_model' or decision.context -> 'intended' @> to_jsonb(ranked.candidates[1])));
    -- The best 64 do not have enough: all of them.
    whole := cogo.whole_list(list);
    exit when whole.list_id is null;
    list := whole;
  end loop;
  if is_old then
    decision.context := decision.context || '{"stale": true}';
  end if;
  if ask ? 'intended_model' and not coalesce(decision.context -> 'intended' @> to_jsonb(ranked.candidates[1]), false) then
    decision.context := decision.context || jsonb_build_object('degraded', cogo.degrade_reason(list, decision.context));
  end if;
  if cardinality(ranked.candidates) = 0 then
    return cogo.no_candidate(list, decision.context, keys.opens_at, decide_route.at);
  end if;

  place := cogo.draw_place(ranked.weights, decision.seed);
  decision.decision_id := cogo.uuid_v7(decide_route.at, (cogo.random_() * 4503599627370496)::bigint * 1024 + (decision.seed & 1023));
  decision.at := decide_route.at;
  decision.tenant_id := decide_route.tenant_id;
  decision.agent_id := decide_route.agent_id;
  decision.policy_id := list.policy_id;
  decision.snapshot_id := list.snapshot_id;
  decision.candidates := ranked.candidates;
  decision.weights := ranked.weights;
  decision.choice := ranked.candidates[place];
  decision.key_hash := decide_route.key_hash;
  return cogo.issue_decision(
    decision, list,
    ranked.candidates[place] || ranked.candidates[: place - 1] || ranked.candidates[place + 1 :],
    ranked.price_ids[place] || ranked.price_ids[: place - 1] || ranked.price_ids[place + 1 :],
    ranked.states[place] || ranked.states[: place - 1] || ranked.states[place + 1 :],
    keys.providers, keys.key_ids
  );
end;
$$;

comment on function cogo.decide_route(uuid, uuid, jsonb, uuid, timestamptz) is
  'Ranks, draws, and issues what was drawn; what cannot be had is followed by the others, best first.';

revoke execute on function cogo.decide_route(uuid, uuid, jsonb, uuid, timestamptz) from public;
