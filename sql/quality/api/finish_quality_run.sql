create function api.finish_quality_run(run_id uuid, summary jsonb default '{}')
returns jsonb
language plpgsql
set search_path = ''
as $$
begin
  perform cogo.caller_tenant('quality:write');
  return cogo.finish_quality_run(finish_quality_run.run_id, finish_quality_run.summary);
end;
$$;

comment on function api.finish_quality_run(uuid, jsonb) is
  'Closes a run with the verdict of its gate results; a repeat returns the first. Scope: quality:write. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403), quality_run_not_found (404).';

revoke execute on function api.finish_quality_run(uuid, jsonb) from public;
grant execute on function api.finish_quality_run(uuid, jsonb) to authenticated, service_role;
