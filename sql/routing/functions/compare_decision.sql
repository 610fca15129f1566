create function cogo.compare_decision(decision cogo.routing_decisions, policy_v1 bigint, policy_v2 bigint, at timestamptz)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  again record;
  outcome cogo.routing_outcomes;
  usage jsonb;
  tokens bigint := (decision.context -> 'context_tokens')::bigint + coalesce((decision.context -> 'max_output_tokens')::bigint, 0);
begin
  select made.* into again from cogo.replay_route(decision) as made;
  select known.* into outcome from cogo.routing_outcomes as known
  where known.decision_id = decision.decision_id and known.attempt = 1;
  if outcome.status = 'succeeded' and not outcome.is_estimate then
    usage := outcome.usage;
  end if;
  return jsonb_build_object(
    'decision_id', decision.decision_id, 'policy_id', decision.policy_id,
    'session', coalesce(decision.context ->> 'session', decision.decision_id::text),
    'service', decision.context ->> 'service', 'size', (cogo.size_class(tokens)).name,
    'is_equal', (again.candidates, again.weights, again.choice) is not distinct from (decision.candidates, decision.weights, decision.choice),
    'is_passed', decision.context ? 'passed',
    'choice', decision.choice, 'candidates', to_jsonb(decision.candidates), 'weights', to_jsonb(decision.weights),
    'v1', cogo.rank_logged(compare_decision.policy_v1, decision, usage, compare_decision.at),
    'v2', cogo.rank_logged(compare_decision.policy_v2, decision, usage, compare_decision.at),
    'outcome', case when outcome.decision_id is not null then jsonb_build_object(
      'status', outcome.status, 'cost_nano', outcome.cost_nano, 'first_token_ms', outcome.first_token_ms, 'total_ms', outcome.total_ms
    ) end
  );
end;
$$;

comment on function cogo.compare_decision(cogo.routing_decisions, bigint, bigint, timestamptz) is
  'A logged decision made again, and what two policies make of its context. Costs are of the tokens that were used, or else of those asked for.';

revoke execute on function cogo.compare_decision(cogo.routing_decisions, bigint, bigint, timestamptz) from public;
