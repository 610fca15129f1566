create function api.signal_workflow(workflow_id uuid, signal text, payload jsonb default '{}')
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
begin
  perform cogo.caller_tenant('flows:write');
  return cogo.signal_workflow(signal_workflow.workflow_id, signal_workflow.signal, signal_workflow.payload);
end;
$$;

comment on function api.signal_workflow(uuid, text, jsonb) is
  'Gives a run a signal: {outcome: accepted | already_signalled | closed}. The first of a name counts, and it may come early. Scope: flows:write. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403), workflow_not_found (404), payload_too_large (413).';

revoke execute on function api.signal_workflow(uuid, text, jsonb) from public;
grant execute on function api.signal_workflow(uuid, text, jsonb) to authenticated, service_role;
