create function api.start_workflows(workflows jsonb)
returns table (ordinal integer, workflow_id uuid, created boolean, state text, version integer)
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
begin
  return query select * from cogo.start_workflows(start_workflows.workflows);
end;
$$;

comment on function api.start_workflows(jsonb) is
  'Starts 1 to 1000 workflows, all or none: {name, input, idempotency_key, version, correlation_id, cause, traceparent}. Answers in their order. Errors: bad_argument (400), not_an_agent (401), idempotency_conflict (409).';

revoke execute on function api.start_workflows(jsonb) from public;
grant execute on function api.start_workflows(jsonb) to authenticated, service_role;
