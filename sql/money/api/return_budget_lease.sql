create function api.return_budget_lease(lease_id uuid, spent_nano numeric, tenant_id uuid default null)
returns jsonb
language plpgsql
volatile
set search_path = ''
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set jit = off
as $$
begin
  perform cogo.caller_tenant('route:select');
  return cogo.return_budget_lease(return_budget_lease.lease_id, return_budget_lease.spent_nano, return_budget_lease.tenant_id);
end;
$$;

comment on function api.return_budget_lease(uuid, numeric, uuid) is
  'Returns what is left of a lease, by what was spent of it; late returns count as well, and a second one answers the first: {lease_id, spent_nano}. Scope: route:select. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403), lease_not_found (404).';

revoke execute on function api.return_budget_lease(uuid, numeric, uuid) from public;
grant execute on function api.return_budget_lease(uuid, numeric, uuid) to authenticated, service_role;
