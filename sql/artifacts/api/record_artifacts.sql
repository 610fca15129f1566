create function api.record_artifacts(artifacts jsonb)
returns table (run_id uuid, name text, id uuid, outcome text)
language plpgsql
set search_path = ''
as $$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('quality:write');
  return query select * from cogo.record_artifacts(record_artifacts.artifacts);
end;
$$;

comment on function api.record_artifacts(jsonb) is
  'Keeps 1 to 100 artifact rows, all or none; outcome recorded or superseded. Scope: quality:write. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403), quality_run_not_found (404), try_again (409), payload_too_large (413).';

revoke execute on function api.record_artifacts(jsonb) from public;
grant execute on function api.record_artifacts(jsonb) to authenticated, service_role;
