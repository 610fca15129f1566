create function cogo.route_answer(decision cogo.routing_decisions, list cogo.route_lists, route jsonb, model_ids bigint[])
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  return jsonb_build_object('decision_id', decision.decision_id) || route_answer.route || jsonb_build_object(
    'policy', jsonb_build_object('id', list.policy_id, 'name', list.policy_name, 'version', list.policy_version),
    'snapshot_version', decision.snapshot_id,
    'attempts', (
      select jsonb_agg(jsonb_build_object('provider', model.provider, 'model', model.model, 'region', model.region) order by ordered.place)
      from unnest((
        (route_answer.route -> 'model_id')::bigint || array_remove(route_answer.model_ids, (route_answer.route -> 'model_id')::bigint)
      )[: list.terms[12]::integer]) with ordinality as ordered (model_id, place)
      join cogo.llm_models as model on model.model_id = ordered.model_id
    )
  ) || case when decision.context ?| array['degraded', 'passed', 'stale']
    then cogo.route_remarks(decision) else '{}' end;
end;
$$;

comment on function cogo.route_answer(cogo.routing_decisions, cogo.route_lists, jsonb, bigint[]) is
  'The door''s answer: the route, who comes next if it fails, by which policy, and what had to be given up.';

revoke execute on function cogo.route_answer(cogo.routing_decisions, cogo.route_lists, jsonb, bigint[]) from public;
