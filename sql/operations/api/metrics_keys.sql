create function api.metrics_keys()
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
begin
  perform cogo.caller_tenant('metrics:read');
  return cogo.metrics_keys();
end;
$$;

comment on function api.metrics_keys() is
  'Keys in use: metadata, age, last use, alerts; never a value. Scope: metrics:read. Errors: not_an_agent (401), agent_revoked, insufficient_scope, operators_only (403).';

revoke execute on function api.metrics_keys() from public;
grant execute on function api.metrics_keys() to authenticated, service_role;
