create function api.list_artifacts(
  job_id bigint default null, run_id uuid default null, after uuid default null, row_limit integer default 100
)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('artifacts:read');
  return cogo.list_artifacts(list_artifacts.job_id, list_artifacts.run_id, list_artifacts.after, list_artifacts.row_limit);
end;
$$;

comment on function api.list_artifacts(bigint, uuid, uuid, integer) is
  'A page (1 to 1000) of the artifacts of a job, or of a quality run; after is the last artifact_id of the page before. Of another tenant''s: none. Scope: artifacts:read. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403).';

revoke execute on function api.list_artifacts(bigint, uuid, uuid, integer) from public;
grant execute on function api.list_artifacts(bigint, uuid, uuid, integer) to authenticated, service_role;
