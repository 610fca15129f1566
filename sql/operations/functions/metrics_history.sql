create function cogo.metrics_history(series text, since timestamptz, until timestamptz, step text, labels jsonb)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  to_at timestamptz := coalesce(metrics_history.until, cogo.now_());
  from_at timestamptz;
  unit constant text := cogo.metric_unit(metrics_history.step);
  each interval;
  by_lane constant boolean := coalesce(metrics_history.labels -> 'by' = '"lane"', false);
  lines jsonb;
begin
  perform cogo.check_history(metrics_history.series, metrics_history.step, metrics_history.labels);
  each := ('1 ' || unit)::interval;
  if to_at not between '0001-01-01' and '9999-12-31' then -- an endless one would be stepped towards for ever
    perform cogo.refuse_argument('until', 'it must be a time of the years 1 to 9999');
  end if;
  from_at := date_trunc(unit, coalesce(metrics_history.since, to_at - each * case unit when 'minute' then 60 when 'hour' then 24 else 30 end), 'UTC');
  if from_at > to_at or from_at + each * 3000 < to_at then
    perform cogo.refuse_argument('since', 'it must be before until, and at most 3,000 steps');
  end if;

  select coalesce(jsonb_agg(jsonb_build_object('labels', told.labels, 'points', told.points) order by told.labels), '[]')
  into lines
  from cogo.history_lines(
    metrics_history.series, from_at, to_at, metrics_history.step, tenant, coalesce(metrics_history.labels, '{}') - 'by', by_lane
  ) as told;
  return jsonb_build_object(
    'series', metrics_history.series, 'step', metrics_history.step, 'since', from_at,
    'until', date_trunc(unit, to_at + each - interval '1 microsecond', 'UTC'), 'tenant_id', tenant,
    'labels', coalesce(metrics_history.labels, '{}')
  ) || case when by_lane then jsonb_build_object('lines', lines) else jsonb_build_object('points', coalesce(lines #> '{0,points}', '[]')) end;
end;
$$;

comment on function cogo.metrics_history(text, timestamptz, timestamptz, text, jsonb) is
  'One series over time: a point a step, zero where nothing was counted, null where nothing was measured. An agent sees its tenant. Errors: bad_argument (400), not_an_agent (401).';

revoke execute on function cogo.metrics_history(text, timestamptz, timestamptz, text, jsonb) from public;
grant execute on function cogo.metrics_history(text, timestamptz, timestamptz, text, jsonb) to authenticated, service_role;
