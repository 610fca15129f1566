create function api.put_artifact(
  job_id bigint, fence bigint, name text, media_type text, size_bytes bigint, sha256 text, kind text default 'other',
  bucket text default null
)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('artifacts:write');
  return cogo.put_artifact(
    put_artifact.job_id, put_artifact.fence, put_artifact.name, put_artifact.media_type, put_artifact.size_bytes,
    put_artifact.sha256, put_artifact.kind, put_artifact.bucket
  );
end;
$$;

comment on function api.put_artifact(bigint, bigint, text, text, bigint, text, text, text) is
  'Records a file of a job that the caller holds, once its bytes are stored, as the function artifacts does: {artifact_id, …, outcome: created | unchanged | replaced}. Scope: artifacts:write. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403), artifact_quota_exceeded, lease_lost, try_again (409).';

revoke execute on function api.put_artifact(bigint, bigint, text, text, bigint, text, text, text) from public;
grant execute on function api.put_artifact(bigint, bigint, text, text, bigint, text, text, text) to authenticated, service_role;
