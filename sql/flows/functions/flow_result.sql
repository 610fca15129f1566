create function cogo.flow_result(flow_id bigint)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  told record;
begin
  select
    definition.definition -> 'output' as output, flow.input,
    jsonb_object_agg(plan.name, coalesce(done.result, 'null')) as steps,
    jsonb_object_agg(plan.name, coalesce(done.result, 'null')) filter (where plan.is_last) as last_steps
  into told
  from cogo.workflows as flow
  join cogo.workflow_definitions as definition on definition.id = flow.definition_id
  join cogo.definition_steps as plan on plan.definition_id = flow.definition_id
  left join cogo.workflow_steps as done on done.workflow_id = flow.id and done.step = plan.step and done.item = -1
  where flow.id = flow_result.flow_id
  group by definition.id, flow.id;
  if told.output is null then
    return told.last_steps;
  end if;
  return cogo.resolve_references(told.output, jsonb_build_object('input', told.input, 'steps', told.steps));
end;
$$;

comment on function cogo.flow_result(bigint) is
  'The result of a run that succeeded: its definition''s output with references resolved, else {name: result} of its last steps. Told by its steps, not stored again.';

revoke execute on function cogo.flow_result(bigint) from public;
