create function api.start_workflow(name text, input jsonb default '{}', idempotency_key text default null, version integer default null)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
begin
  return (
    select to_jsonb(started) - 'ordinal' from cogo.start_workflows(jsonb_build_array(jsonb_build_object(
      'name', start_workflow.name, 'input', start_workflow.input, 'idempotency_key', start_workflow.idempotency_key,
      'version', start_workflow.version
    ))) as started
  );
end;
$$;

comment on function api.start_workflow(text, jsonb, text, integer) is
  'Starts a workflow. Answers {workflow_id, created, state, version}; a used idempotency_key answers with its first run. Errors: bad_argument (400), not_an_agent (401), idempotency_conflict (409).';

revoke execute on function api.start_workflow(text, jsonb, text, integer) from public;
grant execute on function api.start_workflow(text, jsonb, text, integer) to authenticated, service_role;
