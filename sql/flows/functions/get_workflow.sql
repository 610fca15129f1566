create function cogo.get_workflow(workflow_id uuid)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  flow cogo.workflows := cogo.find_workflow(get_workflow.workflow_id);
  definition cogo.workflow_definitions;
begin
  select known.* into definition from cogo.workflow_definitions as known where known.id = flow.definition_id;
  return jsonb_build_object(
    'workflow_id', get_workflow.workflow_id, 'name', definition.name, 'version', definition.version, 'saga', definition.saga,
    'tenant_id', flow.tenant_id, 'state', flow.state, 'ends_as', flow.ends_as, 'input', flow.input,
    'result', case when flow.state = 'succeeded' then cogo.flow_result(flow.id) end, 'error', flow.error,
    'created_at', flow.created_at, 'finished_at', flow.finished_at,
    'deadline_at', flow.created_at + make_interval(secs => definition.deadline_seconds),
    'correlation_id', flow.correlation_id, 'cause', flow.cause, 'traceparent', flow.traceparent,
    'parent', (
      select jsonb_build_object('workflow_id', cogo.uuid_v7(parent.created_at, parent.id), 'step', plan.name)
      from cogo.workflows as parent
      join cogo.definition_steps as plan on plan.definition_id = parent.definition_id and plan.step = flow.parent_step
      where parent.id = flow.parent_id
    ),
    'steps', cogo.workflow_step_rows(flow.id, flow.definition_id),
    'timers', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'kind', timer.kind, 'due_at', timer.due_at, 'step', plan.name
      ) order by timer.due_at, timer.step), '[]')
      from cogo.workflow_timers as timer
      left join cogo.definition_steps as plan on plan.definition_id = flow.definition_id and plan.step = timer.step
      where timer.workflow_id = flow.id
    ),
    'signals', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'signal', received.signal, 'payload', received.payload, 'received_at', received.received_at
      ) order by received.received_at), '[]')
      from cogo.workflow_signals as received where received.workflow_id = flow.id
    ),
    'saga_log', (
      select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
        'at', log.at, 'move', log.move, 'step', plan.name, 'index', nullif(log.item, -1), 'job_id', log.job_id
      )) order by log.id), '[]')
      from cogo.saga_log as log
      left join cogo.definition_steps as plan on plan.definition_id = flow.definition_id and plan.step = log.step
      where log.workflow_id = flow.id
    )
  );
end;
$$;

comment on function cogo.get_workflow(uuid) is
  'One run whole, as JSON: its state, steps, jobs, results, errors, timers, signals and saga log. Errors: workflow_not_found (404).';

revoke execute on function cogo.get_workflow(uuid) from public;
grant execute on function cogo.get_workflow(uuid) to authenticated, service_role;
