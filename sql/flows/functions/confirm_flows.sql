create function cogo.confirm_flows(flow_ids bigint[], at timestamptz)
returns void
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  due record;
begin
  with turned as (
    update cogo.workflows as flow set state = 'confirming'
    where flow.id = any(confirm_flows.flow_ids) and flow.state = 'running'
    returning flow.id
  )
  insert into cogo.saga_log (workflow_id, at, move) select turned.id, confirm_flows.at, 'confirming' from turned;

  select
    array_agg(tried.workflow_id order by tried.workflow_id, tried.step) as flow_ids,
    array_agg(tried.step order by tried.workflow_id, tried.step) as steps
  into due
  from cogo.workflow_steps as tried
  join cogo.workflows as flow on flow.id = tried.workflow_id
  join cogo.definition_steps as plan on plan.definition_id = flow.definition_id and plan.step = tried.step
  where tried.workflow_id = any(confirm_flows.flow_ids) and tried.follow_up = 'owed' and plan.kind = 'tcc';
  perform cogo.enqueue_follow_ups(
    due.flow_ids, due.steps, array_fill(-1, array[cardinality(due.steps)]), true, confirm_flows.at
  );
end;
$$;

comment on function cogo.confirm_flows(bigint[], timestamptz) is
  'All has succeeded: enqueues the confirms of all tcc steps. From here on there is no way back.';

revoke execute on function cogo.confirm_flows(bigint[], timestamptz) from public;
