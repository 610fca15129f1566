create function api.cancel_workflow(workflow_id uuid, reason text default null, compensate boolean default true)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
begin
  perform cogo.caller_tenant('flows:write');
  return cogo.cancel_workflow(cancel_workflow.workflow_id, cancel_workflow.reason, cancel_workflow.compensate);
end;
$$;

comment on function api.cancel_workflow(uuid, text, boolean) is
  'Ends a run: {outcome: cancelled | cancel_requested | already_ending | already_closed, state}. A saga undoes what it did and ends as compensated, unless compensate is false. Scope: flows:write. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403), workflow_not_found (404).';

revoke execute on function api.cancel_workflow(uuid, text, boolean) from public;
grant execute on function api.cancel_workflow(uuid, text, boolean) to authenticated, service_role;
