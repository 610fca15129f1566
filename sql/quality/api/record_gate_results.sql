create function api.record_gate_results(results jsonb)
returns table (run_id uuid, gate text, outcome text)
language plpgsql
set search_path = ''
as $$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('quality:write');
  return query select * from cogo.record_gate_results(record_gate_results.results);
end;
$$;

comment on function api.record_gate_results(jsonb) is
  'Keeps 1 to 100 gate verdicts, all or none; outcome recorded, superseded or run_finished. Scope: quality:write. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403), quality_run_not_found (404), payload_too_large (413).';

revoke execute on function api.record_gate_results(jsonb) from public;
grant execute on function api.record_gate_results(jsonb) to authenticated, service_role;
