create function api.register_workflow(definition jsonb)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
begin
  return cogo.register_workflow(register_workflow.definition);
end;
$$;

comment on function api.register_workflow(jsonb) is
  'Makes a workflow known: {name, saga, deadline_seconds, output, steps: [{name, kind, type, after, input, compensate, …}]} (docs/guides/flows.md). Answers {name, version, created}. For operators. Errors: bad_argument (400).';

revoke execute on function api.register_workflow(jsonb) from public;
grant execute on function api.register_workflow(jsonb) to service_role;
