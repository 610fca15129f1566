create function api.metrics_totals()
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
begin
  perform cogo.caller_tenant('metrics:read');
  return cogo.metrics_totals();
end;
$$;

comment on function api.metrics_totals() is
  'Transitions since the beginning by event type, counters of routing and keys, and what is so now of both. Scope: metrics:read. Errors: not_an_agent (401), agent_revoked, insufficient_scope, operators_only (403).';

revoke execute on function api.metrics_totals() from public;
grant execute on function api.metrics_totals() to authenticated, service_role;
