create function cogo.start_children(flow_ids bigint[], steps smallint[], at timestamptz)
returns bigint[]
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  failed bigint[];
  children bigint[];
begin
  with given as materialized (
    select flow.*, plan.step, plan.child_id, cogo.step_payload(plan.input, cogo.step_context(flow.id, flow.input, plan), null, null) as payload
    from unnest(start_children.flow_ids, start_children.steps) as item (flow_id, step)
    join cogo.workflows as flow on flow.id = item.flow_id
    join cogo.definition_steps as plan on plan.definition_id = flow.definition_id and plan.step = item.step
    order by flow.id, plan.step
  ),
  judged as materialized (
    select given.*, case when cogo.json_bytes(given.payload) > 262144 or jsonb_typeof(given.payload) <> 'object' then jsonb_build_object(
      'class', 'validation', 'reason', 'validation_failed', 'stage', 'input',
      'message', 'The input is not an object of at most 262144 bytes.'
    ) end as problem from given
  ),
  begun as (
    insert into cogo.workflow_steps (workflow_id, started_at, finished_at, step, attempts, state, error)
    select
      judged.id, start_children.at, case when problem is not null then start_children.at end, judged.step,
      case when problem is null then 1 else 0 end, case when problem is null then 'running' else 'failed' end, problem
    from judged
  ),
  born as (
    insert into cogo.workflows (
      created_at, tenant_id, parent_id, definition_id, parent_step, cause, correlation_id, traceparent, input, state
    )
    select
      start_children.at, judged.tenant_id, judged.id, judged.child_id, judged.step, cogo.uuid_v7(judged.created_at, judged.id),
      coalesce(judged.correlation_id, cogo.uuid_v7(judged.created_at, judged.id)), judged.traceparent, judged.payload, 'running'
    from judged where problem is null
    returning id
  )
  select
    (select array_agg(judged.id) from judged where problem is not null),
    (select array_agg(born.id order by born.id) from born)
  into failed, children;

  if children is not null then
    perform cogo.begin_flows(children, start_children.at);
  end if;
  return coalesce(failed, '{}');
end;
$$;

comment on function cogo.start_children(bigint[], smallint[], timestamptz) is
  'Begins steps of kind workflow: starts the child runs and their first steps. A child tells its parent of its end through cogo.flow_inbox.';

revoke execute on function cogo.start_children(bigint[], smallint[], timestamptz) from public;
