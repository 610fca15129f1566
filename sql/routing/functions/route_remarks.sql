create function cogo.route_remarks(decision cogo.routing_decisions)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  return jsonb_strip_nulls(jsonb_build_object(
    'degraded', case when decision.context ? 'degraded' then jsonb_build_object(
      'intended_model', decision.context -> 'intended_model', 'reason', decision.context -> 'degraded') end,
    'passed_over', (
      select jsonb_agg(jsonb_build_object('provider', model.provider, 'model', model.model, 'reason', item -> 1) order by place)
      from jsonb_array_elements(decision.context -> 'passed') with ordinality as listed (item, place)
      left join cogo.llm_models as model on model.model_id = (item -> 0)::bigint
    ),
    'health_is_old', decision.context -> 'stale'
  ));
end;
$$;

comment on function cogo.route_remarks(cogo.routing_decisions) is
  'Why it is not the intended model, which models were passed over and why, and whether health was too old to be believed.';

revoke execute on function cogo.route_remarks(cogo.routing_decisions) from public;
