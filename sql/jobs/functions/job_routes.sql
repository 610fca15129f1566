create function cogo.job_routes(jobs jsonb)
returns table (
  type text, priority text, executor text, lane_id smallint, lease_seconds smallint, max_attempts smallint,
  payload_schema jsonb
)
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  route record;
  job_type cogo.job_types;
begin
  for route in
    select distinct job ->> 'type' as type, coalesce(job ->> 'priority', 'normal') as priority, job ->> 'executor' as executor
    from jsonb_array_elements(jobs) as job
  loop
    job_type := cogo.resolve_job_type(route.type);
    if job_type.type is null then
      perform cogo.refuse_argument('type', format('no settings rule %L and there is no * to fall back on', route.type));
    end if;
    select lane.lane_id into lane_id
    from cogo.lanes as lane
    where lane.executor = coalesce(route.executor, job_type.executor) and lane.priority = route.priority and lane.shard = 0;
    if not found then
      perform cogo.refuse_argument(
        'executor', format('no lane is open for %L; an operator opens it with open_lanes', coalesce(route.executor, job_type.executor))
      );
    end if;
    type := route.type;
    priority := route.priority;
    executor := route.executor;
    lease_seconds := job_type.lease_seconds;
    max_attempts := job_type.max_attempts;
    payload_schema := job_type.payload_schema;
    return next;
  end loop;
end;
$$;

comment on function cogo.job_routes(jsonb) is
  'Where each kind of job in a batch goes and what rules it: one row per type, priority and wished executor.';

revoke execute on function cogo.job_routes(jsonb) from public;
