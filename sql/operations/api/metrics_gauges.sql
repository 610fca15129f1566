create function api.metrics_gauges()
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
begin
  perform cogo.caller_tenant('metrics:read');
  return cogo.metrics_gauges();
end;
$$;

comment on function api.metrics_gauges() is
  'How things stood at the last look (lanes by tenant, places, health), histograms of times, gates: what Prometheus reads beside metrics_totals. Scope: metrics:read. Errors: not_an_agent (401), agent_revoked, insufficient_scope, operators_only (403).';

revoke execute on function api.metrics_gauges() from public;
grant execute on function api.metrics_gauges() to authenticated, service_role;
