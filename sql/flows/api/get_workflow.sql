create function api.get_workflow(workflow_id uuid)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
begin
  return cogo.get_workflow(get_workflow.workflow_id);
end;
$$;

comment on function api.get_workflow(uuid) is
  'One run whole: state, steps with their jobs, results and errors, timers, signals, saga log. Errors: not_an_agent (401), workflow_not_found (404).';

revoke execute on function api.get_workflow(uuid) from public;
grant execute on function api.get_workflow(uuid) to authenticated, service_role;
