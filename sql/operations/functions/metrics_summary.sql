create function cogo.metrics_summary(window_minutes integer)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
set jit = off
as $$
declare
  tenant uuid := cogo.caller_tenant();
  at timestamptz := cogo.now_();
  since timestamptz;
  reach record;
  took jsonb;
  finished jsonb;
  minutes double precision;
begin
  if metrics_summary.window_minutes is null or metrics_summary.window_minutes not between 1 and 10080 then
    perform cogo.refuse_argument('window_minutes', 'it must be 1 to 10080 (a week)');
  end if;
  since := at - make_interval(mins => metrics_summary.window_minutes);
  reach := cogo.events_reach(since);
  if reach.is_capped then
    -- More than is read job by job: the history knows, as of the last fold.
    reach.covered_from := date_trunc('minute', since);
    took := cogo.history_transitions(since, at, tenant);
    finished := cogo.history_finished(since, at, tenant);
  else
    took := cogo.metrics_transitions(reach.first_id, reach.covered_from, tenant);
    finished := cogo.metrics_finished(reach.first_id, reach.covered_from, tenant);
  end if;
  minutes := greatest(extract(epoch from at - reach.covered_from) / 60, 1.0 / 60);

  return jsonb_build_object(
    'at', at,
    'tenant_id', tenant,
    'window', jsonb_build_object(
      'minutes', metrics_summary.window_minutes, 'since', since, 'covered_from', reach.covered_from, 'is_capped', false,
      'source', case when reach.is_capped then 'history' else 'events' end
    ),
    'health', cogo.metrics_health(),
    'now', cogo.metrics_now(tenant),
    'transitions', took,
    'per_minute', jsonb_build_object(
      'enqueued', round((coalesce((took ->> 'job_enqueued')::numeric, 0) / minutes::numeric), 2),
      'succeeded', round((coalesce((took ->> 'job_succeeded')::numeric, 0) / minutes::numeric), 2)
    ),
    'failure_rate', cogo.pass_rate(
      coalesce((took ->> 'job_failed')::bigint, 0),
      coalesce((took ->> 'job_failed')::bigint, 0) + coalesce((took ->> 'job_succeeded')::bigint, 0)
    ),
    'finished', finished,
    'dead_letters', cogo.metrics_dead_letters(since, tenant),
    'gates', jsonb_build_object('days', 30, 'by_gate', cogo.metrics_gates(at - interval '30 days', tenant)),
    'leases', jsonb_build_object(
      'renewed', case when tenant is null then cogo.metric_sum('leases_renewed', since, at) end,
      'expired', cogo.metric_sum('leases_expired', since, at, tenant)
    ),
    'claim_conflicts', cogo.metric_sum('claim_conflicts', since, at, tenant),
    'reasons', case when tenant is null then '{}' else jsonb_build_object(
      'leases.renewed', 'Renewals are counted for all tenants together.'
    ) end
  ) || cogo.metrics_usage(since, tenant);
end;
$$;

comment on function cogo.metrics_summary(integer) is
  'What the engine does now and did in a window of minutes. Of more than cogo.events_reach reads job by job, the history tells, as of the last fold. An agent sees its tenant. Errors: bad_argument (400), not_an_agent (401).';

revoke execute on function cogo.metrics_summary(integer) from public;
grant execute on function cogo.metrics_summary(integer) to authenticated, service_role;
