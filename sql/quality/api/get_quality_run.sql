create function api.get_quality_run(run_id uuid)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
begin
  perform cogo.caller_tenant('quality:read');
  return cogo.get_quality_run(get_quality_run.run_id);
end;
$$;

comment on function api.get_quality_run(uuid) is
  'One run with plan, job states, gates, artifacts and fixes. Scope: quality:read. Errors: not_an_agent (401), agent_revoked, insufficient_scope (403), quality_run_not_found (404).';

revoke execute on function api.get_quality_run(uuid) from public;
grant execute on function api.get_quality_run(uuid) to authenticated, service_role;
