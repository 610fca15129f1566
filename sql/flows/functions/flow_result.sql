create function cogo.flow_result(flow cogo.workflows)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  template jsonb;
begin
  select defined.definition -> 'output' into template
  from cogo.workflow_definitions as defined where defined.id = flow.definition_id;
  if template is not null then
    return cogo.resolve_refs(template, cogo.flow_scope(flow));
  end if;
  return (
    select coalesce(jsonb_object_agg(defined.name, coalesce(step.result, 'null')), '{}')
    from cogo.definition_steps as defined
    join cogo.workflow_steps as step on step.workflow_id = flow.id and step.step = defined.step and step.item = -1
    where defined.definition_id = flow.definition_id and defined.is_last
  );
end;
$$;

comment on function cogo.flow_result(cogo.workflows) is
  'What a run answers: its output, or the results of its last steps by name.';

revoke execute on function cogo.flow_result(cogo.workflows) from public;
