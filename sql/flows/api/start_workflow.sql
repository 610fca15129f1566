create function api.start_workflow(
  name text,
  input jsonb default '{}',
  idempotency_key text default null,
  version integer default null,
  tenant_id uuid default null,
  traceparent text default null
)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
begin
  perform cogo.caller_tenant('flows:write');
  return cogo.start_workflows(jsonb_build_array(jsonb_strip_nulls(jsonb_build_object(
    'name', name, 'idempotency_key', idempotency_key, 'version', version, 'tenant_id', tenant_id, 'traceparent', traceparent
  )) || jsonb_build_object('input', input))) -> 0;
end;
$$;

comment on function api.start_workflow(text, jsonb, text, integer, uuid, text) is
  'Starts one workflow: {workflow_id, created, state, version}; see start_workflows. Scope: flows:write. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403), idempotency_conflict (409), payload_too_large (413).';

revoke execute on function api.start_workflow(text, jsonb, text, integer, uuid, text) from public;
grant execute on function api.start_workflow(text, jsonb, text, integer, uuid, text) to authenticated, service_role;
