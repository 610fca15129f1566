create function cogo.record_children(flow_ids bigint[], at timestamptz)
returns void
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  with ended as (
    select child.*, parent.ends_as as parent_ends_as, plan.undo_type, definition.saga, cogo.uuid_v7(child.created_at, child.id) as public_id
    from cogo.workflows as child
    join cogo.workflows as parent on parent.id = child.parent_id
    join cogo.workflow_definitions as definition on definition.id = parent.definition_id
    join cogo.definition_steps as plan on plan.definition_id = parent.definition_id and plan.step = child.parent_step
    where child.parent_id = any(record_children.flow_ids) and child.finished_at is not null
  ),
  closed as (
    update cogo.workflow_steps as begun
    set
      state = case when ended.state = 'succeeded' then 'succeeded' when ended.parent_ends_as is null then 'failed' else 'cancelled' end,
      finished_at = record_children.at,
      result = case when ended.state = 'succeeded' then cogo.flow_result(ended.id) end,
      error = case when ended.state <> 'succeeded' then coalesce(begun.error, jsonb_build_object(
        'class', 'permanent', 'reason', coalesce(ended.error ->> 'reason', 'dependency_unavailable'),
        'message', format('Workflow %s ended as %s.', ended.public_id, ended.state), 'details', ended.error
      )) end,
      -- A child that was compensated has undone itself.
      follow_up = case when ended.undo_type is not null and ended.state <> 'compensated' then 'owed' end
    from ended
    where begun.workflow_id = ended.parent_id and begun.step = ended.parent_step and begun.item = -1 and begun.state = 'running'
    returning begun.workflow_id, begun.step, begun.state, ended.saga
  )
  insert into cogo.saga_log (workflow_id, at, item, step, move)
  select closed.workflow_id, record_children.at, -1, closed.step, 'action_' || closed.state from closed where closed.saga;
end;
$$;

comment on function cogo.record_children(bigint[], timestamptz) is 'Writes how child runs ended into the steps that started them.';

revoke execute on function cogo.record_children(bigint[], timestamptz) from public;
