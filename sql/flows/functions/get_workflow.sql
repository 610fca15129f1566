create function cogo.get_workflow(workflow_id uuid)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  flow cogo.workflows := cogo.find_flow(get_workflow.workflow_id);
  defined cogo.workflow_definitions;
begin
  select known.* into defined from cogo.workflow_definitions as known where known.id = flow.definition_id;
  return jsonb_build_object(
    'workflow_id', get_workflow.workflow_id, 'name', defined.name, 'version', defined.version, 'state', flow.state,
    'tenant_id', flow.tenant_id, 'created_at', flow.created_at, 'finished_at', flow.finished_at, 'input', flow.input,
    'result', case when flow.state = 'succeeded' then cogo.flow_result(flow) end, 'error', flow.error,
    'correlation_id', coalesce(flow.correlation_id, get_workflow.workflow_id), 'cause', flow.cause, 'traceparent', flow.traceparent,
    'parent_workflow_id', (select cogo.flow_id(parent.created_at, parent.id) from cogo.workflows as parent where parent.id = flow.parent_id),
    'steps', cogo.flow_steps(flow),
    'signals', (
      select coalesce(jsonb_agg(jsonb_build_object('signal', got.signal, 'payload', got.payload, 'received_at', got.received_at) order by got.received_at), '[]')
      from cogo.workflow_signals as got where got.workflow_id = flow.id
    ),
    'saga_log', (
      select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
        'at', entry.at, 'move', entry.move, 'step', step.name, 'item', entry.item, 'job_id', entry.job_id
      )) order by entry.id), '[]')
      from cogo.saga_log as entry
      left join cogo.definition_steps as step on step.definition_id = flow.definition_id and step.step = entry.step
      where entry.workflow_id = flow.id
    )
  );
end;
$$;

comment on function cogo.get_workflow(uuid) is
  'One run whole, as JSON. Errors: workflow_not_found (404).';

revoke execute on function cogo.get_workflow(uuid) from public;
grant execute on function cogo.get_workflow(uuid) to authenticated, service_role;
