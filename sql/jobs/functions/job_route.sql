create function cogo.job_route(
  type text,
  priority text,
  executor text,
  tenant uuid,
  out lane_id smallint,
  out lease_seconds smallint,
  out max_attempts smallint,
  out payload_schema jsonb,
  out fair_window integer
)
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  ruling cogo.job_types := cogo.resolve_job_type(job_route.type);
  pool text := job_route.executor;
  is_plain boolean;
begin
  if ruling.type is null then
    perform cogo.refuse_argument('type', format('no settings rule %L and there is no * to fall back on', job_route.type));
  end if;

  if pool is null and exists (select from cogo.routes) then
    pool := cogo.routed_executor(job_route.type, job_route.tenant);
  end if;
  select lane.lane_id, lane.fair_window, lane.state = 'open' and lane.open_shards = 1 into lane_id, fair_window, is_plain
  from cogo.lanes as lane
  where lane.executor = coalesce(pool, ruling.executor) and lane.priority = job_route.priority and lane.shard = 0;
  if not found then
    perform cogo.refuse_argument(
      'executor',
      format('no lane is open for %s; an operator opens it with open_lanes', coalesce(pool, 'the executor of ' || ruling.type))
    );
  end if;
  if not is_plain then
    select place.lane_id, place.fair_window into lane_id, fair_window from cogo.placed_lane(lane_id, job_route.tenant) as place;
  end if;
  lease_seconds := ruling.lease_seconds;
  max_attempts := ruling.max_attempts;
  payload_schema := ruling.payload_schema;
end;
$$;

comment on function cogo.job_route(text, text, text, uuid) is
  'Where a kind of job goes and what rules it: the longest match of its type, the pool of workers that a route or those settings name, and the lane of that executor and priority. Errors: bad_argument (400).';

revoke execute on function cogo.job_route(text, text, text, uuid) from public;
