create function api.describe_request_type(type text)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('jobs:read');
  return cogo.describe_request_type(describe_request_type.type);
end;
$$;

comment on function api.describe_request_type(text) is
  'The contract of a request type: {type, ruled_by, version, request_schema, reply_schema, timeout_seconds: {default, maximum}, max_attempts, lease_seconds, max_bytes, answered_by: {executor, scope, has_live_workers}}. The schemas are JSON Schema 2020-12 with an $id. Scope: jobs:read. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403).';

revoke execute on function api.describe_request_type(text) from public;
grant execute on function api.describe_request_type(text) to authenticated, service_role;
