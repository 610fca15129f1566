create function cogo.job_route(
  type text,
  priority text,
  executor text,
  out lane_id smallint,
  out lease_seconds smallint,
  out max_attempts smallint,
  out payload_schema jsonb
)
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  ruled_by text;
begin
  select ruling.type, lane.lane_id, ruling.lease_seconds, ruling.max_attempts, ruling.payload_schema
  into ruled_by, lane_id, lease_seconds, max_attempts, payload_schema
  from cogo.job_types as ruling
  left join cogo.lanes as lane
    on lane.executor = coalesce(job_route.executor, ruling.executor) and lane.priority = job_route.priority and lane.shard = 0
  where ruling.type = any(cogo.type_patterns(job_route.type))
  order by length(ruling.type) desc
  limit 1;

  if ruled_by is null then
    perform cogo.refuse_argument('type', format('no settings rule %L and there is no * to fall back on', job_route.type));
  elsif lane_id is null then
    perform cogo.refuse_argument(
      'executor', format('no lane is open for %s; an operator opens it with open_lanes', coalesce(job_route.executor, 'the executor of ' || ruled_by))
    );
  end if;
end;
$$;

comment on function cogo.job_route(text, text, text) is
  'Where a kind of job goes and what rules it: the longest match of its type, and the lane of that executor and priority. Errors: bad_argument (400).';

revoke execute on function cogo.job_route(text, text, text) from public;
