create function api.start_workflows(workflows jsonb)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
begin
  perform cogo.caller_tenant('flows:write');
  return cogo.start_workflows(start_workflows.workflows);
end;
$$;

comment on function api.start_workflows(jsonb) is
  'Starts 1 to 1000 workflows [{name, input?, idempotency_key?, version?, tenant_id?, correlation_id?, cause?, traceparent?}], all or none. Answers [{workflow_id, created, state, version}] in order. Scope: flows:write. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403), idempotency_conflict, try_again (409), payload_too_large (413).';

revoke execute on function api.start_workflows(jsonb) from public;
grant execute on function api.start_workflows(jsonb) to authenticated, service_role;
