create function api.spend_summary(tenant_id uuid default null, since_hours integer default 24)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
begin
  perform cogo.caller_tenant('money:read');
  return cogo.spend_summary(spend_summary.tenant_id, spend_summary.since_hours);
end;
$$;

comment on function api.spend_summary(uuid, integer) is
  'What an agent''s tenant (operators: any, or all) has spent: {budgets: as list_budgets, models: [{model, requests, tokens, cost_nano}] of the last hours}, some seconds late. Scope: money:read. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403).';

revoke execute on function api.spend_summary(uuid, integer) from public;
grant execute on function api.spend_summary(uuid, integer) to authenticated, service_role;
