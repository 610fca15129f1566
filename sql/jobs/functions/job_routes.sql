create function cogo.job_routes(
  jobs jsonb,
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
begin
  select
    array_agg(kind.type), array_agg(kind.priority), array_agg(kind.executor), array_agg(route.lane_id),
    array_agg(route.lease_seconds), array_agg(route.max_attempts), array_agg(route.payload_schema)
  into types, priorities, executors, lanes, leases, limits, schemas
  from (
    select distinct job ->> 'type' as type, coalesce(job ->> 'priority', 'normal') as priority, job ->> 'executor' as executor
    from jsonb_array_elements(job_routes.jobs) as job
  ) as kind,
  lateral cogo.job_route(kind.type, kind.priority, kind.executor) as route;
end;
$$;

comment on function cogo.job_routes(jsonb) is
  'The routes of a batch, one per kind of job (type, priority, wished executor), as arrays of the same order.';

revoke execute on function cogo.job_routes(jsonb) from public;
