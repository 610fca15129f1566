create function cogo.metrics_gauges()
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
set jit = off
as $$
#variable_conflict use_column
declare
  at constant timestamptz := cogo.now_();
  since constant timestamptz := at - interval '5 minutes';
  failed numeric;
  decided numeric;
begin
  if cogo.caller_tenant() is not null then
    raise sqlstate 'PT403' using
      message = 'Cannot read the gauges of the whole engine: the token speaks for one tenant',
      detail = 'operators_only',
      hint = 'Call with a secret key, or read metrics_summary, which shows your tenant.';
  end if;
  failed := cogo.metric_sum('jobs_failed', since, at);
  decided := failed + cogo.metric_sum('jobs_succeeded', since, at);
  return jsonb_build_object(
    'at', at,
    'sampled_at', (select horizon.sampled_at from cogo.metric_horizon as horizon),
    'samples', coalesce((select horizon.samples from cogo.metric_horizon as horizon), '[]'),
    'times', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'name', total.name, 'labels', total.labels, 'ms', total.ms, 'buckets', total.buckets
      )), '[]')
      from cogo.time_totals as total
    ),
    'failure_ratio', cogo.pass_rate(failed::bigint, decided::bigint),
    'gates', cogo.metrics_gates(at - interval '30 days', null),
    'alerts_evaluated_at', (select state.evaluated_at from cogo.alert_rounds as state),
    'alerts', (select coalesce(jsonb_agg(to_jsonb(gauge)), '[]') from cogo.alert_gauges() as gauge)
  );
end;
$$;

comment on function cogo.metrics_gauges() is
  'What Prometheus reads beside cogo.metrics_totals: the last samples, histograms, and the last five minutes. Small tables only. Operators only. Errors: operators_only (403), not_an_agent (401).';

revoke execute on function cogo.metrics_gauges() from public;
grant execute on function cogo.metrics_gauges() to authenticated, service_role;
