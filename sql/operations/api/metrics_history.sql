create function api.metrics_history(
  series text, since timestamptz default null, until timestamptz default null, step text default '1m', labels jsonb default '{}'
)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
begin
  perform cogo.caller_tenant('metrics:read');
  return cogo.metrics_history(
    metrics_history.series, metrics_history.since, metrics_history.until, metrics_history.step, metrics_history.labels
  );
end;
$$;

comment on function api.metrics_history(text, timestamptz, timestamptz, text, jsonb) is
  'A series over time, a point a step (1m for two days, 1h for 60 days, 1d for two years); labels narrow by executor, type, priority, function, route, status, provider or model. Scope: metrics:read. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403).';

revoke execute on function api.metrics_history(text, timestamptz, timestamptz, text, jsonb) from public;
grant execute on function api.metrics_history(text, timestamptz, timestamptz, text, jsonb) to authenticated, service_role;
