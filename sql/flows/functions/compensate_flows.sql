create function cogo.compensate_flows(flow_ids bigint[], at timestamptz)
returns void
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  due record;
  done bigint[];
begin
  -- Last first: a step is undone once all that came after it has ended and has been undone.
  select
    array_agg(owed.workflow_id order by owed.workflow_id, owed.step desc, owed.item desc) as flow_ids,
    array_agg(owed.step order by owed.workflow_id, owed.step desc, owed.item desc) as steps,
    array_agg(owed.item order by owed.workflow_id, owed.step desc, owed.item desc) as items
  into due
  from cogo.workflow_steps as owed
  join cogo.workflows as flow on flow.id = owed.workflow_id
  where owed.workflow_id = any(compensate_flows.flow_ids) and owed.follow_up = 'owed'
    and not exists (
      select from cogo.workflow_steps as later
      join cogo.definition_steps as plan on plan.definition_id = flow.definition_id and plan.step = later.step
      where later.workflow_id = owed.workflow_id and (
        later.step = owed.step and later.state = 'running'
        or owed.step = any(plan.before) and (later.state = 'running' or later.follow_up in ('owed', 'compensating', 'stuck'))
      )
    );
  if due.steps is not null then
    perform cogo.enqueue_follow_ups(due.flow_ids, due.steps, due.items, false, compensate_flows.at);
    if cogo.fault('flow.compensated') then end if;
  end if;

  done := array(
    select flow.id from cogo.workflows as flow
    where flow.id = any(compensate_flows.flow_ids) and not exists (
      select from cogo.workflow_steps as open
      where open.workflow_id = flow.id and (open.state = 'running' or open.follow_up in ('owed', 'compensating', 'stuck'))
    )
  );
  if done <> '{}' then
    perform cogo.close_flows(done, 'compensated', compensate_flows.at);
  end if;
end;
$$;

comment on function cogo.compensate_flows(bigint[], timestamptz) is
  'Undoes steps in reverse along the graph, as far as it goes now; a run with nothing left to undo is compensated.';

revoke execute on function cogo.compensate_flows(bigint[], timestamptz) from public;
