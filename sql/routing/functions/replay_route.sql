create function cogo.replay_route(
  decision cogo.routing_decisions, out candidates bigint[], out weights integer[], out drawn bigint, out choice bigint
)
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  ranked record;
  passed bigint[] := array(select (item -> 0)::bigint from jsonb_array_elements(decision.context -> 'passed') as item);
  place integer;
begin
  ranked := cogo.rank_models(cogo.logged_list(decision), decision.context);
  candidates := ranked.candidates;
  weights := ranked.weights;
  place := cogo.draw_place(weights, decision.seed);
  drawn := candidates[place];
  -- What was passed over came in this order, too.
  select ordered.model_id into choice
  from unnest(drawn || candidates[: place - 1] || candidates[place + 1 :]) with ordinality as ordered (model_id, nth)
  where ordered.model_id <> all (passed)
  order by nth
  limit 1;
end;
$$;

comment on function cogo.replay_route(cogo.routing_decisions) is
  'Makes a choice again from its list, snapshot, seed and context, whatever has changed since.';

revoke execute on function cogo.replay_route(cogo.routing_decisions) from public;
