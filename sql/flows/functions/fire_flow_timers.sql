create function cogo.fire_flow_timers(at timestamptz, row_limit integer)
returns integer
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  mine bigint[];
  due jsonb;
  told constant jsonb := '{"class": "permanent", "reason": "timeout", "stage": "exec", "message": "It took longer than its timeout."}';
begin
  mine := array(
    select flow.id from cogo.workflows as flow
    where flow.id = any(array(
      select timer.workflow_id from cogo.workflow_timers as timer
      where timer.due_at <= fire_flow_timers.at order by timer.due_at limit fire_flow_timers.row_limit
    ))
    order by flow.id for update skip locked
  );
  if cardinality(mine) = 0 then
    return 0;
  end if;
  perform set_config('cogo.flows_locked', 'on', true);

  with gone as (
    delete from cogo.workflow_timers as timer
    where timer.workflow_id = any(mine) and timer.due_at <= fire_flow_timers.at
    returning timer.workflow_id, timer.step, timer.kind
  )
  select jsonb_agg(to_jsonb(gone)) into due from gone;
  if due is null then
    return 0;
  end if;

  update cogo.workflow_steps as step set
    state = case item.kind when 'wake' then 'succeeded' else case when defined.kind = 'signal' then 'failed' else step.state end end,
    finished_at = case when item.kind = 'wake' or defined.kind = 'signal' then fire_flow_timers.at end,
    error = case item.kind when 'wake' then step.error else told end
  from jsonb_to_recordset(due) as item (workflow_id bigint, step smallint, kind text)
  join cogo.workflows as flow on flow.id = item.workflow_id
  join cogo.definition_steps as defined on defined.definition_id = flow.definition_id and defined.step = item.step
  where item.kind in ('wake', 'timeout') and step.workflow_id = item.workflow_id and step.step = item.step and step.state = 'running';

  perform cogo.time_out_jobs(due, fire_flow_timers.at);
  perform cogo.back_out(array[flow.id], case when defined.saga then 'compensated' else 'failed' end, true,
    '{"message": "The run was not done by its deadline.", "reason": "timeout"}', fire_flow_timers.at)
  from jsonb_to_recordset(due) as item (workflow_id bigint, kind text)
  join cogo.workflows as flow on flow.id = item.workflow_id
  join cogo.workflow_definitions as defined on defined.id = flow.definition_id
  where item.kind = 'deadline';
  perform cogo.move_flows(mine, fire_flow_timers.at);
  return jsonb_array_length(due);
end;
$$;

comment on function cogo.fire_flow_timers(timestamptz, integer) is
  'What runs do at a time: wake from sleeps, end waits and steps that take too long, go back at the deadline. Answers how many.';

revoke execute on function cogo.fire_flow_timers(timestamptz, integer) from public;
