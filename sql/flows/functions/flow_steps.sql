create function cogo.flow_steps(flow cogo.workflows)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  return (
    select jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
      'name', defined.name, 'kind', defined.kind, 'type', defined.type, 'optional', nullif(defined.optional, false),
      'after', (
        select jsonb_agg(need.name order by need.step) from cogo.definition_steps as need
        where need.definition_id = flow.definition_id and need.step = any(defined.needs)
      ),
      'state', coalesce(step.state, case when flow.finished_at is null and flow.ends_as is null then 'waiting' else 'skipped' end),
      'follow_up', case when step.follow_up = 'owed' and flow.state = 'succeeded' then null else step.follow_up end,
      'job_id', step.job_id, 'follow_job_id', step.follow_job_id, 'attempts', nullif(step.attempts, 0),
      'started_at', step.started_at, 'finished_at', step.finished_at, 'error', step.error,
      'due_at', (
        select min(timer.due_at) from cogo.workflow_timers as timer where timer.workflow_id = flow.id and timer.step = defined.step
      ),
      'child_workflow_id', (
        select cogo.flow_id(child.created_at, child.id) from cogo.workflows as child
        where child.parent_id = flow.id and child.parent_step = defined.step
      ),
      'items', (
        select jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
          'item', element.item, 'state', element.state, 'job_id', element.job_id, 'follow_up', element.follow_up, 'error', element.error
        )) order by element.item)
        from cogo.workflow_steps as element
        where element.workflow_id = flow.id and element.step = defined.step and element.item >= 0
      )
    )) || jsonb_build_object('result', step.result) order by defined.step)
    from cogo.definition_steps as defined
    left join cogo.workflow_steps as step on step.workflow_id = flow.id and step.step = defined.step and step.item = -1
    where defined.definition_id = flow.definition_id
  );
end;
$$;

comment on function cogo.flow_steps(cogo.workflows) is
  'The steps of a run as get_workflow tells them.';

revoke execute on function cogo.flow_steps(cogo.workflows) from public;
