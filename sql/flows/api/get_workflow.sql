create function api.get_workflow(workflow_id uuid)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
begin
  perform cogo.caller_tenant('flows:read');
  return cogo.get_workflow(get_workflow.workflow_id);
end;
$$;

comment on function api.get_workflow(uuid) is
  'One run whole: state, steps with their jobs, results and errors, timers, signals, saga log. Scope: flows:read. Errors: not_an_agent (401), agent_revoked, insufficient_scope (403), workflow_not_found (404).';

revoke execute on function api.get_workflow(uuid) from public;
grant execute on function api.get_workflow(uuid) to authenticated, service_role;
