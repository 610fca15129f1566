create function cogo.set_artifact_quota(max_bytes bigint, tenant_id uuid)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  if set_artifact_quota.max_bytes is null or set_artifact_quota.max_bytes < 0 then
    perform cogo.refuse_argument('max_bytes', 'it must be a count of bytes, 0 or more');
  end if;
  insert into cogo.artifact_quotas as quota (tenant_id, max_bytes)
  values (set_artifact_quota.tenant_id, set_artifact_quota.max_bytes)
  on conflict on constraint one_artifact_quota_per_tenant do update set max_bytes = excluded.max_bytes;
  return jsonb_build_object('tenant_id', set_artifact_quota.tenant_id, 'max_bytes', set_artifact_quota.max_bytes);
end;
$$;

comment on function cogo.set_artifact_quota(bigint, uuid) is
  'Says how many bytes of artifacts a tenant (null: each without a quota of its own) may keep. What is over it already stays.';

revoke execute on function cogo.set_artifact_quota(bigint, uuid) from public;
grant execute on function cogo.set_artifact_quota(bigint, uuid) to service_role;
