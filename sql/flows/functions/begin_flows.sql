create function cogo.begin_flows(flow_ids bigint[], at timestamptz)
returns void
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  roots record;
  again bigint[];
begin
  insert into cogo.workflow_timers (workflow_id, due_at, step, kind)
  select flow.id, begin_flows.at + make_interval(secs => definition.deadline_seconds), -1, 'deadline'
  from cogo.workflows as flow join cogo.workflow_definitions as definition on definition.id = flow.definition_id
  where flow.id = any(begin_flows.flow_ids) and definition.deadline_seconds is not null;

  select
    array_agg(flow.id order by flow.id, plan.step) as flow_ids, array_agg(plan.step order by flow.id, plan.step) as steps,
    array_agg(plan.kind order by flow.id, plan.step) as kinds
  into roots
  from cogo.workflows as flow join cogo.definition_steps as plan on plan.definition_id = flow.definition_id
  where flow.id = any(begin_flows.flow_ids) and plan.needs = '{}';

  again := cogo.start_steps(roots.flow_ids, roots.steps, roots.kinds, begin_flows.at);
  if again <> '{}' then
    perform cogo.move_flows(again, begin_flows.at);
  end if;
end;
$$;

comment on function cogo.begin_flows(bigint[], timestamptz) is 'Starts the first steps of runs that the caller has just inserted.';

revoke execute on function cogo.begin_flows(bigint[], timestamptz) from public;
