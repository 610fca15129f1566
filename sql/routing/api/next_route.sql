create function api.next_route(decision_id uuid, failure jsonb)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('route:select');
  return cogo.next_route(next_route.decision_id, next_route.failure);
end;
$$;

comment on function api.next_route(uuid, jsonb) is
  'The next attempt after one failed: {attempt, http_status, retry_after_ms, first_token_ms, total_ms, usage, error}, all optional; without a status it is a failure that told nothing. Answers as select_route, or {refused: …}; wait_ms says to pause first. The same attempt told twice gets the same answer. Scope: route:select. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403), decision_not_found (404).';

revoke execute on function api.next_route(uuid, jsonb) from public;
grant execute on function api.next_route(uuid, jsonb) to authenticated, service_role;
