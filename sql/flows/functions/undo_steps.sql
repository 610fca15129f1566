create function cogo.undo_steps(flow_ids bigint[], at timestamptz)
returns void
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  specs jsonb;
begin
  perform cogo.undo_children(undo_steps.flow_ids);

  with ripe as (
    update cogo.workflow_steps as step set
      follow_up = case when flow.state = 'confirming' then 'confirming' else 'compensating' end
    from cogo.workflows as flow
    join cogo.definition_steps as defined on defined.definition_id = flow.definition_id
    where flow.id = any(undo_steps.flow_ids) and step.workflow_id = flow.id and step.step = defined.step
      and step.follow_up = 'owed' and defined.kind in ('job', 'map', 'tcc')
      and (
        (flow.state = 'confirming' and defined.kind = 'tcc')
        or (flow.state in ('compensating', 'stuck') and not exists (
          -- Backwards: first what came after it, and what of that is still open may yet act.
          select from cogo.definition_steps as later
          join cogo.workflow_steps as begun on begun.workflow_id = flow.id and begun.step = later.step
          where later.definition_id = flow.definition_id and defined.step = any(later.needs)
            and (begun.state = 'running' or begun.follow_up in ('owed', 'compensating', 'stuck'))
        ))
      )
    returning step.workflow_id, step.step, step.item, step.job_id, step.result, step.follow_up
  )
  select jsonb_agg(jsonb_build_object(
    'workflow_id', flow.id, 'step', ripe.step, 'item', ripe.item,
    'role', case when ripe.follow_up = 'confirming' then 'confirm' when defined.kind = 'tcc' then 'cancel' else 'compensation' end,
    'job', cogo.step_job(
      flow, case when ripe.follow_up = 'confirming' then defined.confirm_type else defined.undo_type end,
      jsonb_build_object(
        'input', action.payload, 'result', ripe.result, 'step', defined.name, 'workflow_id', cogo.flow_id(flow.created_at, flow.id)
      ),
      coalesce(case when ripe.follow_up = 'confirming' then defined.confirm_max_attempts else defined.undo_max_attempts end, 20::smallint),
      cogo.uuid_v7(action.created_at, action.id)
    )
  ) order by ripe.workflow_id, ripe.step desc, ripe.item desc)
  into specs
  from ripe
  join cogo.workflows as flow on flow.id = ripe.workflow_id
  join cogo.definition_steps as defined on defined.definition_id = flow.definition_id and defined.step = ripe.step
  join cogo.jobs as action on action.id = ripe.job_id;

  if specs is not null then
    perform cogo.enqueue_steps(specs, undo_steps.at);
  end if;
end;
$$;

comment on function cogo.undo_steps(bigint[], timestamptz) is
  'Enqueues the undoing of steps, last first along the graph, or the confirmations of a run that has gone well.';

revoke execute on function cogo.undo_steps(bigint[], timestamptz) from public;
