create function cogo.begin_artifact(job_id bigint, fence bigint, name text, size_bytes bigint)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  owner uuid := cogo.own_hold(begin_artifact.job_id, begin_artifact.fence);
  known bigint;
begin
  perform cogo.check_artifact(begin_artifact.name, 'text/plain', begin_artifact.size_bytes, repeat('0', 64), 'other', null);
  select artifact.size_bytes into known from cogo.artifacts as artifact
  where artifact.run_id is null and artifact.job_id = begin_artifact.job_id and artifact.name = begin_artifact.name;
  perform cogo.refuse_over_quota(owner, greatest(begin_artifact.size_bytes, 1) - coalesce(known, 0));
  perform cogo.plan_artifact_round();
  return jsonb_build_object('tenant_id', owner);
end;
$$;

comment on function cogo.begin_artifact(bigint, bigint, text, bigint) is
  'Whether an upload may begin, before its bytes are taken: {tenant_id}. What it comes to put_artifact decides.';

revoke execute on function cogo.begin_artifact(bigint, bigint, text, bigint) from public;
grant execute on function cogo.begin_artifact(bigint, bigint, text, bigint) to authenticated, service_role;
