create function api.list_slos()
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
begin
  perform cogo.caller_tenant('metrics:read');
  return cogo.list_slos();
end;
$$;

comment on function api.list_slos() is
  '{at, slos: [{name, kind, objective, …, now: {good, total, share, budget_left, burn_1h} or {levels: [{subject, value, says}]}}]}. Agents see those of their tenant. Scope: metrics:read. Errors: not_an_agent (401), agent_revoked, insufficient_scope (403).';

revoke execute on function api.list_slos() from public;
grant execute on function api.list_slos() to authenticated, service_role;
