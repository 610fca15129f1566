create function cogo.begin_children(begun jsonb, at timestamptz)
returns void
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  child_ids bigint[];
begin
  with born as (
    insert into cogo.workflows (
      created_at, tenant_id, parent_id, parent_step, definition_id, cause, correlation_id, traceparent, input, state
    )
    select
      begin_children.at, flow.tenant_id, flow.id, item.step, defined.child_id, cogo.flow_id(flow.created_at, flow.id),
      coalesce(flow.correlation_id, cogo.flow_id(flow.created_at, flow.id)), flow.traceparent,
      case when jsonb_typeof(given.input) = 'object' then given.input else jsonb_build_object('value', given.input) end, 'running'
    from jsonb_to_recordset(begin_children.begun) as item (workflow_id bigint, step smallint, kind text)
    join cogo.workflows as flow on flow.id = item.workflow_id
    join cogo.definition_steps as defined on defined.definition_id = flow.definition_id and defined.step = item.step,
    lateral (select cogo.step_payload(flow, defined, cogo.flow_scope(flow)) as input) as given
    where item.kind = 'workflow'
    returning workflows.id
  )
  select array_agg(born.id) into child_ids from born;
  if child_ids is not null then
    perform cogo.set_deadlines(child_ids, begin_children.at);
    perform cogo.move_flows(child_ids, begin_children.at);
  end if;
end;
$$;

comment on function cogo.begin_children(jsonb, timestamptz) is
  'Starts the runs that steps of kind workflow stand for.';

revoke execute on function cogo.begin_children(jsonb, timestamptz) from public;
