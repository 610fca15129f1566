create function cogo.put_artifact(
  job_id bigint, fence bigint, name text, media_type text, size_bytes bigint, sha256 text, kind text, bucket text
)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  owner uuid := cogo.own_hold(put_artifact.job_id, put_artifact.fence);
  place text;
  known cogo.artifacts;
  kept cogo.artifacts;
begin
  perform cogo.check_artifact(put_artifact.name, put_artifact.media_type, put_artifact.size_bytes, put_artifact.sha256,
    put_artifact.kind, put_artifact.bucket);
  place := concat('local:', owner, '/', put_artifact.sha256);
  if put_artifact.bucket is not null then
    place := concat('storage:', put_artifact.bucket, '/', owner, '/', put_artifact.sha256);
  end if;
  perform cogo.lock_artifacts(array[owner::text]);
  perform cogo.refuse_doomed(array[place]);
  select * into known from cogo.artifacts as artifact
  where artifact.run_id is null and artifact.job_id = put_artifact.job_id and artifact.name = put_artifact.name;
  perform cogo.refuse_over_quota(owner, put_artifact.size_bytes - coalesce(known.size_bytes, 0));

  insert into cogo.artifacts as artifact
    (tenant_id, job_id, fence, name, kind, media_type, size_bytes, sha256, location, created_at)
  values (owner, put_artifact.job_id, put_artifact.fence, put_artifact.name, put_artifact.kind, put_artifact.media_type,
    put_artifact.size_bytes, put_artifact.sha256, place, cogo.now_())
  on conflict (run_id, job_id, name) do update set
    fence = excluded.fence, kind = excluded.kind, media_type = excluded.media_type, size_bytes = excluded.size_bytes,
    sha256 = excluded.sha256, location = excluded.location,
    created_at = case when artifact.sha256 = excluded.sha256 then artifact.created_at else excluded.created_at end
  returning * into kept;
  perform cogo.plan_artifact_round();
  return cogo.artifact_line(kept) || jsonb_build_object('outcome', case
    when known.id is null then 'created' when known.sha256 = kept.sha256 then 'unchanged' else 'replaced' end);
end;
$$;

comment on function cogo.put_artifact(bigint, bigint, text, text, bigint, text, text, text) is
  'Records a file whose bytes are safe: one per job and name, the newest hold''s. Where the bytes are follows from tenant and hash, never from what a caller says.';

revoke execute on function cogo.put_artifact(bigint, bigint, text, text, bigint, text, text, text) from public;
grant execute on function cogo.put_artifact(bigint, bigint, text, text, bigint, text, text, text) to authenticated, service_role;
