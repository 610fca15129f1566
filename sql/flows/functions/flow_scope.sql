create function cogo.flow_scope(flow cogo.workflows)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return jsonb_build_object('input', flow.input, 'steps', (
    select coalesce(jsonb_object_agg(defined.name, coalesce(step.result, 'null')), '{}')
    from cogo.workflow_steps as step
    join cogo.definition_steps as defined on defined.definition_id = flow.definition_id and defined.step = step.step
    where step.workflow_id = flow.id and step.item = -1 and step.state <> 'running'
  ));
end;
$$;

comment on function cogo.flow_scope(cogo.workflows) is
  'What references of a run may name: its input and the results of the steps that have ended.';

revoke execute on function cogo.flow_scope(cogo.workflows) from public;
