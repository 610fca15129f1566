create function api.record_artifacts(artifacts jsonb)
returns table (run_id uuid, name text, id uuid, outcome text)
language sql
security invoker
set search_path = ''
as $$
  select * from cogo.record_artifacts(record_artifacts.artifacts);
$$;

comment on function api.record_artifacts(jsonb) is
  'Keeps 1 to 100 artifact rows, all or none; outcome recorded or superseded. '
  'Errors: bad_argument (400), quality_run_not_found (404).';

revoke execute on function api.record_artifacts(jsonb) from public;
grant execute on function api.record_artifacts(jsonb) to authenticated, service_role;
