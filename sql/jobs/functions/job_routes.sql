create function cogo.job_routes(
  jobs jsonb,
  tenant uuid,
  out tenants uuid[],
  out types text[],
  out priorities text[],
  out executors text[],
  out lanes smallint[],
  out leases smallint[],
  out limits smallint[],
  out schemas jsonb[]
)
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  -- Only where something depends on it is each tenant of a batch asked for alone.
  by_tenant boolean := job_routes.tenant is null
    and (exists (select from cogo.routes) or exists (select from cogo.lanes as lane where lane.open_shards > 1));
begin
  select
    array_agg(kind.tenant), array_agg(kind.type), array_agg(kind.priority), array_agg(kind.executor), array_agg(route.lane_id),
    array_agg(route.lease_seconds), array_agg(route.max_attempts), array_agg(route.payload_schema)
  into tenants, types, priorities, executors, lanes, leases, limits, schemas
  from (
    select distinct job ->> 'type' as type, coalesce(job ->> 'priority', 'normal') as priority, job ->> 'executor' as executor,
      case when by_tenant then coalesce((job ->> 'tenant_id')::uuid, cogo.default_tenant()) end as tenant
    from jsonb_array_elements(job_routes.jobs) as job
  ) as kind,
  lateral cogo.job_route(kind.type, kind.priority, kind.executor, coalesce(kind.tenant, job_routes.tenant)) as route;
end;
$$;

comment on function cogo.job_routes(jsonb, uuid) is
  'The routes of a batch, one per kind of job (type, priority, wished executor, and tenant where that matters; null = any), as arrays of the same order.';

revoke execute on function cogo.job_routes(jsonb, uuid) from public;
