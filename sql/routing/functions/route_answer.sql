create function cogo.route_answer(decision cogo.routing_decisions, list cogo.route_lists, route jsonb, model_ids bigint[])
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  chosen bigint := (route_answer.route -> 'model_id')::bigint;
  tried bigint[] := (chosen || array_remove(route_answer.model_ids, chosen))[: list.terms[12]::integer];
  answer jsonb;
begin
  select route_answer.route || jsonb_build_object(
    'decision_id', decision.decision_id, 'snapshot_version', decision.snapshot_id,
    'policy', jsonb_build_object('id', list.policy_id, 'name', list.policy_name, 'version', list.policy_version),
    'attempts', jsonb_agg(
      jsonb_build_object('provider', model.provider, 'model', model.model, 'region', model.region)
      order by array_position(tried, model.model_id)
    )
  )
  into answer
  from cogo.llm_models as model
  where model.model_id = any (tried);
  if decision.context ?| array['degraded', 'passed', 'stale'] then
    answer := answer || cogo.route_remarks(decision);
  end if;
  return answer;
end;
$$;

comment on function cogo.route_answer(cogo.routing_decisions, cogo.route_lists, jsonb, bigint[]) is
  'The door''s answer: the route, who comes next if it fails, by which policy, and what had to be given up.';

revoke execute on function cogo.route_answer(cogo.routing_decisions, cogo.route_lists, jsonb, bigint[]) from public;
