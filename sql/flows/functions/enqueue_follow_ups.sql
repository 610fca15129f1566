create function cogo.enqueue_follow_ups(flow_ids bigint[], steps smallint[], items integer[], confirm boolean, at timestamptz)
returns void
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  -- Only where something depends on it is each run's tenant asked for alone.
  by_tenant boolean := exists (select from cogo.routes) or exists (select from cogo.lanes as lane where lane.open_shards > 1);
  route record;
  made record;
begin
  route := cogo.step_routes(array(
    select case when enqueue_follow_ups.confirm then plan.confirm_type else plan.undo_type end
    from unnest(enqueue_follow_ups.flow_ids, enqueue_follow_ups.steps) as item (flow_id, step)
    join cogo.workflows as flow on flow.id = item.flow_id
    join cogo.definition_steps as plan on plan.definition_id = flow.definition_id and plan.step = item.step
  ));

  with given as materialized (
    select
      begun.workflow_id, begun.step, begun.item, flow.tenant_id, flow.traceparent, ruling.type, ruling.lease_seconds, ruling.most,
      case when by_tenant and ruling.lane_id is not null
        then (cogo.job_route(ruling.type, 'normal', null, flow.tenant_id)).lane_id else ruling.lane_id
      end as lane_id,
      cogo.uuid_v7(flow.created_at, flow.id) as correlation_id,
      (select cogo.uuid_v7(job.created_at, job.id) from cogo.jobs as job where job.id = begun.job_id) as cause,
      coalesce(case when enqueue_follow_ups.confirm then plan.confirm_max_attempts else plan.undo_max_attempts end, ruling.most) as max_attempts,
      case when enqueue_follow_ups.confirm then 'confirm' when plan.kind = 'tcc' then 'cancel' else 'compensation' end as role,
      jsonb_build_object(
        'input', cogo.action_input(flow.id, flow.input, plan, begun.job_id, begun.item), 'result', begun.result,
        'step', plan.name, 'workflow_id', cogo.uuid_v7(flow.created_at, flow.id)
      ) || case when begun.item >= 0 then jsonb_build_object('index', begun.item) else '{}' end as payload
    from unnest(enqueue_follow_ups.flow_ids, enqueue_follow_ups.steps, enqueue_follow_ups.items) with ordinality
      as wanted (flow_id, step, item, ordinal)
    join cogo.workflow_steps as begun
      on begun.workflow_id = wanted.flow_id and begun.step = wanted.step and begun.item = wanted.item
    join cogo.workflows as flow on flow.id = wanted.flow_id
    join cogo.definition_steps as plan on plan.definition_id = flow.definition_id and plan.step = wanted.step
    left join unnest(route.types, route.lanes, route.leases, route.limits) as ruling (type, lane_id, lease_seconds, most)
      on ruling.type = case when enqueue_follow_ups.confirm then plan.confirm_type else plan.undo_type end
    order by wanted.ordinal
  ),
  numbered as materialized (
    select given.*, nextval('cogo.jobs_id_seq') as job_id from given where lane_id is not null
  ),
  bodies as (
    insert into cogo.jobs (
      id, created_at, tenant_id, correlation_id, cause, lane_id, lease_seconds, max_attempts, type, payload, traceparent
    )
    select
      job_id, enqueue_follow_ups.at, tenant_id, correlation_id, cause, lane_id, lease_seconds, max_attempts, type, payload, traceparent
    from numbered
  ),
  links as (
    insert into cogo.step_jobs (job_id, workflow_id, item, step, role) select job_id, workflow_id, item, step, role from numbered
  ),
  followed as (
    update cogo.workflow_steps as begun
    set follow_up = case when enqueue_follow_ups.confirm then 'confirming' else 'compensating' end, follow_job_id = numbered.job_id
    from numbered
    where begun.workflow_id = numbered.workflow_id and begun.step = numbered.step and begun.item = numbered.item
  ),
  told as (
    insert into cogo.saga_log (workflow_id, at, job_id, item, step, move)
    select workflow_id, enqueue_follow_ups.at, job_id, item, step, role || '_started' from numbered
  ),
  -- No lane takes the type: an undo may not be left out, so the sweep tries again until an operator has opened one.
  late as (
    insert into cogo.flow_inbox (workflow_id, kind) select distinct workflow_id, 'retry' from given where lane_id is null
  )
  select array_agg(job_id order by job_id) as job_ids, array_agg(lane_id order by job_id) as lanes into made from numbered;

  if made.job_ids is not null then
    if exists (select from cogo.tenant_bounds) then
      perform cogo.tell_loads(made.job_ids, 1);
    end if;
    perform cogo.record_events(array['job_enqueued'], made.job_ids, enqueue_follow_ups.at, null, null, null);
    perform cogo.push_ready(
      made.job_ids, made.lanes, array_fill(1::smallint, array[cardinality(made.job_ids)]), enqueue_follow_ups.at
    );
  end if;
end;
$$;

comment on function cogo.enqueue_follow_ups(bigint[], smallint[], integer[], boolean, timestamptz) is
  'Enqueues what comes after steps: their compensations (a tcc''s cancel), or their confirms. Payload: {input, result, step, workflow_id, index?}.';

revoke execute on function cogo.enqueue_follow_ups(bigint[], smallint[], integer[], boolean, timestamptz) from public;
