create function cogo.insert_jobs(
  jobs jsonb,
  new_ids bigint[],
  first_ids bigint[],
  tenant uuid,
  at timestamptz,
  has_later boolean,
  over_ids bigint[]
)
returns void
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  route record;
  fresh_ids bigint[];
  fresh_lanes smallint[];
  fresh_tenant uuid;
  trace text := cogo.caller_traceparent();
begin
  route := cogo.job_routes(insert_jobs.jobs, insert_jobs.tenant);
  if cardinality(array_remove(route.schemas, null)) > 0 then
    perform cogo.check_payloads(insert_jobs.jobs, route.types, route.schemas);
  end if;

  insert into cogo.jobs (
    id, created_at, tenant_id, correlation_id, cause, lane_id, lease_seconds, max_attempts, type, payload, traceparent,
    concurrency_key
  )
  select
    insert_jobs.new_ids[item.ordinal::integer], insert_jobs.at,
    coalesce(insert_jobs.tenant, (item.job ->> 'tenant_id')::uuid, cogo.default_tenant()),
    (item.job ->> 'correlation_id')::uuid, (item.job ->> 'cause')::uuid, ruling.lane_id, ruling.lease_seconds,
    coalesce((item.job ->> 'max_attempts')::smallint, ruling.max_attempts), item.job ->> 'type',
    coalesce(item.job -> 'payload', '{}'), coalesce(cogo.w3c_traceparent(item.job ->> 'traceparent'), trace),
    item.job ->> 'concurrency_key'
  from jsonb_array_elements(insert_jobs.jobs) with ordinality as item (job, ordinal)
  join unnest(route.tenants, route.types, route.priorities, route.executors, route.lanes, route.leases, route.limits)
    as ruling (tenant_id, type, priority, executor, lane_id, lease_seconds, max_attempts)
    on ruling.type = item.job ->> 'type' and ruling.priority = coalesce(item.job ->> 'priority', 'normal')
    and ruling.executor is not distinct from item.job ->> 'executor'
    and (ruling.tenant_id is null or ruling.tenant_id = coalesce((item.job ->> 'tenant_id')::uuid, cogo.default_tenant()))
  where insert_jobs.first_ids[item.ordinal::integer] = insert_jobs.new_ids[item.ordinal::integer];

  fresh_ids := insert_jobs.new_ids;
  if insert_jobs.first_ids <> insert_jobs.new_ids then
    fresh_ids := cogo.fresh_ids(insert_jobs.new_ids, insert_jobs.first_ids);
    if cardinality(fresh_ids) = 0 then
      return;
    end if;
  end if;
  select
    array_agg(job.lane_id order by job.id),
    case when count(distinct job.tenant_id) = 1 then (array_agg(job.tenant_id))[1] end
  into fresh_lanes, fresh_tenant
  from cogo.jobs as job where job.id = any(fresh_ids);

  if exists (select from cogo.jobs as job where job.id = any(fresh_ids) and job.concurrency_key is not null) then
    perform cogo.join_key_queues(fresh_ids);
  end if;
  perform cogo.record_events(array['job_enqueued'], fresh_ids, insert_jobs.at, fresh_tenant, null, null);
  if cardinality(insert_jobs.over_ids) > 0 then
    insert into cogo.over_bound (job_id, tenant_id, lane_id)
    select job.id, job.tenant_id, job.lane_id from cogo.jobs as job where job.id = any(insert_jobs.over_ids);
    select array_agg(item.job_id order by item.job_id), array_agg(item.lane_id order by item.job_id) into fresh_ids, fresh_lanes
    from unnest(fresh_ids, fresh_lanes) as item (job_id, lane_id) where item.job_id <> all(insert_jobs.over_ids);
    if fresh_ids is null then
      return;
    end if;
  end if;
  if insert_jobs.has_later then
    perform cogo.place_jobs(insert_jobs.jobs, insert_jobs.new_ids, fresh_ids, fresh_lanes, insert_jobs.at);
  else
    perform cogo.push_ready(
      fresh_ids, fresh_lanes, array_fill(1::smallint, array[cardinality(fresh_ids)]), insert_jobs.at
    );
  end if;
end;
$$;

comment on function cogo.insert_jobs(jsonb, bigint[], bigint[], uuid, timestamptz, boolean, bigint[]) is
  'Writes the jobs of a checked batch that are new and puts each into its first place; over_ids are those that their tenant''s bound holds back.';

revoke execute on function cogo.insert_jobs(jsonb, bigint[], bigint[], uuid, timestamptz, boolean, bigint[]) from public;
