create function cogo.settle_children(flow_ids bigint[], at timestamptz)
returns void
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  update cogo.workflow_steps as step set
    state = case when child.state = 'succeeded' then 'succeeded' when child.state = 'cancelled' then 'cancelled' else 'failed' end,
    finished_at = settle_children.at,
    result = case when child.state = 'succeeded' then cogo.flow_result(child) end,
    error = coalesce(child.error, step.error),
    follow_up = case when child.state = 'succeeded' and parent.undo and defined.saga then 'owed' end
  from cogo.workflows as child
  join cogo.workflows as parent on parent.id = child.parent_id
  join cogo.workflow_definitions as defined on defined.id = child.definition_id
  where child.parent_id = any(settle_children.flow_ids) and child.finished_at is not null
    and step.workflow_id = child.parent_id and step.step = child.parent_step and step.item = -1 and step.state = 'running';

  update cogo.workflow_steps as step set follow_up = 'compensated'
  from cogo.workflows as child
  where child.parent_id = any(settle_children.flow_ids) and child.state in ('compensated', 'cancelled', 'failed')
    and step.workflow_id = child.parent_id and step.step = child.parent_step and step.item = -1
    and step.follow_up = 'compensating';
end;
$$;

comment on function cogo.settle_children(bigint[], timestamptz) is
  'Records the ends of child runs in the steps that started them.';

revoke execute on function cogo.settle_children(bigint[], timestamptz) from public;
