create function cogo.workflow_step_rows(flow_id bigint, definition_id integer)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  return (
    select jsonb_agg(
      jsonb_build_object(
        'name', plan.name, 'kind', plan.kind, 'state', coalesce(begun.state, 'pending'), 'optional', plan.optional,
        'result', begun.result, 'error', begun.error, 'attempts', coalesce(begun.attempts, 0),
        'after', (
          select coalesce(jsonb_agg(other.name order by other.step), '[]') from cogo.definition_steps as other
          where other.definition_id = plan.definition_id and other.step = any(plan.needs)
        )
      )
      || jsonb_strip_nulls(jsonb_build_object(
        'type', plan.type, 'started_at', begun.started_at, 'finished_at', begun.finished_at, 'job_id', begun.job_id,
        'follow_up', begun.follow_up, 'follow_job_id', begun.follow_job_id, 'signal', plan.signal,
        'workflow_id', (
          select cogo.uuid_v7(child.created_at, child.id) from cogo.workflows as child
          where child.parent_id = workflow_step_rows.flow_id and child.parent_step = plan.step
        ),
        'items', (
          select jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
            'index', element.item, 'state', element.state, 'job_id', element.job_id, 'attempts', element.attempts,
            'error', element.error, 'follow_up', element.follow_up, 'follow_job_id', element.follow_job_id
          )) order by element.item)
          from cogo.workflow_steps as element
          where element.workflow_id = workflow_step_rows.flow_id and element.step = plan.step and element.item >= 0
        )
      ))
      order by plan.step
    )
    from cogo.definition_steps as plan
    left join cogo.workflow_steps as begun
      on begun.workflow_id = workflow_step_rows.flow_id and begun.step = plan.step and begun.item = -1
    where plan.definition_id = workflow_step_rows.definition_id
  );
end;
$$;

comment on function cogo.workflow_step_rows(bigint, integer) is
  'The steps of a run in the order of its definition, those that have not begun as pending.';

revoke execute on function cogo.workflow_step_rows(bigint, integer) from public;
