create function api.settle_routes(routes jsonb)
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
  return cogo.settle_routes(settle_routes.routes);
end;
$$;

comment on function api.settle_routes(jsonb) is
  'Settles many attempts [{decision_id, attempt, usage, status, http_status, first_token_ms, total_ms, retry_after_ms}], up to 1000, each as settle_route does; one that cannot be answers {refused: {…}} and stops no other. Scope: route:select. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403), payload_too_large (413).';

revoke execute on function api.settle_routes(jsonb) from public;
grant execute on function api.settle_routes(jsonb) to authenticated, service_role;
