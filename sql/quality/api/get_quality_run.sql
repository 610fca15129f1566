create function api.get_quality_run(run_id uuid)
returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  select cogo.get_quality_run(get_quality_run.run_id);
$$;

comment on function api.get_quality_run(uuid) is
  'One run with plan, job states, gates, artifacts and fixes. Errors: quality_run_not_found (404).';

revoke execute on function api.get_quality_run(uuid) from public;
grant execute on function api.get_quality_run(uuid) to authenticated, service_role;
