create function api.begin_artifact(job_id bigint, fence bigint, name text, size_bytes bigint default 0)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('artifacts:write');
  return cogo.begin_artifact(begin_artifact.job_id, begin_artifact.fence, begin_artifact.name, begin_artifact.size_bytes);
end;
$$;

comment on function api.begin_artifact(bigint, bigint, text, bigint) is
  'Whether a file may be uploaded for a job that the caller holds: {tenant_id}. The function artifacts asks it before it takes the bytes. Scope: artifacts:write. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403), artifact_quota_exceeded, lease_lost (409).';

revoke execute on function api.begin_artifact(bigint, bigint, text, bigint) from public;
grant execute on function api.begin_artifact(bigint, bigint, text, bigint) to authenticated, service_role;
