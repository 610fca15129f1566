create function api.metrics_gauges()
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
begin
  return cogo.metrics_gauges();
end;
$$;

comment on function api.metrics_gauges() is
  'How things stood at the last look (lanes by tenant, places, health), histograms of times, gates: what Prometheus reads beside metrics_totals. Errors: operators_only (403), not_an_agent (401).';

revoke execute on function api.metrics_gauges() from public;
grant execute on function api.metrics_gauges() to authenticated, service_role;
