create function cogo.close_flows(flow_ids bigint[], state text, at timestamptz)
returns void
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  with closed as (
    update cogo.workflows as flow
    set state = coalesce(close_flows.state, flow.ends_as), finished_at = close_flows.at
    where flow.id = any(close_flows.flow_ids)
    returning flow.id, flow.definition_id, flow.parent_id, flow.state
  ),
  told as (
    insert into cogo.saga_log (workflow_id, at, move)
    select closed.id, close_flows.at, closed.state
    from closed join cogo.workflow_definitions as definition on definition.id = closed.definition_id
    where definition.saga
  )
  insert into cogo.flow_inbox (workflow_id, kind)
  select distinct closed.parent_id, 'look' from closed where closed.parent_id is not null;
end;
$$;

comment on function cogo.close_flows(bigint[], text, timestamptz) is
  'Closes runs, in the state given or the one that they were to end in, and tells their parents.';

revoke execute on function cogo.close_flows(bigint[], text, timestamptz) from public;
