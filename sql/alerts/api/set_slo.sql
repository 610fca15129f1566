create function api.set_slo(name text, settings jsonb)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
begin
  return cogo.set_slo(set_slo.name, set_slo.settings);
end;
$$;

comment on function api.set_slo(text, jsonb) is
  'Makes an SLO, or changes the given settings of one (a null takes it away): {kind, title, objective 0..1 with threshold_ms, or warning_at and critical_at, tenant_id or executor, window_days, rules [{severity, long_seconds, short_seconds, burn}], min_events, min_bad, for_seconds, clear_seconds, remind_seconds, runbook, enabled}. Answers it with how it stands. For operators. Errors: bad_argument (400).';

revoke execute on function api.set_slo(text, jsonb) from public;
grant execute on function api.set_slo(text, jsonb) to service_role;
