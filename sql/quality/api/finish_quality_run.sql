create function api.finish_quality_run(run_id uuid, summary jsonb default '{}')
returns jsonb
language sql
security invoker
set search_path = ''
as $$
  select cogo.finish_quality_run(finish_quality_run.run_id, finish_quality_run.summary);
$$;

comment on function api.finish_quality_run(uuid, jsonb) is
  'Closes a run with the verdict of its gate results; a repeat returns the first. '
  'Errors: bad_argument (400), quality_run_not_found (404).';

revoke execute on function api.finish_quality_run(uuid, jsonb) from public;
grant execute on function api.finish_quality_run(uuid, jsonb) to authenticated, service_role;
