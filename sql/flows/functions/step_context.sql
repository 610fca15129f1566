create function cogo.step_context(flow_id bigint, input jsonb, plan cogo.definition_steps)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  template text := concat(plan.input::text, plan.over::text);
  results jsonb;
begin
  if cardinality(plan.needs) > 0 then
    select jsonb_object_agg(other.name, coalesce(done.result, 'null')) into results
    from cogo.definition_steps as other
    join cogo.workflow_steps as done on done.step = other.step and done.item = -1
    where done.workflow_id = step_context.flow_id and other.definition_id = plan.definition_id
      and (plan.input is null and other.step = any(plan.needs) or strpos(template, 'steps.' || other.name) > 0);
  end if;
  return jsonb_build_object('input', step_context.input, 'steps', coalesce(results, '{}'));
end;
$$;

comment on function cogo.step_context(bigint, jsonb, cogo.definition_steps) is
  'What the $refs of a step may read: {input, steps: {name: result}}, with only the results that it names. Without an input of its own, those of after.';

revoke execute on function cogo.step_context(bigint, jsonb, cogo.definition_steps) from public;
