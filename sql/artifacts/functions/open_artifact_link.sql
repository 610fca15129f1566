create function cogo.open_artifact_link(artifact_id uuid)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return (
    select cogo.artifact_line(artifact) from cogo.artifacts as artifact
    where artifact.id = open_artifact_link.artifact_id and not exists (
      select from cogo.revocations as refused
      where refused.tenant_id = artifact.tenant_id and refused.subject_id = artifact.tenant_id
    )
  );
end;
$$;

comment on function cogo.open_artifact_link(uuid) is
  'What a signed link stands for, before its signature is checked; null where it is gone, or its tenant suspended. For the function artifacts alone.';

revoke execute on function cogo.open_artifact_link(uuid) from public;
grant execute on function cogo.open_artifact_link(uuid) to service_role;
