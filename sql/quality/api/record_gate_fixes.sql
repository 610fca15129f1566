create function api.record_gate_fixes(fixes jsonb)
returns table (run_id uuid, gate text, fixer text, outcome text, result text)
language sql
security invoker
set search_path = ''
as $$
  select * from cogo.record_gate_fixes(record_gate_fixes.fixes);
$$;

comment on function api.record_gate_fixes(jsonb) is
  'Keeps 1 to 100 gate fixes, all or none; outcome recorded, superseded or run_finished, result fixed, not_enough or worse. '
  'Errors: bad_argument (400), quality_run_not_found (404).';

revoke execute on function api.record_gate_fixes(jsonb) from public;
grant execute on function api.record_gate_fixes(jsonb) to authenticated, service_role;
