create function cogo.job_route(
  type text,
  priority text,
  executor text,
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
begin
  if ruling.type is null then
    perform cogo.refuse_argument('type', format('no settings rule %L and there is no * to fall back on', job_route.type));
  end if;

  select lane.lane_id, lane.fair_window into lane_id, fair_window
  from cogo.lanes as lane
  where lane.executor = coalesce(job_route.executor, ruling.executor) and lane.priority = job_route.priority and lane.shard = 0;
  if not found then
    perform cogo.refuse_argument(
      'executor',
      format('no lane is open for %s; an operator opens it with open_lanes', coalesce(job_route.executor, 'the executor of ' || ruling.type))
    );
  end if;
  lease_seconds := ruling.lease_seconds;
  max_attempts := ruling.max_attempts;
  payload_schema := ruling.payload_schema;
end;
$$;

comment on function cogo.job_route(text, text, text) is
  'Where a kind of job goes and what rules it: the longest match of its type, and the lane of that executor and priority. Errors: bad_argument (400).';

revoke execute on function cogo.job_route(text, text, text) from public;
