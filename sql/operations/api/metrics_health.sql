create function api.metrics_health()
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
begin
  perform cogo.caller_tenant('metrics:read');
  return cogo.metrics_health();
end;
$$;

comment on function api.metrics_health() is
  'Whether housekeeping keeps up: overdue waiting jobs and expired leases. Scope: metrics:read. Errors: not_an_agent (401), agent_revoked, insufficient_scope (403).';

revoke execute on function api.metrics_health() from public;
grant execute on function api.metrics_health() to authenticated, service_role;
