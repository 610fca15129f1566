create function api.get_artifacts(artifact_ids uuid[])
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('artifacts:read');
  return cogo.get_artifacts(get_artifacts.artifact_ids);
end;
$$;

comment on function api.get_artifacts(uuid[]) is
  'Artifacts by 1 to 100 ids, in the order given; what is not there is left out. Scope: artifacts:read. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403).';

revoke execute on function api.get_artifacts(uuid[]) from public;
grant execute on function api.get_artifacts(uuid[]) to authenticated, service_role;
