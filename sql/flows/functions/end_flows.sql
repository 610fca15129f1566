create function cogo.end_flows(flow_ids bigint[], ends_as text, error jsonb, compensate boolean, at timestamptz)
returns void
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  ending bigint[];
  reason text := coalesce(end_flows.error ->> 'message', 'The workflow ends because a step failed.');
begin
  with turned as (
    update cogo.workflows as flow
    set
      ends_as = case when definition.saga and end_flows.compensate then 'compensated' else end_flows.ends_as end,
      state = case when definition.saga and end_flows.compensate then 'compensating' else flow.state end,
      error = coalesce(end_flows.error, (
        select coalesce(broken.error, '{}') || jsonb_build_object('step', plan.name)
        from cogo.workflow_steps as broken
        join cogo.definition_steps as plan on plan.definition_id = flow.definition_id and plan.step = broken.step
        where broken.workflow_id = flow.id and broken.item = -1 and broken.state = 'failed' and not plan.optional
        order by broken.finished_at, broken.step limit 1
      ))
    from cogo.workflow_definitions as definition
    where flow.id = any(end_flows.flow_ids) and definition.id = flow.definition_id
      and flow.state = 'running' and flow.ends_as is null
    returning flow.id, flow.state
  ),
  told as (
    insert into cogo.saga_log (workflow_id, at, move)
    select turned.id, end_flows.at, 'compensating' from turned where turned.state = 'compensating'
  )
  select array_agg(turned.id order by turned.id) into ending from turned;

  update cogo.workflow_steps as begun set state = 'cancelled', finished_at = end_flows.at
  from cogo.workflows as flow
  join cogo.definition_steps as plan on plan.definition_id = flow.definition_id and plan.kind in ('sleep', 'signal')
  where flow.id = any(ending) and begun.workflow_id = flow.id and begun.step = plan.step and begun.state = 'running';

  -- Messages, not rows of cogo.cancels: whoever has one of those may be waiting for the run that is held here.
  insert into cogo.flow_inbox (workflow_id, job_id, kind, note)
  select begun.workflow_id, begun.job_id, 'wish', jsonb_build_object('reason', reason)
  from cogo.workflow_steps as begun
  where begun.workflow_id = any(ending) and begun.state = 'running' and begun.job_id is not null
  order by begun.job_id;
  insert into cogo.flow_inbox (workflow_id, kind, note)
  select child.id, 'cancel', jsonb_build_object('compensate', end_flows.compensate, 'reason', reason)
  from cogo.workflows as child
  where child.parent_id = any(ending) and child.finished_at is null
  order by child.id;
end;
$$;

comment on function cogo.end_flows(bigint[], text, jsonb, boolean, timestamptz) is
  'Turns running runs towards a bad end: sagas compensate (unless told not to), and whatever is open is asked to stop. A null error is that of the step that failed.';

revoke execute on function cogo.end_flows(bigint[], text, jsonb, boolean, timestamptz) from public;
