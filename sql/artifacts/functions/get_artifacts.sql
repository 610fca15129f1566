create function cogo.get_artifacts(artifact_ids uuid[])
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant('artifacts:read');
begin
  if get_artifacts.artifact_ids is null or cardinality(get_artifacts.artifact_ids) not between 1 and 100 then
    perform cogo.refuse_argument('artifact_ids', 'it must be an array of 1 to 100 ids');
  end if;
  return (
    select coalesce(jsonb_agg(
      cogo.artifact_line(artifact) || jsonb_build_object('run_id', artifact.run_id, 'created_at', artifact.created_at)
      order by given.ordinal
    ), '[]')
    from unnest(get_artifacts.artifact_ids) with ordinality as given (id, ordinal)
    join cogo.artifacts as artifact on artifact.id = given.id
    where tenant is null or artifact.tenant_id = tenant
  );
end;
$$;

comment on function cogo.get_artifacts(uuid[]) is
  'Artifacts by their ids, in the order given; what is not there, or another tenant''s, is left out.';

revoke execute on function cogo.get_artifacts(uuid[]) from public;
grant execute on function cogo.get_artifacts(uuid[]) to authenticated, service_role;
