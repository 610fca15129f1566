create function cogo.finish_flows(flow_ids bigint[], at timestamptz)
returns void
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  closed bigint[];
begin
  update cogo.workflows as flow set state = 'confirming'
  from cogo.workflow_definitions as defined
  where flow.id = any(finish_flows.flow_ids) and flow.state = 'running' and defined.id = flow.definition_id
    and defined.step_count = (
      select count(*) from cogo.workflow_steps as step
      where step.workflow_id = flow.id and step.item = -1 and step.state <> 'running'
    );
  if found then
    perform cogo.undo_steps(finish_flows.flow_ids, finish_flows.at);
  end if;

  with standing as (
    select
      flow.id, flow.state, flow.ends_as,
      exists (
        select from cogo.workflow_steps as step
        join cogo.definition_steps as defined on defined.definition_id = flow.definition_id and defined.step = step.step
        where step.workflow_id = flow.id and (
          step.state = 'running' or step.follow_up in ('compensating', 'confirming')
          or (step.follow_up = 'owed' and (flow.ends_as is not null or defined.kind = 'tcc'))
        )
      ) as busy,
      exists (select from cogo.workflow_steps as step where step.workflow_id = flow.id and step.follow_up = 'stuck') as is_stuck
    from cogo.workflows as flow
    where flow.id = any(finish_flows.flow_ids) and flow.state in ('confirming', 'compensating', 'stuck')
  ),
  moved as (
    update cogo.workflows as flow set
      state = case when standing.is_stuck then 'stuck' else coalesce(standing.ends_as, 'succeeded') end,
      finished_at = case when not standing.is_stuck then finish_flows.at end
    from standing
    where flow.id = standing.id and (standing.is_stuck or not standing.busy) and not (standing.is_stuck and flow.state = 'stuck')
    returning flow.id, flow.state, flow.parent_id, flow.definition_id
  ),
  logged as (
    insert into cogo.saga_log (workflow_id, at, move)
    select moved.id, finish_flows.at, moved.state
    from moved join cogo.workflow_definitions as defined on defined.id = moved.definition_id where defined.saga
  ),
  told as (
    insert into cogo.flow_inbox (workflow_id, kind)
    select distinct moved.parent_id, 'look' from moved where moved.parent_id is not null
  )
  select array_agg(moved.id) into closed from moved where moved.state <> 'stuck';

  if closed is not null then
    delete from cogo.workflow_timers as timer where timer.workflow_id = any(closed);
  end if;
end;
$$;

comment on function cogo.finish_flows(bigint[], timestamptz) is
  'Ends runs that have nothing left to do, well or badly, or says that they are stuck; tells their parents.';

revoke execute on function cogo.finish_flows(bigint[], timestamptz) from public;
