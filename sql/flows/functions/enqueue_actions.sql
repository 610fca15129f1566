create function cogo.enqueue_actions(flow_ids bigint[], steps smallint[], items integer[], payloads jsonb[], at timestamptz)
returns bigint[]
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
    select plan.type
    from (select distinct item.flow_id, item.step from unnest(enqueue_actions.flow_ids, enqueue_actions.steps) as item (flow_id, step)) as item
    join cogo.workflows as flow on flow.id = item.flow_id
    join cogo.definition_steps as plan on plan.definition_id = flow.definition_id and plan.step = item.step
  ));

  with given as materialized (
    select
      item.*, flow.tenant_id, flow.created_at, flow.traceparent, plan.type, definition.saga,
      case when by_tenant and ruling.lane_id is not null
        then (cogo.job_route(plan.type, 'normal', null, flow.tenant_id)).lane_id else ruling.lane_id
      end as lane_id,
      ruling.lease_seconds, coalesce(plan.max_attempts, ruling.max_attempts) as max_attempts,
      case
        when ruling.lane_id is not null and ruling.payload_schema is null and jsonb_typeof(item.payload) = 'object'
          and cogo.json_bytes(item.payload) <= 262144
          then null
        else cogo.payload_problem(plan.type, item.payload, ruling.lane_id, ruling.payload_schema)
      end as problem
    from unnest(enqueue_actions.flow_ids, enqueue_actions.steps, enqueue_actions.items, enqueue_actions.payloads)
      with ordinality as item (flow_id, step, item, payload, ordinal)
    join cogo.workflows as flow on flow.id = item.flow_id
    join cogo.workflow_definitions as definition on definition.id = flow.definition_id
    join cogo.definition_steps as plan on plan.definition_id = flow.definition_id and plan.step = item.step
    left join unnest(route.types, route.lanes, route.leases, route.limits, route.schemas)
      as ruling (type, lane_id, lease_seconds, max_attempts, payload_schema) on ruling.type = plan.type
    order by item.ordinal
  ),
  numbered as materialized (
    select given.*, case when problem is null then nextval('cogo.jobs_id_seq') end as job_id from given
  ),
  bodies as (
    insert into cogo.jobs (
      id, created_at, tenant_id, correlation_id, lane_id, lease_seconds, max_attempts, type, payload, traceparent
    )
    select
      job_id, enqueue_actions.at, tenant_id,
      -- cogo.uuid_v7(created_at, flow_id), written out as in claim_jobs.
      (
        lpad(to_hex((extract(epoch from created_at) * 1000000)::bigint / 1000), 12, '0') || '7'
        || lpad(to_hex((extract(epoch from created_at) * 1000000)::bigint % 1000 * 4096 / 1000), 3, '0')
        || to_hex((-9223372036854775808) | flow_id)
      )::uuid,
      lane_id, lease_seconds, max_attempts, type, payload, traceparent
    from numbered where job_id is not null
  ),
  links as (
    insert into cogo.step_jobs (job_id, workflow_id, item, step, role)
    select job_id, flow_id, item, step, 'action' from numbered where job_id is not null
  ),
  begun as (
    insert into cogo.workflow_steps (workflow_id, job_id, started_at, finished_at, item, step, state, error)
    select
      flow_id, job_id, enqueue_actions.at, case when problem is not null then enqueue_actions.at end, item, step,
      case when problem is null then 'running' else 'failed' end, problem
    from numbered
  ),
  told as (
    insert into cogo.saga_log (workflow_id, at, job_id, item, step, move)
    select flow_id, enqueue_actions.at, job_id, item, step, case when problem is null then 'action_started' else 'action_failed' end
    from numbered where saga
  )
  select
    array_agg(job_id order by ordinal) filter (where job_id is not null) as job_ids,
    array_agg(lane_id order by ordinal) filter (where job_id is not null) as lanes,
    array_agg(distinct flow_id) filter (where problem is not null) as failed
  into made from numbered;

  if made.job_ids is not null then
    if exists (select from cogo.tenant_bounds) then
      perform cogo.tell_loads(made.job_ids, 1);
    end if;
    perform cogo.record_events(array['job_enqueued'], made.job_ids, enqueue_actions.at, null, null, null);
    perform cogo.push_ready(
      made.job_ids, made.lanes, array_fill(1::smallint, array[cardinality(made.job_ids)]), enqueue_actions.at
    );
  end if;
  return coalesce(made.failed, '{}');
end;
$$;

comment on function cogo.enqueue_actions(bigint[], smallint[], integer[], jsonb[], timestamptz) is
  'Begins steps (item -1) and elements of maps that are jobs: their jobs, rows and events. What cannot be enqueued fails at once; answers the runs where that happened.';

revoke execute on function cogo.enqueue_actions(bigint[], smallint[], integer[], jsonb[], timestamptz) from public;
