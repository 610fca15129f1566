create function cogo.flow_spans(flow_ids bigint[])
returns table (
  span_id text, parent_span_id text, under_job bigint, name text, kind text, started_at timestamptz, ended_at timestamptz,
  status text, attributes jsonb
)
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  return query
  select
    cogo.span_id(cogo.uuid_v7(flow.created_at, flow.id) || ':workflow'),
    coalesce(
      (
        select cogo.span_id(cogo.uuid_v7(parent.created_at, parent.id) || ':step:' || flow.parent_step || ':-1')
        from cogo.workflows as parent where parent.id = flow.parent_id
      ),
      substr(flow.traceparent, 37, 16)
    ),
    (
      select job.id from cogo.jobs as job
      where job.id = cogo.uuid_number(flow.cause) and cogo.uuid_v7(job.created_at, job.id) = flow.cause
    ),
    'workflow ' || definition.name, 'internal', flow.created_at, flow.finished_at,
    case when flow.state = 'succeeded' then 'ok' when flow.state in ('failed', 'stuck', 'compensated') then 'error' else 'unset' end,
    jsonb_strip_nulls(jsonb_build_object(
      'cogo.workflow.id', cogo.uuid_v7(flow.created_at, flow.id), 'cogo.workflow.name', definition.name,
      'cogo.workflow.version', definition.version, 'cogo.workflow.state', flow.state, 'error.message', left(flow.error ->> 'message', 500)
    ))
  from cogo.workflows as flow
  join cogo.workflow_definitions as definition on definition.id = flow.definition_id
  where flow.id = any(flow_spans.flow_ids)
  union all
  (
    select
      cogo.span_id(cogo.uuid_v7(flow.created_at, flow.id) || ':step:' || begun.step || ':' || begun.item),
      case
        when begun.item >= 0 then cogo.span_id(cogo.uuid_v7(flow.created_at, flow.id) || ':step:' || begun.step || ':-1')
        else cogo.span_id(cogo.uuid_v7(flow.created_at, flow.id) || ':workflow')
      end,
      null, 'step ' || plan.name || case when begun.item >= 0 then '[' || begun.item || ']' else '' end,
      'internal', begun.started_at, begun.finished_at,
      case when begun.state = 'succeeded' then 'ok' when begun.state = 'failed' then 'error' else 'unset' end,
      jsonb_strip_nulls(jsonb_build_object(
        'cogo.step.job_id', begun.job_id, 'cogo.step.follow_job_id', begun.follow_job_id, 'cogo.step.kind', plan.kind,
        'cogo.step.state', begun.state, 'cogo.step.follow_up', begun.follow_up, 'error.message', left(begun.error ->> 'message', 500)
      ))
    from cogo.workflow_steps as begun
    join cogo.workflows as flow on flow.id = begun.workflow_id
    join cogo.definition_steps as plan on plan.definition_id = flow.definition_id and plan.step = begun.step
    where begun.workflow_id = any(flow_spans.flow_ids)
    order by begun.item >= 0, begun.started_at, begun.step, begun.item limit 501
  );
end;
$$;

comment on function cogo.flow_spans(bigint[]) is
  'Runs of workflows as spans, with their steps; what a step enqueues, and what undoes it, names it as its parent by cogo.step.job_id.';

revoke execute on function cogo.flow_spans(bigint[]) from public;
