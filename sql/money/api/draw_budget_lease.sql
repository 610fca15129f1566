create function api.draw_budget_lease(
  amount_nano numeric, seconds integer default 600, lease_id uuid default null, tenant_id uuid default null
)
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
  return cogo.draw_budget_lease(
    draw_budget_lease.amount_nano, draw_budget_lease.seconds, draw_budget_lease.lease_id, draw_budget_lease.tenant_id
  );
end;
$$;

comment on function api.draw_budget_lease(numeric, integer, uuid, uuid) is
  'Draws money beforehand, to spend it without asking while the database is away. Answers {lease_id, amount_nano, expires_at}, or {refused: budget_exceeded}. With a lease_id of the caller''s a repeat answers the first. Not returned in time, it counts as spent. Scope: route:select. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403).';

revoke execute on function api.draw_budget_lease(numeric, integer, uuid, uuid) from public;
grant execute on function api.draw_budget_lease(numeric, integer, uuid, uuid) to authenticated, service_role;
