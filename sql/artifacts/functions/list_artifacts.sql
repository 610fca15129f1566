create function cogo.list_artifacts(job_id bigint, run_id uuid, after uuid, row_limit integer)
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
  if num_nonnulls(list_artifacts.job_id, list_artifacts.run_id) <> 1 then
    perform cogo.refuse_argument('job_id or run_id', 'one of them, and not both, says whose artifacts');
  end if;
  if list_artifacts.row_limit is null or list_artifacts.row_limit not between 1 and 1000 then
    perform cogo.refuse_argument('row_limit', 'it must be 1 to 1000');
  end if;
  return (
    select coalesce(jsonb_agg(page.line order by page.id), '[]')
    from (
      select artifact.id,
        cogo.artifact_line(artifact) || jsonb_build_object('run_id', artifact.run_id, 'created_at', artifact.created_at) as line
      from cogo.artifacts as artifact
      where (artifact.job_id = list_artifacts.job_id or artifact.run_id = list_artifacts.run_id)
        and (list_artifacts.after is null or artifact.id > list_artifacts.after)
        and (tenant is null or artifact.tenant_id = tenant)
      order by artifact.id
      limit list_artifacts.row_limit
    ) as page
  );
end;
$$;

comment on function cogo.list_artifacts(bigint, uuid, uuid, integer) is
  'A page of the artifacts of a job or of a quality run, by their ids. Of what is not there, or another tenant''s: none.';

revoke execute on function cogo.list_artifacts(bigint, uuid, uuid, integer) from public;
grant execute on function cogo.list_artifacts(bigint, uuid, uuid, integer) to authenticated, service_role;
