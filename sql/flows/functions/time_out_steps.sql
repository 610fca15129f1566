create function cogo.time_out_steps(flow_ids bigint[], steps smallint[], forced boolean[], at timestamptz)
returns void
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  with late as materialized (
    select begun.workflow_id, begun.step, begun.item, begun.job_id, plan.kind, plan.timeout_seconds, item.forced
    from unnest(time_out_steps.flow_ids, time_out_steps.steps, time_out_steps.forced) as item (flow_id, step, forced)
    join cogo.workflow_steps as begun on begun.workflow_id = item.flow_id and begun.step = item.step and begun.state = 'running'
    join cogo.workflows as flow on flow.id = item.flow_id
    join cogo.definition_steps as plan on plan.definition_id = flow.definition_id and plan.step = item.step
  ),
  noted as (
    -- A step without a job or a run of its own ends here; the others end when those do, with this error.
    update cogo.workflow_steps as begun
    set
      state = case when late.kind = 'signal' then 'failed' else begun.state end,
      finished_at = case when late.kind = 'signal' then time_out_steps.at end,
      error = jsonb_build_object(
        'class', 'transient', 'reason', 'timeout', 'message', format('The step did not end within %s seconds.', late.timeout_seconds)
      )
    from late
    where begun.workflow_id = late.workflow_id and begun.step = late.step and begun.item = late.item
  ),
  asked as (
    insert into cogo.flow_inbox (workflow_id, job_id, kind, note)
    select late.workflow_id, late.job_id, 'wish', jsonb_build_object('hard', late.forced, 'reason', 'The step took too long.')
    from late where late.job_id is not null
  ),
  told as (
    insert into cogo.flow_inbox (workflow_id, kind, note)
    select child.id, 'cancel', jsonb_build_object('compensate', true, 'reason', 'The step that started it took too long.')
    from late join cogo.workflows as child
      on child.parent_id = late.workflow_id and child.parent_step = late.step and child.finished_at is null
    where late.kind = 'workflow'
  )
  -- A worker that does not listen has thirty seconds more; then its fence is taken away.
  insert into cogo.workflow_timers (workflow_id, due_at, step, kind)
  select distinct late.workflow_id, time_out_steps.at + interval '30 seconds', late.step, 'force'
  from late where late.job_id is not null and not late.forced
  on conflict do nothing;
end;
$$;

comment on function cogo.time_out_steps(bigint[], smallint[], boolean[], timestamptz) is
  'Steps whose time is over: a wait for a signal fails, a job is asked to stop and later made to, a child run is cancelled.';

revoke execute on function cogo.time_out_steps(bigint[], smallint[], boolean[], timestamptz) from public;
