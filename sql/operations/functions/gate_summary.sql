create function cogo.gate_summary(window_days integer)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  tenant uuid := cogo.caller_tenant();
  at timestamptz := cogo.now_();
  since timestamptz;
  runs jsonb;
begin
  if gate_summary.window_days is null or gate_summary.window_days not between 1 and 366 then
    perform cogo.refuse_argument('window_days', 'it must be 1 to 366');
  end if;
  since := at - make_interval(days => gate_summary.window_days);

  with newest as materialized (
    select run.verdict, cogo.milliseconds(run.created_at, run.finished_at) as took_ms
    from cogo.quality_runs as run
    where run.created_at >= since and (tenant is null or run.tenant_id = tenant)
    order by run.created_at desc, run.id desc
    limit 1000
  )
  select jsonb_build_object(
    'count', count(*),
    'open', count(*) filter (where verdict is null),
    'passed', count(*) filter (where verdict = 'passed'),
    'failed', count(*) filter (where verdict = 'failed'),
    'error', count(*) filter (where verdict = 'error'),
    'pass_rate', cogo.pass_rate(count(*) filter (where verdict = 'passed'), count(verdict)),
    'duration_ms', cogo.spread(array_agg(took_ms)),
    'is_capped', count(*) = 1000
  )
  into runs
  from newest;

  return jsonb_build_object(
    'at', at, 'tenant_id', tenant, 'window_days', gate_summary.window_days, 'since', since,
    'runs', runs,
    'gates', cogo.metrics_gates(since, tenant),
    'operations', cogo.gate_operations(since, at, tenant),
    'last_runs', cogo.quality_gate_recent(10) -> 'runs'
  );
end;
$$;

comment on function cogo.gate_summary(integer) is
  'Pass rate of quality runs and gates in a window of days (at most 1,000 runs), what the operational gates are judged by, and the last ten runs. Open runs count in no rate. Errors: bad_argument (400), not_an_agent (401).';

revoke execute on function cogo.gate_summary(integer) from public;
grant execute on function cogo.gate_summary(integer) to authenticated, service_role;
