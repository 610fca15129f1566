create function cogo.insert_jobs(
  jobs jsonb,
  new_ids bigint[],
  first_ids bigint[],
  tenant uuid,
  at timestamptz,
  has_later boolean,
  only_type text
)
returns void
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  route record;
  written record;
begin
  route := cogo.job_routes(insert_jobs.jobs, insert_jobs.only_type);
  if cardinality(array_remove(route.schemas, null)) > 0 then
    perform cogo.check_payloads(insert_jobs.jobs, route.types, route.schemas);
  end if;

  with inserted as (
    insert into cogo.jobs (
      id, created_at, tenant_id, correlation_id, cause, lane_id, lease_seconds, max_attempts, type, payload, traceparent
    )
    select
      insert_jobs.new_ids[item.ordinal::integer], insert_jobs.at,
      coalesce(insert_jobs.tenant, (item.job ->> 'tenant_id')::uuid, cogo.default_tenant()),
      (item.job ->> 'correlation_id')::uuid, (item.job ->> 'cause')::uuid, ruling.lane_id, ruling.lease_seconds,
      coalesce((item.job ->> 'max_attempts')::smallint, ruling.max_attempts), item.job ->> 'type',
      coalesce(item.job -> 'payload', '{}'), item.job ->> 'traceparent'
    from jsonb_array_elements(insert_jobs.jobs) with ordinality as item (job, ordinal)
    join unnest(route.types, route.priorities, route.executors, route.lanes, route.leases, route.limits)
      as ruling (type, priority, executor, lane_id, lease_seconds, max_attempts)
      on ruling.type = item.job ->> 'type' and ruling.priority = coalesce(item.job ->> 'priority', 'normal')
      and ruling.executor is not distinct from item.job ->> 'executor'
    where insert_jobs.first_ids[item.ordinal::integer] = insert_jobs.new_ids[item.ordinal::integer]
    returning id, lane_id, tenant_id
  )
  select
    array_agg(id order by id) as ids, array_agg(lane_id order by id) as lanes,
    case when min(tenant_id::text) = max(tenant_id::text) then min(tenant_id::text)::uuid end as tenant
  into written
  from inserted;
  if written.ids is null then
    return;
  end if;

  perform cogo.record_events(array['job_enqueued'], written.ids, insert_jobs.at, written.tenant, null, null);
  if insert_jobs.has_later then
    perform cogo.place_jobs(insert_jobs.jobs, insert_jobs.new_ids, written.ids, written.lanes, insert_jobs.at);
  else
    perform cogo.push_ready(
      written.ids, written.lanes, array_fill(1::smallint, array[cardinality(written.ids)]), insert_jobs.at
    );
  end if;
end;
$$;

comment on function cogo.insert_jobs(jsonb, bigint[], bigint[], uuid, timestamptz, boolean, text) is
  'Writes the jobs of a checked batch that are new and puts each into its first place.';

revoke execute on function cogo.insert_jobs(jsonb, bigint[], bigint[], uuid, timestamptz, boolean, text) from public;
