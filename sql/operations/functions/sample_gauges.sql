create function cogo.sample_gauges()
returns integer
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  looked_at constant timestamptz := cogo.now_();
  lanes jsonb;
  seen jsonb;
begin
  insert into cogo.metric_horizon default values on conflict do nothing;
  -- Two looks at once would count as two; the second leaves it to the first.
  perform from cogo.metric_horizon for update skip locked;
  if not found then
    return 0;
  end if;
  select jsonb_agg(to_jsonb(lane)) into lanes from cogo.sample_lanes(looked_at) as lane;

  select jsonb_agg(to_jsonb(gauge)) into seen
  from (
    select kind.name, lane.labels || jsonb_strip_nulls(jsonb_build_object('tenant', lane.tenant_id)) as labels, kind.value, lane.is_capped
    from jsonb_to_recordset(lanes) as lane (labels jsonb, tenant_id uuid, depth bigint, age_ms double precision, is_capped boolean)
    cross join lateral (values ('lane_depth', lane.depth), ('lane_age', coalesce(lane.age_ms, 0) / 1000)) as kind (name, value)
    where kind.name = 'lane_depth' or not lane.is_capped
    union all
    select 'jobs', jsonb_build_object('executor', coalesce(stands.executor, ''), 'place', stands.place), stands.jobs, stands.is_capped
    from (
      select place.executor, place.place, sum(place.jobs) as jobs, bool_or(place.is_capped) as is_capped
      from cogo.metrics_places(null) as place group by place.executor, place.place
      union all
      select lane.labels ->> 'executor', 'ready', sum(lane.depth), bool_or(lane.is_capped)
      from jsonb_to_recordset(lanes) as lane (labels jsonb, depth bigint, is_capped boolean) group by 1
    ) as stands
    union all
    select 'health', jsonb_build_object('check', told ->> 'name'), case when (told ->> 'is_healthy')::boolean then 1 else 0 end, false
    from jsonb_array_elements(cogo.metrics_health() -> 'checks') as told
  ) as gauge (name, labels, value, is_capped);
  update cogo.metric_horizon as horizon set sampled_at = looked_at, samples = coalesce(seen, '[]');

  perform cogo.add_metrics('[]'::jsonb || jsonb_build_object('name', 'looks', 'at', looked_at, 'counts', '{"looks": 1}'::jsonb) || coalesce((
    select jsonb_agg(jsonb_build_object(
      'name', 'depth', 'tenant_id', lane.tenant_id, 'labels', lane.labels, 'at', looked_at, 'counts', jsonb_build_object('depth', lane.depth),
      'ms', coalesce(lane.age_ms, 0), 'bins', case when lane.age_ms is null then '[]' else jsonb_build_array(cogo.time_bin(lane.age_ms)) end,
      'bin_counts', case when lane.age_ms is null then '[]' else '[1]'::jsonb end
    ))
    from jsonb_to_recordset(lanes) as lane (labels jsonb, tenant_id uuid, depth bigint, age_ms double precision)
    where lane.depth > 0
  ), '[]'));
  return jsonb_array_length(seen);
end;
$$;

comment on function cogo.sample_gauges() is
  'Looks how things stand (lanes by tenant, open jobs by place, health) and keeps it for whoever scrapes, and depth and age in the history. Bounded; answers how many gauges.';

revoke execute on function cogo.sample_gauges() from public;
grant execute on function cogo.sample_gauges() to service_role;
