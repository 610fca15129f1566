create function api.record_gate_results(results jsonb)
returns table (run_id uuid, gate text, outcome text)
language sql
security invoker
set search_path = ''
as $$
  select * from cogo.record_gate_results(record_gate_results.results);
$$;

comment on function api.record_gate_results(jsonb) is
  'Keeps 1 to 100 gate verdicts, all or none; outcome recorded, superseded or run_finished. '
  'Errors: bad_argument (400), quality_run_not_found (404).';

revoke execute on function api.record_gate_results(jsonb) from public;
grant execute on function api.record_gate_results(jsonb) to authenticated, service_role;
