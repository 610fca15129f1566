create function cogo.undo_children(flow_ids bigint[])
returns void
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  with ripe as (
    update cogo.workflow_steps as step set follow_up = 'compensating'
    from cogo.workflows as flow
    join cogo.definition_steps as defined on defined.definition_id = flow.definition_id and defined.kind = 'workflow'
    where flow.id = any(undo_children.flow_ids) and flow.state in ('compensating', 'stuck')
      and step.workflow_id = flow.id and step.step = defined.step and step.follow_up = 'owed'
      and not exists (
        select from cogo.definition_steps as later
        join cogo.workflow_steps as begun on begun.workflow_id = flow.id and begun.step = later.step
        where later.definition_id = flow.definition_id and defined.step = any(later.needs)
          and (begun.state = 'running' or begun.follow_up in ('owed', 'compensating', 'stuck'))
      )
    returning step.workflow_id, step.step
  )
  insert into cogo.flow_inbox (workflow_id, kind)
  select child.id, 'cancel' from ripe
  join cogo.workflows as child on child.parent_id = ripe.workflow_id and child.parent_step = ripe.step;
end;
$$;

comment on function cogo.undo_children(bigint[]) is
  'Child runs that had gone well are told to undo themselves when their parent goes back.';

revoke execute on function cogo.undo_children(bigint[]) from public;
