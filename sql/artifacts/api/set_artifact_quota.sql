create function api.set_artifact_quota(max_bytes bigint, tenant_id uuid default null)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
begin
  return cogo.set_artifact_quota(set_artifact_quota.max_bytes, set_artifact_quota.tenant_id);
end;
$$;

comment on function api.set_artifact_quota(bigint, uuid) is
  'Bounds the bytes of artifacts that a tenant (null: each without a quota of its own) may keep. For operators. Errors: bad_argument (400).';

revoke execute on function api.set_artifact_quota(bigint, uuid) from public;
grant execute on function api.set_artifact_quota(bigint, uuid) to service_role;
