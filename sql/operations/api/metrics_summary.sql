create function api.metrics_summary(window_minutes integer default 60)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
begin
  perform cogo.caller_tenant('metrics:read');
  return cogo.metrics_summary(metrics_summary.window_minutes);
end;
$$;

comment on function api.metrics_summary(integer) is
  'Jobs by state and lane, transitions, wait and run times, failure rate, dead letters, gate latency of the last window_minutes (1 to 10080). Scope: metrics:read. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403).';

revoke execute on function api.metrics_summary(integer) from public;
grant execute on function api.metrics_summary(integer) to authenticated, service_role;
