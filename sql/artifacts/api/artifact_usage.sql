create function api.artifact_usage(tenant_id uuid default null)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('artifacts:read');
  return cogo.artifact_usage(artifact_usage.tenant_id);
end;
$$;

comment on function api.artifact_usage(uuid) is
  'What a tenant''s artifacts take and may take: {tenant_id, bytes, artifacts, max_bytes}. Scope: artifacts:read. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403).';

revoke execute on function api.artifact_usage(uuid) from public;
grant execute on function api.artifact_usage(uuid) to authenticated, service_role;
