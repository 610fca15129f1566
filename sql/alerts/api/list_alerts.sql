create function api.list_alerts()
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
begin
  perform cogo.caller_tenant('metrics:read');
  return cogo.list_alerts();
end;
$$;

comment on function api.list_alerts() is
  '{at, evaluated_at, is_late, alerts: [{slo, subject, title, severity, state firing, silenced or ok, is_pending, since, burn, figures, message, has_data, runbook, …}]}, what fires first; burn is the level where an SLO has one. Agents see those of their tenant. Scope: metrics:read. Errors: not_an_agent (401), agent_revoked, insufficient_scope (403).';

revoke execute on function api.list_alerts() from public;
grant execute on function api.list_alerts() to authenticated, service_role;
