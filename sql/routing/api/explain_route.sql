create function api.explain_route(decision_id uuid)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('route:select');
  return cogo.explain_route(explain_route.decision_id);
end;
$$;

comment on function api.explain_route(uuid) is
  'A decision''s receipt: what was asked, all candidates with their odds, how many were rejected and why, its attempts, and the choice made again from policy, snapshot and seed. Scope: route:select. Errors: not_an_agent (401), agent_revoked, insufficient_scope (403), decision_not_found (404).';

revoke execute on function api.explain_route(uuid) from public;
grant execute on function api.explain_route(uuid) to authenticated, service_role;
