create function api.settle_route(
  decision_id uuid, attempt integer default 1, usage jsonb default null, status text default 'succeeded', http_status integer default null,
  first_token_ms integer default null, total_ms integer default null, retry_after_ms bigint default null
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
  return cogo.settle_route(jsonb_build_object(
    'decision_id', settle_route.decision_id, 'attempt', settle_route.attempt, 'usage', settle_route.usage,
    'status', settle_route.status, 'http_status', settle_route.http_status, 'first_token_ms', settle_route.first_token_ms,
    'total_ms', settle_route.total_ms, 'retry_after_ms', settle_route.retry_after_ms
  ));
end;
$$;

comment on function api.settle_route(uuid, integer, jsonb, text, integer, integer, integer, bigint) is
  'Ends an attempt and bills it: usage as the provider told it (null = not told: the estimate is billed). Answers {decision_id, attempt, cost_nano, is_estimate, usage}; the same again answers the same. Scope: route:select. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403), decision_not_found (404), already_settled (409), payload_too_large (413).';

revoke execute on function api.settle_route(uuid, integer, jsonb, text, integer, integer, integer, bigint) from public;
grant execute on function api.settle_route(uuid, integer, jsonb, text, integer, integer, integer, bigint) to authenticated, service_role;
