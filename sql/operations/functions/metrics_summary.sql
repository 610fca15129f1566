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
  minutes double precision;
begin
  if metrics_summary.window_minutes is null or metrics_summary.window_minutes not between 1 and 10080 then
    perform cogo.refuse_argument('window_minutes', 'it must be 1 to 10080 (a week)');
  end if;
  since := at - make_interval(mins => metrics_summary.window_minutes);
  reach := cogo.events_reach(since);
  took := cogo.metrics_transitions(reach.first_id, reach.covered_from, tenant);
  minutes := greatest(extract(epoch from at - reach.covered_from) / 60, 1.0 / 60);

  return jsonb_build_object(
    'at', at,
    'tenant_id', tenant,
    'window', jsonb_build_object(
      'minutes', metrics_summary.window_minutes, 'since', since, 'covered_from', reach.covered_from, 'is_capped', reach.is_capped
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
    'finished', cogo.metrics_finished(reach.first_id, reach.covered_from, tenant),
    'dead_letters', cogo.metrics_dead_letters(since, tenant),
    'gates', jsonb_build_object('days', 30, 'by_gate', cogo.metrics_gates(at - interval '30 days', tenant)),
    'claim_conflicts', null,
    'reasons', jsonb_build_object(
      'claim_conflicts', 'Answers of lease_lost are given to the worker and not recorded yet.'
    )
  ) || cogo.metrics_usage(since, tenant);
end;
$$;

comment on function cogo.metrics_summary(integer) is
  'What the engine does now and did in a window of minutes. Bounded: see events_reach. An agent sees its tenant. Errors: bad_argument (400), not_an_agent (401).';

revoke execute on function cogo.metrics_summary(integer) from public;
grant execute on function cogo.metrics_summary(integer) to authenticated, service_role;
