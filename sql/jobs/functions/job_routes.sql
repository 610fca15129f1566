create function cogo.job_routes(
  jobs jsonb,
  only_type text,
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
  if job_routes.only_type is not null then
    select
      array[job_routes.only_type], array['normal'], array[null::text], array[route.lane_id], array[route.lease_seconds],
      array[route.max_attempts], array[route.payload_schema]
    into types, priorities, executors, lanes, leases, limits, schemas
    from cogo.job_route(job_routes.only_type, 'normal', null) as route;
    return;
  end if;

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

comment on function cogo.job_routes(jsonb, text) is
  'The routes of a batch (of one type and nothing else said, when only_type is given), one per kind of job (type, priority, wished executor), as arrays of the same order.';

revoke execute on function cogo.job_routes(jsonb, text) from public;
