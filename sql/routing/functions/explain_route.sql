create function cogo.explain_route(decision_id uuid)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  decision cogo.routing_decisions := cogo.own_decision(explain_route.decision_id);
  again record;
begin
  select made.* into again from cogo.replay_route(decision) as made;
  return jsonb_build_object(
    'decision_id', decision.decision_id, 'at', decision.at, 'tenant_id', decision.tenant_id, 'agent_id', decision.agent_id,
    'traceparent', decision.traceparent, 'job_id', decision.job_id,
    'policy', (
      select jsonb_build_object('id', policy.policy_id, 'name', policy.name, 'version', policy.version, 'algorithm', policy.algorithm, 'body', policy.body)
      from cogo.routing_policies as policy where policy.policy_id = decision.policy_id
    ),
    'snapshot_version', decision.snapshot_id, 'seed', decision.seed, 'asked', decision.context,
    'candidates', (
      select jsonb_agg(jsonb_build_object(
        'model_id', candidate.model_id, 'provider', model.provider, 'model', model.model, 'region', model.region,
        'weight', candidate.weight, 'odds', round(candidate.weight::numeric / nullif(total.weight, 0), 9)
      ) order by candidate.place)
      from unnest(decision.candidates, decision.weights) with ordinality as candidate (model_id, weight, place)
      cross join (select sum(weight) as weight from unnest(decision.weights) as weight) as total
      left join cogo.llm_models as model on model.model_id = candidate.model_id
    ),
    'drawn', again.drawn, 'choice', decision.choice,
    'rejected', cogo.count_rejections(cogo.logged_list(decision), decision.context),
    'attempts', (
      select jsonb_agg(jsonb_build_object(
        'attempt', held.attempt, 'model_id', held.model_id, 'state', held.state, 'estimate_nano', held.estimate_nano,
        'status', outcome.status, 'http_status', outcome.http_status, 'cost_nano', outcome.cost_nano
      ) order by held.attempt)
      from cogo.reservations as held
      left join cogo.routing_outcomes as outcome on outcome.decision_id = held.decision_id and outcome.attempt = held.attempt
      where held.decision_id = decision.decision_id
    ),
    'replay', jsonb_build_object(
      'is_equal', (again.candidates, again.weights, again.choice) is not distinct from (decision.candidates, decision.weights, decision.choice),
      'candidates', again.candidates, 'weights', again.weights, 'choice', again.choice
    )
  ) || cogo.route_remarks(decision);
end;
$$;

comment on function cogo.explain_route(uuid) is 'A receipt: what was asked, who could be chosen at which odds, and the choice made again.';

revoke execute on function cogo.explain_route(uuid) from public;
grant execute on function cogo.explain_route(uuid) to authenticated, service_role;
