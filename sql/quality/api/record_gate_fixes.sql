create function api.record_gate_fixes(fixes jsonb)
returns table (run_id uuid, gate text, fixer text, outcome text, result text)
language plpgsql
set search_path = ''
as $$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('quality:write');
  return query select * from cogo.record_gate_fixes(record_gate_fixes.fixes);
end;
$$;

comment on function api.record_gate_fixes(jsonb) is
  'Keeps 1 to 100 gate fixes, all or none; outcome recorded, superseded or run_finished, result fixed, not_enough or worse. Scope: quality:write. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403), quality_run_not_found (404), payload_too_large (413).';

revoke execute on function api.record_gate_fixes(jsonb) from public;
grant execute on function api.record_gate_fixes(jsonb) to authenticated, service_role;
